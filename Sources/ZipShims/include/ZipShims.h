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

/// Reads one file of an archive. Returns its bytes, to be freed with `free`, and their count; NULL when the
/// archive is broken, has no such file, or the file has more bytes than the limit (then `too_large` is 1).
uint8_t *songngu_zip_read(const uint8_t *bytes, size_t count, const char *name, size_t limit,
                          size_t *size, int *too_large);

#endif
