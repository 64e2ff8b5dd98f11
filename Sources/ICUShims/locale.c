#include "songngu_icu.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
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

/// What names come from, opened once for many codes of one kind.
typedef struct {
  const char *locale;
  ULocaleDisplayNames *names;
  UDateFormat *cities;
  UCalendar *calendar;
} name_source;

static name_source open_names(songngu_name_kind kind, const char *locale, UErrorCode *error) {
  name_source source = {locale, NULL, NULL, NULL};
  if (kind == songngu_name_city) {
    // VVV is the exemplar city of a time zone (UTS #35, dates, time zone fallback).
    static const UChar pattern[] = {'V', 'V', 'V', 0};
    source.cities = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, NULL, 0, pattern, 3, error);
    source.calendar = ucal_open(NULL, 0, locale, UCAL_GREGORIAN, error);
  } else if (kind != songngu_name_currency) {
    UDisplayContext contexts[] = {UDISPCTX_NO_SUBSTITUTE};
    source.names = uldn_openForContext(locale, contexts, 1, error);
  }
  return source;
}

static void close_names(name_source source) {
  if (source.names != NULL) uldn_close(source.names);
  if (source.cities != NULL) udat_close(source.cities);
  if (source.calendar != NULL) ucal_close(source.calendar);
}

static int32_t city_name(name_source source, const char *code, UChar *name, UErrorCode *error) {
  UChar zone[64];
  if (strlen(code) >= 64) return 0;
  u_uastrcpy(zone, code);
  ucal_setTimeZone(source.calendar, zone, -1, error);
  ucal_setMillis(source.calendar, 0, error);
  return udat_formatCalendar(source.cities, source.calendar, name, 256, NULL, error);
}

static int32_t name_of(name_source source, songngu_name_kind kind, const char *code, char *result,
                       int32_t capacity, UErrorCode *error) {
  UChar name[256];
  int32_t units = 0;
  if (U_FAILURE(*error)) return 0;
  switch (kind) {
    case songngu_name_currency:
      return strlen(code) == 3 ? currency_name(code, source.locale, result, capacity, error) : 0;
    case songngu_name_region:
      units = uldn_regionDisplayName(source.names, code, name, 256, error);
      break;
    case songngu_name_language:
      units = uldn_languageDisplayName(source.names, code, name, 256, error);
      break;
    case songngu_name_city:
      units = city_name(source, code, name, error);
      break;
  }
  if (U_FAILURE(*error) || units <= 0) return 0;
  return to_utf8(name, units, result, capacity, error);
}

int32_t songngu_display_name(songngu_name_kind kind, const char *code, const char *locale,
                             char *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  name_source source = open_names(kind, locale, &error);
  int32_t length = name_of(source, kind, code, result, capacity, &error);
  close_names(source);
  *status = error;
  return length;
}

/// What `songngu_each_name` hands to the receiver of codes.
typedef struct {
  songngu_name_kind kind;
  name_source sources[2];
  void *context;
  songngu_name_receiver receiver;
} name_pairs;

static void receive_code(void *context, const char *code) {
  name_pairs *pairs = context;
  char names[2][512];
  for (int index = 0; index < 2; index++) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = name_of(pairs->sources[index], pairs->kind, code, names[index], 511, &error);
    if (U_FAILURE(error) || length <= 0 || length > 511) return;
    names[index][length] = 0;
  }
  pairs->receiver(pairs->context, code, names[0], names[1]);
}

void songngu_each_name(songngu_name_kind kind, const char *first, const char *second,
                       void *context, songngu_name_receiver receiver, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  name_pairs pairs = {kind,
                      {open_names(kind, first, &error), open_names(kind, second, &error)},
                      context,
                      receiver};
  *status = error;
  if (U_SUCCESS(error)) songngu_each_code(kind, &pairs, receive_code, status);
  close_names(pairs.sources[0]);
  close_names(pairs.sources[1]);
}

static void each_zone(void *context, songngu_code_receiver receiver, UErrorCode *error) {
  UEnumeration *zones =
      ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, error);
  const char *zone;
  while (U_SUCCESS(*error) && (zone = uenum_next(zones, NULL, error)) != NULL)
    receiver(context, zone);
  uenum_close(zones);
}

void songngu_each_code(songngu_name_kind kind, void *context, songngu_code_receiver receiver,
                       int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  if (kind == songngu_name_region || kind == songngu_name_language) {
    const char *const *codes =
        kind == songngu_name_region ? uloc_getISOCountries() : uloc_getISOLanguages();
    for (; *codes != NULL; codes++) receiver(context, *codes);
  } else if (kind == songngu_name_city) {
    each_zone(context, receiver, &code);
  } else {
    UEnumeration *currencies =
        ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &code);
    const char *currency;
    while (U_SUCCESS(code) && (currency = uenum_next(currencies, NULL, &code)) != NULL)
      receiver(context, currency);
    uenum_close(currencies);
  }
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
