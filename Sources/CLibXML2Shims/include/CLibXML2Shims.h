// The few calls of libxml2 and zlib that XMLStream makes.
//
// No header of libxml2 or zlib is included here. Swift's Foundation carries headers of another
// libxml2, and a Swift module that sees both finds the same C types twice. So the types stay in
// CLibXML2Shims.c, and the callbacks have plain C types: `uint8_t` is libxml2's `xmlChar`.
#ifndef CLIBXML2_SHIMS_H
#define CLIBXML2_SHIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Push parsing

/// A parser and who is told of its events. What the callbacks get as `parser` is a pointer to this.
typedef struct cxml_parser {
  /// Whatever the owner put there.
  void *_Nullable owner;
  /// The line that the parser has come to. It is libxml2's own counter, so it is always right.
  const int *_Nonnull line;
  /// Where the bytes that are being parsed begin and end.
  const uint8_t *_Nullable const *_Nonnull input_start;
  const uint8_t *_Nullable const *_Nonnull input_end;
  /// libxml2's context.
  void *_Nonnull raw;
} cxml_parser;

/// The events, in the shape in which libxml2's SAX2 calls them. Names, prefixes and URIs are
/// strings of the parser's dictionary: one string is one pointer for as long as the parser lives.
/// Of an attribute there are five pointers: local name, prefix, URI, the value's first byte, and
/// the byte after its last; the defaulted ones come last. Of a namespace there are two: prefix and
/// URI.
typedef struct cxml_events {
  void (*_Nonnull begin)(void *_Nullable parser);
  void (*_Nonnull doctype)(
      void *_Nullable parser, const uint8_t *_Nullable name, const uint8_t *_Nullable public_id,
      const uint8_t *_Nullable system_id);
  void (*_Nonnull start)(
      void *_Nullable parser, const uint8_t *_Nullable local, const uint8_t *_Nullable prefix,
      const uint8_t *_Nullable uri, int namespace_count,
      const uint8_t *_Nullable *_Nullable namespaces, int attribute_count, int defaulted_count,
      const uint8_t *_Nullable *_Nullable attributes);
  void (*_Nonnull end)(
      void *_Nullable parser, const uint8_t *_Nullable local, const uint8_t *_Nullable prefix,
      const uint8_t *_Nullable uri);
  void (*_Nonnull text)(void *_Nullable parser, const uint8_t *_Nullable bytes, int count);
  /// Text of a CDATA section, which libxml2 does not check for well-formed UTF-8.
  void (*_Nonnull cdata)(void *_Nullable parser, const uint8_t *_Nullable bytes, int count);
  void (*_Nonnull comment)(void *_Nullable parser, const uint8_t *_Nullable bytes);
  void (*_Nonnull instruction)(
      void *_Nullable parser, const uint8_t *_Nullable target, const uint8_t *_Nullable data);
} cxml_events;

/// What is not an event of a document that we read, but a reason to stop.
typedef struct cxml_alarms {
  /// An entity is declared, of whatever kind.
  void (*_Nonnull entity_declared)(cxml_parser *_Nonnull parser, const uint8_t *_Nullable name);
  /// An entity is referred to that is none of XML's five.
  void (*_Nonnull entity_used)(cxml_parser *_Nonnull parser, const uint8_t *_Nullable name);
  /// An attribute gets a default value by the internal subset.
  void (*_Nonnull default_declared)(cxml_parser *_Nonnull parser);
  /// libxml2 found an error, fatal or not. `message` lives for the call.
  void (*_Nonnull error)(
      cxml_parser *_Nonnull parser, int code, bool is_of_namespaces, const char *_Nullable message);
} cxml_alarms;

/// Makes libxml2 ready. Once, before all else.
void cxml_prepare(void);

/// A parser for UTF-8, whatever the document declares. NULL where there is no memory.
cxml_parser *_Nullable cxml_open(
    const cxml_events *_Nonnull events, const cxml_alarms *_Nonnull alarms, void *_Nullable owner);

void cxml_close(cxml_parser *_Nonnull parser);

/// Takes the next bytes; `is_last` where no more will come.
void cxml_push(
    cxml_parser *_Nonnull parser, const uint8_t *_Nullable bytes, int count, bool is_last);

/// Makes `cxml_push` return as soon as what is being parsed ends, with no more events. It may be
/// called from any callback: nothing is freed, as `xmlStopParser` does.
void cxml_stop(cxml_parser *_Nonnull parser);

/// The bytes that were taken but not parsed, because they are not complete: they live until the
/// next push.
const uint8_t *_Nullable cxml_unread(cxml_parser *_Nonnull parser, size_t *_Nonnull count);

/// Whether we are in the internal subset of the document type declaration.
bool cxml_is_in_subset(cxml_parser *_Nonnull parser);

/// Whether we are in a CDATA section.
bool cxml_is_in_cdata(cxml_parser *_Nonnull parser);

/// The version that the document declares; NULL before `begin`.
const char *_Nullable cxml_version(cxml_parser *_Nonnull parser);

/// 1 for yes, 0 for no, less where nothing is declared.
int cxml_standalone(cxml_parser *_Nonnull parser);

/// libxml2's codes that we tell apart.
typedef enum cxml_code {
  cxml_code_document_empty,
  cxml_code_document_end,
  cxml_code_declaration_not_first,
  cxml_code_invalid_character,
  cxml_code_tag_mismatch,
  cxml_code_attribute_twice,
  cxml_code_other,
} cxml_code;

cxml_code cxml_classify(int code);

/// The offset of the last `<`; 0 where there is none or it is the first byte. Not every C library
/// has `memrchr`.
size_t cxml_last_tag(const uint8_t *_Nonnull bytes, size_t count);

// MARK: Inflating

/// What unpacks: gzip with its header, or bare deflate. NULL where there is no memory.
void *_Nullable cxml_inflate_open(bool is_gzip);

void cxml_inflate_close(void *_Nonnull stream);

typedef enum cxml_inflate_outcome {
  /// Goes on with more input or more room.
  cxml_inflate_more,
  /// The packed stream is complete.
  cxml_inflate_end,
  cxml_inflate_damaged,
} cxml_inflate_outcome;

/// Unpacks from `input`, of which `taken` bytes are used, into `output`, of which `made` are
/// filled.
cxml_inflate_outcome cxml_inflate(
    void *_Nonnull stream, const uint8_t *_Nullable input, size_t input_count,
    size_t *_Nonnull taken, uint8_t *_Nonnull output, size_t output_count, size_t *_Nonnull made);

/// Ready for another packed stream.
void cxml_inflate_again(void *_Nonnull stream);

/// The checksum of zip, begun with 0.
uint32_t cxml_crc32(uint32_t before, const uint8_t *_Nullable bytes, size_t count);

#endif /* CLIBXML2_SHIMS_H */
