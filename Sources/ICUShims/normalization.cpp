#include "songngu_icu.h"

#include <string>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <vector>

extern "C" int32_t songngu_is_nfc(const uint8_t *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(code);
  UBool result = U_SUCCESS(code) && nfc->isNormalizedUTF8(
      icu::StringPiece(reinterpret_cast<const char *>(text), length), code);
  *status = code;
  return result ? 1 : 0;
}

extern "C" void songngu_nfc(const uint8_t *text, int32_t length, void *context,
                            songngu_nfc_receiver receiver, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(code);
  std::string composed;
  icu::Edits edits;
  if (U_SUCCESS(code)) {
    icu::StringByteSink<std::string> sink(&composed, length);
    nfc->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink,
                       &edits, code);
  }
  *status = code;
  if (U_FAILURE(code)) return;
  std::vector<songngu_edit> changes;
  for (auto it = edits.getFineChangesIterator(); it.next(code);)
    changes.push_back({it.sourceIndex(), it.oldLength(), it.newLength()});
  *status = code;
  receiver(context, reinterpret_cast<const uint8_t *>(composed.data()),
           static_cast<int32_t>(composed.size()), changes.data(),
           static_cast<int32_t>(changes.size()));
}
