#ifndef SONGNGU_ZIP_SHIMS_H
#define SONGNGU_ZIP_SHIMS_H

#include <stddef.h>
#include <stdint.h>

/// One file of an archive: its name in UTF-8, ended by a zero byte, and its bytes.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} songngu_zip_file;

/// Writes an archive in memory: files in the order given, deflated, all of 1 January 1980.
/// Returns its bytes, to be freed with `free`, and their count; NULL when libzip fails.
uint8_t *songngu_zip_archive(const songngu_zip_file *files, size_t count, size_t *size);

#endif
