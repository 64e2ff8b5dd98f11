#include "ZipShims.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

// 1980-01-01: the first day that the format knows; the same archive on every day.
static const zip_uint16_t first_day = (0 << 9) | (1 << 5) | 1;

static int add(zip_t *archive, const songngu_zip_file *file) {
  zip_source_t *source = zip_source_buffer(archive, file->bytes, file->count, 0);
  if (source == NULL) return -1;
  zip_int64_t index = zip_file_add(archive, file->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return -1;
  }
  if (zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 6) != 0) return -1;
  return zip_file_set_dostime(archive, (zip_uint64_t)index, 0, first_day, 0);
}

static uint8_t *content(zip_source_t *source, size_t *size) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return NULL;
  uint8_t *bytes = malloc(stat.size == 0 ? 1 : (size_t)stat.size);
  if (bytes != NULL && zip_source_read(source, bytes, stat.size) != (zip_int64_t)stat.size) {
    free(bytes);
    bytes = NULL;
  }
  zip_source_close(source);
  *size = (size_t)stat.size;
  return bytes;
}

uint8_t *songngu_zip_archive(const songngu_zip_file *files, size_t count, size_t *size) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
  if (target == NULL) return NULL;
  zip_source_keep(target);
  zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == NULL) {
    zip_source_free(target);
    zip_source_free(target);
    return NULL;
  }
  uint8_t *bytes = NULL;
  int failed = 0;
  for (size_t index = 0; index < count && !failed; index++) failed = add(archive, &files[index]);
  if (failed || zip_close(archive) != 0) {
    zip_discard(archive);
  } else {
    bytes = content(target, size);
  }
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

uint8_t *songngu_zip_read(const uint8_t *bytes, size_t count, const char *name, size_t limit,
                          size_t *size, int *too_large) {
  *size = 0;
  *too_large = 0;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  if (source == NULL) return NULL;
  zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == NULL) {
    zip_source_free(source);
    zip_error_fini(&error);
    return NULL;
  }
  uint8_t *result = NULL;
  zip_file_t *file = zip_fopen(archive, name, 0);
  if (file != NULL) {
    // What the directory says of the size may be a lie: never more than the limit is inflated.
    size_t capacity = 1 << 16;
    result = malloc(capacity);
    zip_int64_t got = 0;
    while (result != NULL && (got = zip_fread(file, result + *size, capacity - *size)) > 0) {
      *size += (size_t)got;
      if (*size > limit) break;
      if (*size == capacity) {
        capacity *= 2;
        uint8_t *larger = realloc(result, capacity);
        if (larger == NULL) free(result);
        result = larger;
      }
    }
    if (result != NULL && (got < 0 || *size > limit)) {
      *too_large = got >= 0;
      free(result);
      result = NULL;
    }
    zip_fclose(file);
  }
  zip_discard(archive);
  zip_error_fini(&error);
  return result;
}
