// The C face of libxml2 for this package: an HTML page as a stream of events with byte offsets, an XML
// file as one with line numbers.
//
// Nothing is fetched and no external entity is resolved. A page must be UTF-8.
#ifndef SONGNGU_HTML_H
#define SONGNGU_HTML_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Receives the events of a page in order. `offset` is where the parser stands in the page after the event.
typedef struct {
  /// A tag opens; `attributes` are names and values in turn, NULL at the end; a value may be NULL.
  void (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name,
                         const char *_Nullable const *_Nullable attributes, int64_t offset);
  void (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name, int64_t offset);
  /// Text with its entities resolved.
  void (*_Nonnull text)(void *_Nullable context, const uint8_t *_Nonnull text, int32_t length,
                        int64_t offset);
} songngu_html_receiver;

/// Parses a page; returns 0, or -1 when the parser cannot be made.
int32_t songngu_parse_html(const uint8_t *_Nonnull page, int32_t length, void *_Nullable context,
                           const songngu_html_receiver *_Nonnull receiver);

/// Parses an XML file; in its events `offset` is the line, counted from 1. A file that declares entities
/// is refused. Returns 0, the line of the first error with a message, or -1 when the parser cannot be
/// made.
int32_t songngu_parse_xml(const uint8_t *_Nonnull document, int32_t length, void *_Nullable context,
                          const songngu_html_receiver *_Nonnull receiver, char *_Nonnull message,
                          int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
