// The C face of ICU for this package. Only this target names ICU's own functions: their renamed
// symbols are invisible to Swift, and ICU's headers clash with the copy inside Foundation.
//
// Text goes in and out as UTF-8; offsets are byte offsets into that UTF-8. Status values are ICU's
// UErrorCode: 0 and below is success, above 0 a failure. `songngu_status_name` gives its name.
#ifndef SONGNGU_ICU_H
#define SONGNGU_ICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A sentence break iterator with its scratch space. Not thread safe: one for each thread.
typedef struct songngu_breaker songngu_breaker;

/// Opens a sentence breaker for a locale such as "vi". NULL and a status above 0 on failure.
songngu_breaker *_Nullable songngu_breaker_open(const char *_Nonnull locale,
                                                int32_t *_Nonnull status);
void songngu_breaker_close(songngu_breaker *_Nullable breaker);

/// Finds the sentence boundaries of a whole text in one call (UAX #29).
/// The array stays valid until the next call; it holds the offsets after 0, the last is `length`.
/// Returns the number of boundaries, or -1 with a status above 0.
int32_t songngu_sentence_boundaries(songngu_breaker *_Nonnull breaker, const uint8_t *_Nullable text,
                                    int32_t length,
                                    const int32_t *_Nullable *_Nonnull boundaries,
                                    int32_t *_Nonnull status);

/// Decode, quick check of NFC and sentence break with ICU alone: the yardstick of benchmarks.
/// Returns the number of sentences.
int32_t songngu_bare_chain(const uint8_t *_Nullable text, int32_t length, int32_t *_Nonnull status);

/// One change that composition made: `old_length` bytes at `start` became `new_length` bytes.
typedef struct {
  int32_t start;
  int32_t old_length;
  int32_t new_length;
} songngu_edit;

/// Whether the text is in Normalization Form C (UAX #15).
int32_t songngu_is_nfc(const uint8_t *_Nullable text, int32_t length, int32_t *_Nonnull status);

/// Receives the composed text and its changes, in order.
typedef void (*songngu_nfc_receiver)(void *_Nullable context, const uint8_t *_Nullable text,
                                     int32_t length, const songngu_edit *_Nullable edits,
                                     int32_t edit_count);

/// Composes a text to Normalization Form C and reports the changes.
void songngu_nfc(const uint8_t *_Nullable text, int32_t length, void *_Nullable context,
                 songngu_nfc_receiver _Nonnull receiver, int32_t *_Nonnull status);

/// Full case folding (Unicode CaseFolding.txt, no Turkic rules). Returns the bytes needed.
int32_t songngu_fold_case(const uint8_t *_Nullable text, int32_t length, uint8_t *_Nullable result,
                          int32_t capacity, int32_t *_Nonnull status);

/// ICU's charset guess, a hint only: it is right on UTF-8 and UTF-16 and wrong on windows-1258.
/// Writes the name; returns the confidence, 0 to 100.
int32_t songngu_detect_charset(const uint8_t *_Nullable bytes, int32_t length,
                               char *_Nonnull name, int32_t capacity, int32_t *_Nonnull status);

/// A regular expression with its scratch space. Not thread safe: one for each thread.
typedef struct songngu_regex songngu_regex;

/// Compiles a pattern of ICU's regular expressions. NULL and a status above 0 when it is none.
songngu_regex *_Nullable songngu_regex_open(const uint8_t *_Nullable pattern, int32_t length,
                                            int32_t *_Nonnull status);
void songngu_regex_close(songngu_regex *_Nullable regex);

/// Finds the matches of a pattern in a text, from left to right, none in another. The array stays valid
/// until the next call; it holds the offset after each match. A match that takes too long ends the call
/// with the status U_REGEX_TIME_OUT. Returns the number of matches, or -1 with a status above 0.
int32_t songngu_regex_ends(songngu_regex *_Nonnull regex, const uint8_t *_Nullable text,
                           int32_t length, const int32_t *_Nullable *_Nonnull ends,
                           int32_t *_Nonnull status);

/// Kinds of CLDR display names.
typedef enum {
  songngu_name_region = 0,
  songngu_name_language = 1,
  songngu_name_currency = 2,
  songngu_name_city = 3,
} songngu_name_kind;

/// The CLDR display name of a code in a locale, as UTF-8. Returns its length in bytes, 0 when
/// CLDR has none.
int32_t songngu_display_name(songngu_name_kind kind, const char *_Nonnull code,
                             const char *_Nonnull locale, char *_Nonnull result, int32_t capacity,
                             int32_t *_Nonnull status);

/// Calls the receiver with every code of a kind that ICU lists, in ICU's order.
typedef void (*songngu_code_receiver)(void *_Nullable context, const char *_Nonnull code);
void songngu_each_code(songngu_name_kind kind, void *_Nullable context,
                       songngu_code_receiver _Nonnull receiver, int32_t *_Nonnull status);

/// Calls the receiver with every code of a kind that CLDR names in two locales, and both names.
typedef void (*songngu_name_receiver)(void *_Nullable context, const char *_Nonnull code,
                                      const char *_Nonnull first, const char *_Nonnull second);
void songngu_each_name(songngu_name_kind kind, const char *_Nonnull first,
                       const char *_Nonnull second, void *_Nullable context,
                       songngu_name_receiver _Nonnull receiver, int32_t *_Nonnull status);

const char *_Nonnull songngu_icu_version(void);
const char *_Nonnull songngu_unicode_version(void);
/// The CLDR version that ICU's data was made from, or an empty string.
const char *_Nonnull songngu_cldr_version(void);
const char *_Nonnull songngu_status_name(int32_t status);

#ifdef __cplusplus
}
#endif

#endif
