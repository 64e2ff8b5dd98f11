#include "songngu_icu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

// The yardstick of the benchmarks: what a C program does with ICU alone, no rule of ours in it.
int32_t songngu_bare_chain(const uint8_t *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0, count = 0;
  UChar *utf16 = malloc(((size_t)length + 1) * sizeof(UChar));
  if (utf16 == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return 0;
  }
  u_strFromUTF8(utf16, length + 1, &units, (const char *)text, length, &code);
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
  if (U_SUCCESS(code)) (void)unorm2_isNormalized(nfc, utf16, units, &code);
  UBreakIterator *breaker = ubrk_open(UBRK_SENTENCE, "vi", utf16, units, &code);
  if (U_SUCCESS(code))
    while (ubrk_next(breaker) != UBRK_DONE) count++;
  ubrk_close(breaker);
  free(utf16);
  *status = code;
  return count;
}
