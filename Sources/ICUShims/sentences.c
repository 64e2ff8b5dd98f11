#include "songngu_icu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

struct songngu_breaker {
  UBreakIterator *iterator;
  UChar *utf16;
  int32_t utf16_capacity;
  int32_t *boundaries;
  int32_t boundary_capacity;
};

songngu_breaker *songngu_breaker_open(const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  songngu_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &code);
  *status = code;
  if (U_FAILURE(code)) {
    free(breaker);
    return NULL;
  }
  return breaker;
}

void songngu_breaker_close(songngu_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  free(breaker->utf16);
  free(breaker->boundaries);
  free(breaker);
}

static int reserve(void **memory, int32_t *capacity, int32_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  void *grown = realloc(*memory, (size_t)needed * size);
  if (grown == NULL) return 0;
  *memory = grown;
  *capacity = needed;
  return 1;
}

// Breaking UTF-16 and mapping the few boundaries back is cheaper than a UText over UTF-8.
int32_t songngu_sentence_boundaries(songngu_breaker *breaker, const uint8_t *text, int32_t length,
                                    const int32_t **boundaries, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0;
  *boundaries = NULL;
  if (!reserve((void **)&breaker->utf16, &breaker->utf16_capacity, length + 1, sizeof(UChar))) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return -1;
  }
  u_strFromUTF8(breaker->utf16, breaker->utf16_capacity, &units, (const char *)text, length, &code);
  if (U_SUCCESS(code)) ubrk_setText(breaker->iterator, breaker->utf16, units, &code);
  if (U_FAILURE(code)) {
    *status = code;
    return -1;
  }
  int32_t count = 0, unit = 0, byte = 0;
  for (int32_t next = ubrk_next(breaker->iterator); next != UBRK_DONE;
       next = ubrk_next(breaker->iterator)) {
    while (unit < next) {
      UChar c = breaker->utf16[unit++];
      byte += c < 0x80 ? 1 : c < 0x800 ? 2 : U16_IS_SURROGATE(c) ? 2 : 3;
    }
    if (count == breaker->boundary_capacity &&
        !reserve((void **)&breaker->boundaries, &breaker->boundary_capacity, count * 2 + 64,
                 sizeof(int32_t))) {
      *status = U_MEMORY_ALLOCATION_ERROR;
      return -1;
    }
    breaker->boundaries[count++] = byte;
  }
  *status = code;
  *boundaries = breaker->boundaries;
  return count;
}
