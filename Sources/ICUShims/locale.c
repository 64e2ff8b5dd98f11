#include "songngu_icu.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

int32_t songngu_fold_case(const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity,
                          int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, &code);
  int32_t needed = 0;
  if (U_SUCCESS(code))
    needed = ucasemap_utf8FoldCase(map, (char *)result, capacity, (const char *)text, length, &code);
  ucasemap_close(map);
  *status = code == U_BUFFER_OVERFLOW_ERROR ? U_ZERO_ERROR : code;
  return needed;
}

int32_t songngu_detect_charset(const uint8_t *bytes, int32_t length, char *name, int32_t capacity,
                               int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t confidence = 0;
  name[0] = 0;
  UCharsetDetector *detector = ucsdet_open(&code);
  ucsdet_setText(detector, (const char *)bytes, length, &code);
  const UCharsetMatch *match = U_SUCCESS(code) ? ucsdet_detect(detector, &code) : NULL;
  if (U_SUCCESS(code) && match != NULL) {
    snprintf(name, (size_t)capacity, "%s", ucsdet_getName(match, &code));
    confidence = ucsdet_getConfidence(match, &code);
  }
  ucsdet_close(detector);
  *status = code;
  return confidence;
}

static int32_t to_utf8(const UChar *text, int32_t units, char *result, int32_t capacity,
                       UErrorCode *code) {
  int32_t length = 0;
  u_strToUTF8(result, capacity, &length, text, units, code);
  return length;
}

static int32_t currency_name(const char *code, const char *locale, char *result, int32_t capacity,
                             UErrorCode *error) {
  UChar currency[4] = {0};
  UBool is_choice;
  int32_t units = 0;
  u_charsToUChars(code, currency, 3);
  const UChar *name = ucurr_getName(currency, locale, UCURR_LONG_NAME, &is_choice, &units, error);
  if (U_FAILURE(*error) || *error == U_USING_DEFAULT_WARNING) return 0;
  return to_utf8(name, units, result, capacity, error);
}

int32_t songngu_display_name(songngu_name_kind kind, const char *code, const char *locale,
                             char *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  if (kind == songngu_name_currency) {
    if (strlen(code) == 3) length = currency_name(code, locale, result, capacity, &error);
    *status = error;
    return length;
  }
  UDisplayContext contexts[] = {UDISPCTX_NO_SUBSTITUTE};
  ULocaleDisplayNames *names = uldn_openForContext(locale, contexts, 1, &error);
  UChar name[256];
  int32_t units = 0;
  if (U_SUCCESS(error))
    units = kind == songngu_name_region ? uldn_regionDisplayName(names, code, name, 256, &error)
                                        : uldn_languageDisplayName(names, code, name, 256, &error);
  if (U_SUCCESS(error) && units > 0) length = to_utf8(name, units, result, capacity, &error);
  uldn_close(names);
  *status = error;
  return length;
}

void songngu_each_code(songngu_name_kind kind, void *context, songngu_code_receiver receiver,
                       int32_t *status) {
  *status = U_ZERO_ERROR;
  if (kind != songngu_name_currency) {
    const char *const *codes =
        kind == songngu_name_region ? uloc_getISOCountries() : uloc_getISOLanguages();
    for (; *codes != NULL; codes++) receiver(context, *codes);
    return;
  }
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *currencies = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &code);
  const char *currency;
  while (U_SUCCESS(code) && (currency = uenum_next(currencies, NULL, &code)) != NULL)
    receiver(context, currency);
  uenum_close(currencies);
  *status = code;
}

const char *songngu_icu_version(void) { return U_ICU_VERSION; }
const char *songngu_unicode_version(void) { return U_UNICODE_VERSION; }
const char *songngu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

const char *songngu_cldr_version(void) {
  static _Thread_local char text[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;
  UErrorCode code = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(version, &code);
  text[0] = 0;
  if (U_SUCCESS(code)) u_versionToString(version, text);
  return text;
}
