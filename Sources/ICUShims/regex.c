#include "songngu_icu.h"

#include <stdlib.h>
#include <time.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

struct songngu_regex {
  URegularExpression *expression;
  int32_t *ends;
  int32_t capacity;
};

// ICU counts steps; one unit is about a millisecond of one match.
static const int32_t match_limit = 500;
// Seconds for all matches of one pattern in one text.
static const double text_limit = 5;

songngu_regex *songngu_regex_open(const uint8_t *pattern, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError where;
  songngu_regex *regex = calloc(1, sizeof *regex);
  if (regex == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  UText *text = utext_openUTF8(NULL, (const char *)pattern, length, &code);
  regex->expression = uregex_openUText(text, UREGEX_MULTILINE, &where, &code);
  utext_close(text);
  if (U_SUCCESS(code)) uregex_setTimeLimit(regex->expression, match_limit, &code);
  *status = code;
  if (U_SUCCESS(code)) return regex;
  songngu_regex_close(regex);
  return NULL;
}

void songngu_regex_close(songngu_regex *regex) {
  if (regex == NULL) return;
  if (regex->expression != NULL) uregex_close(regex->expression);
  free(regex->ends);
  free(regex);
}

static int keep(songngu_regex *regex, int32_t count, int32_t end) {
  if (count == regex->capacity) {
    int32_t capacity = count * 2 + 16;
    int32_t *grown = realloc(regex->ends, (size_t)capacity * sizeof(int32_t));
    if (grown == NULL) return 0;
    regex->ends = grown;
    regex->capacity = capacity;
  }
  regex->ends[count] = end;
  return 1;
}

int32_t songngu_regex_ends(songngu_regex *regex, const uint8_t *bytes, int32_t length,
                           const int32_t **ends, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  UText *text = utext_openUTF8(NULL, (const char *)bytes, length, &code);
  uregex_setUText(regex->expression, text, &code);
  clock_t start = clock();
  while (U_SUCCESS(code) && uregex_findNext(regex->expression, &code)) {
    if (!keep(regex, count, (int32_t)uregex_end64(regex->expression, 0, &code)))
      code = U_MEMORY_ALLOCATION_ERROR;
    count += 1;
    if (count % 1024 == 0 && (double)(clock() - start) / CLOCKS_PER_SEC > text_limit)
      code = U_REGEX_TIME_OUT;
  }
  utext_close(text);
  *status = code;
  *ends = regex->ends;
  return U_SUCCESS(code) ? count : -1;
}
