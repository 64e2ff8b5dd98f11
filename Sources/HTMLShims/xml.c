#include "songngu_html.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

typedef struct {
  xmlParserCtxtPtr parser;
  void *context;
  const songngu_html_receiver *receiver;
  int32_t line;
  int refused;
  char *message;
  int32_t capacity;
} document_state;

static void stop(document_state *state, const char *message) {
  if (state->refused) return;
  state->refused = 1;
  state->line = xmlSAX2GetLineNumber(state->parser);
  strncpy(state->message, message, (size_t)state->capacity - 1);
  xmlStopParser(state->parser);
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  document_state *state = user;
  state->receiver->start(state->context, (const char *)name, (const char *const *)attributes,
                         xmlSAX2GetLineNumber(state->parser));
}

static void end_element(void *user, const xmlChar *name) {
  document_state *state = user;
  state->receiver->end(state->context, (const char *)name, xmlSAX2GetLineNumber(state->parser));
}

static void characters(void *user, const xmlChar *text, int length) {
  document_state *state = user;
  state->receiver->text(state->context, text, length, xmlSAX2GetLineNumber(state->parser));
}

static void entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                               const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(user, "the file declares entities, which are not read");
}

static void ignore(void *user, const char *message, ...) {
  (void)user;
  (void)message;
}

static void problem(void *user, const xmlError *error) {
  document_state *state = user;
  if (state->refused || error == NULL || error->level < XML_ERR_ERROR) return;
  state->refused = 1;
  state->line = error->line;
  strncpy(state->message, error->message == NULL ? "no XML" : error->message,
          (size_t)state->capacity - 1);
  state->message[strcspn(state->message, "\r\n")] = 0;
}

int32_t songngu_parse_xml(const uint8_t *document, int32_t length, void *context,
                          const songngu_html_receiver *receiver, char *message, int32_t capacity) {
  memset(message, 0, (size_t)capacity);
  document_state state = {xmlNewParserCtxt(), context, receiver, 0, 0, message, capacity};
  if (state.parser == NULL) return -1;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.entityDecl = entity_declaration;
  handler.error = ignore;
  handler.warning = ignore;
  memcpy(state.parser->sax, &handler, sizeof handler);
  state.parser->userData = &state;
  xmlSetStructuredErrorFunc(&state, (xmlStructuredErrorFunc)problem);
  xmlDocPtr parsed = xmlCtxtReadMemory(state.parser, (const char *)document, length, NULL, NULL,
                                       XML_PARSE_NONET);
  xmlSetStructuredErrorFunc(NULL, NULL);
  if (parsed != NULL) xmlFreeDoc(parsed);
  if (!state.refused && !state.parser->wellFormed) stop(&state, "the file is no XML");
  int32_t line = state.refused ? (state.line > 0 ? state.line : 1) : 0;
  xmlFreeParserCtxt(state.parser);
  return line;
}
