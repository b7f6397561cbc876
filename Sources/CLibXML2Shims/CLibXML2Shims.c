#include "CLibXML2Shims.h"

#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  cxml_parser shared;  // First: a pointer to it is a pointer to all.
  cxml_alarms alarms;
} full_parser;

static xmlParserCtxtPtr context_of(cxml_parser *parser) { return (xmlParserCtxtPtr)parser->raw; }

// MARK: What alarms

static void on_entity(
    void *parser, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content) {
  (void)type, (void)public_id, (void)system_id, (void)content;
  ((full_parser *)parser)->alarms.entity_declared((cxml_parser *)parser, name);
}

static void on_unparsed_entity(
    void *parser, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id,
    const xmlChar *notation) {
  (void)public_id, (void)system_id, (void)notation;
  ((full_parser *)parser)->alarms.entity_declared((cxml_parser *)parser, name);
}

static xmlEntityPtr on_get_entity(void *parser, const xmlChar *name) {
  xmlEntityPtr predefined = xmlGetPredefinedEntity(name);
  if (predefined == NULL) {
    ((full_parser *)parser)->alarms.entity_used((cxml_parser *)parser, name);
  }
  return predefined;
}

static xmlEntityPtr on_get_parameter_entity(void *parser, const xmlChar *name) {
  ((full_parser *)parser)->alarms.entity_used((cxml_parser *)parser, name);
  return NULL;
}

static void on_reference(void *parser, const xmlChar *name) {
  ((full_parser *)parser)->alarms.entity_used((cxml_parser *)parser, name);
}

static void on_attribute_declaration(
    void *parser, const xmlChar *element, const xmlChar *name, int type, int default_kind,
    const xmlChar *default_value, xmlEnumerationPtr values) {
  (void)element, (void)name, (void)type, (void)default_kind;
  xmlFreeEnumeration(values);
  if (default_value != NULL) {
    ((full_parser *)parser)->alarms.default_declared((cxml_parser *)parser);
  }
}

// The error became `const` in libxml2 2.12.
#if LIBXML_VERSION >= 21200
static void on_error(void *parser, const xmlError *error)
#else
static void on_error(void *parser, xmlErrorPtr error)
#endif
{
  if (error == NULL || error->level < XML_ERR_ERROR) return;
  // A namespace need not be a URI to be told from others.
  if (error->code == XML_WAR_NS_URI) return;
  ((full_parser *)parser)
      ->alarms.error(
          (cxml_parser *)parser, error->code, error->domain == XML_FROM_NAMESPACE, error->message);
}

// MARK: Push parsing

void cxml_prepare(void) { xmlInitParser(); }

cxml_parser *cxml_open(const cxml_events *events, const cxml_alarms *alarms, void *owner) {
  full_parser *parser = calloc(1, sizeof(full_parser));
  if (parser == NULL) return NULL;
  parser->alarms = *alarms;
  parser->shared.owner = owner;

  xmlSAXHandler sax;
  memset(&sax, 0, sizeof(sax));
  sax.initialized = XML_SAX2_MAGIC;
  sax.startDocument = events->begin;
  sax.internalSubset = events->doctype;
  sax.startElementNs = events->start;
  sax.endElementNs = events->end;
  sax.characters = events->text;
  sax.ignorableWhitespace = events->text;
  sax.cdataBlock = events->cdata;
  sax.comment = events->comment;
  sax.processingInstruction = events->instruction;
  sax.entityDecl = on_entity;
  sax.unparsedEntityDecl = on_unparsed_entity;
  sax.getEntity = on_get_entity;
  sax.getParameterEntity = on_get_parameter_entity;
  sax.reference = on_reference;
  sax.attributeDecl = on_attribute_declaration;
  sax.serror = on_error;
  // externalSubset and resolveEntity are left out: nothing outside the document is ever opened.

  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
  if (context == NULL) {
    free(parser);
    return NULL;
  }
  // No NOENT, DTDLOAD, DTDATTR or HUGE. The bytes are UTF-8 by our doing, whatever is declared.
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  parser->shared.raw = context;
  parser->shared.line = &context->input->line;
  parser->shared.input_start = &context->input->base;
  parser->shared.input_end = &context->input->end;
  return &parser->shared;
}

void cxml_close(cxml_parser *parser) {
  xmlParserCtxtPtr context = context_of(parser);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  xmlFreeParserCtxt(context);
  free(parser);
}

void cxml_push(cxml_parser *parser, const uint8_t *bytes, int count, bool is_last) {
  xmlParseChunk(context_of(parser), (const char *)bytes, count, is_last);
}

void cxml_stop(cxml_parser *parser) {
  xmlParserCtxtPtr context = context_of(parser);
  context->errNo = XML_ERR_USER_STOP;
  context->disableSAX = 1;
}

const uint8_t *cxml_unread(cxml_parser *parser, size_t *count) {
  xmlParserInputPtr input = context_of(parser)->input;
  *count = input == NULL || input->end < input->cur ? 0 : (size_t)(input->end - input->cur);
  return input == NULL ? NULL : input->cur;
}

bool cxml_is_in_subset(cxml_parser *parser) {
  xmlParserCtxtPtr context = context_of(parser);
  return context->inSubset != 0 || context->instate == XML_PARSER_DTD;
}

bool cxml_is_in_cdata(cxml_parser *parser) {
  return context_of(parser)->instate == XML_PARSER_CDATA_SECTION;
}

const char *cxml_version(cxml_parser *parser) {
  return (const char *)context_of(parser)->version;
}

int cxml_standalone(cxml_parser *parser) { return context_of(parser)->standalone; }

cxml_code cxml_classify(int code) {
  switch (code) {
    case XML_ERR_DOCUMENT_EMPTY: return cxml_code_document_empty;
    case XML_ERR_DOCUMENT_END: return cxml_code_document_end;
    case XML_ERR_RESERVED_XML_NAME: return cxml_code_declaration_not_first;
    case XML_ERR_INVALID_CHAR: return cxml_code_invalid_character;
    case XML_ERR_INVALID_CHARREF: return cxml_code_invalid_character;
    case XML_ERR_TAG_NAME_MISMATCH: return cxml_code_tag_mismatch;
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED: return cxml_code_attribute_twice;
    default: return cxml_code_other;
  }
}

size_t cxml_last_tag(const uint8_t *bytes, size_t count) {
  while (count > 0 && bytes[--count] != '<') {}
  return count;
}

// MARK: Inflating

void *cxml_inflate_open(bool is_gzip) {
  z_stream *stream = calloc(1, sizeof(z_stream));
  if (stream == NULL) return NULL;
  // 16 asks for gzip's header and check sum, a negative number for neither header nor sum.
  if (inflateInit2(stream, is_gzip ? 16 + MAX_WBITS : -MAX_WBITS) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

void cxml_inflate_close(void *stream) {
  inflateEnd((z_stream *)stream);
  free(stream);
}

cxml_inflate_outcome cxml_inflate(
    void *stream, const uint8_t *input, size_t input_count, size_t *taken, uint8_t *output,
    size_t output_count, size_t *made) {
  z_stream *z = (z_stream *)stream;
  z->next_in = (Bytef *)input;
  z->avail_in = (uInt)input_count;
  z->next_out = output;
  z->avail_out = (uInt)output_count;
  int outcome = inflate(z, Z_NO_FLUSH);
  *taken = input_count - z->avail_in;
  *made = output_count - z->avail_out;
  if (outcome == Z_STREAM_END) return cxml_inflate_end;
  return outcome == Z_OK || outcome == Z_BUF_ERROR ? cxml_inflate_more : cxml_inflate_damaged;
}

void cxml_inflate_again(void *stream) { inflateReset((z_stream *)stream); }

uint32_t cxml_crc32(uint32_t before, const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(before, bytes, count);
}
