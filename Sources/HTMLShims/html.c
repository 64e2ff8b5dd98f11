#include "songngu_html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
  htmlParserCtxtPtr parser;
  void *context;
  const songngu_html_receiver *receiver;
} page_state;

static int64_t offset_of(const page_state *state) {
  xmlParserInputPtr input = state->parser->input;
  return input == NULL ? 0 : (int64_t)input->consumed + (input->cur - input->base);
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  page_state *state = user;
  state->receiver->start(state->context, (const char *)name, (const char *const *)attributes,
                         offset_of(state));
}

static void end_element(void *user, const xmlChar *name) {
  page_state *state = user;
  state->receiver->end(state->context, (const char *)name, offset_of(state));
}

static void characters(void *user, const xmlChar *text, int length) {
  page_state *state = user;
  state->receiver->text(state->context, text, length, offset_of(state));
}

static void ignore_error(void *user, const char *message, ...) {
  (void)user;
  (void)message;
}

int32_t songngu_parse_html(const uint8_t *page, int32_t length, void *context,
                           const songngu_html_receiver *receiver) {
  page_state state = {htmlNewParserCtxt(), context, receiver};
  if (state.parser == NULL) return -1;
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  handler.error = ignore_error;
  handler.warning = ignore_error;
  memcpy(state.parser->sax, &handler, sizeof handler);
  state.parser->userData = &state;
  htmlDocPtr document = htmlCtxtReadMemory(
      state.parser, (const char *)page, length, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
          HTML_PARSE_IGNORE_ENC);
  if (document != NULL) xmlFreeDoc(document);
  htmlFreeParserCtxt(state.parser);
  return 0;
}
