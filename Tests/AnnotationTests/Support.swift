import TermRecognition

@testable import Annotation

/// What a document becomes.
func annotated(
  _ text: String, as format: InputFormat = .plain,
  _ change: (inout AnnotationOptions) -> Void = { _ in }
) throws -> String {
  String(decoding: try annotatedBytes(Array(text.utf8), as: format, change), as: UTF8.self)
}

func annotatedBytes(
  _ bytes: [UInt8], as format: InputFormat, _ change: (inout AnnotationOptions) -> Void = { _ in }
) throws -> [UInt8] {
  try annotating(bytes, as: format, change).output
}

/// The output and what of it was inserted: where in the document, and which bytes.
func annotating(
  _ bytes: [UInt8], as format: InputFormat, encoding: SourceEncoding? = nil,
  _ change: (inout AnnotationOptions) -> Void = { _ in }
) throws -> (output: [UInt8], insertions: [(insertion: Insertion, bytes: [UInt8])]) {
  var options = AnnotationOptions()
  change(&options)
  let source = try SourceText(bytes, document: "test", encoding: encoding)
  let output = MemoryOutput()
  var insertions: [(Insertion, [UInt8])] = []
  _ = try Annotator(recogniser: FakeRecogniser(), options: options).annotate(
    source, format: format, document: "test", into: output,
    observer: { insertions.append(($0, $1)) })
  return (output.bytes, insertions)
}

/// The text that a scanner finds: paragraphs on lines, `|` where no name runs over.
func text(
  of document: String, as format: InputFormat, direction: Direction = .chineseToEnglish
) throws -> [String] {
  let bytes = Array(document.utf8)
  var paragraphs: [String] = []
  var last = -1
  _ = try DocumentScanner.scan(
    bytes, format: format, direction: direction, sectionBytes: 1 << 20
  ) { section in
    for piece in section.pieces {
      if piece.paragraph != last {
        paragraphs.append("")
        last = piece.paragraph
      } else if !piece.continuesPrevious {
        paragraphs[paragraphs.count - 1] += "|"
      }
      paragraphs[paragraphs.count - 1] +=
        piece.decoded ?? String(decoding: bytes[piece.range], as: UTF8.self)
    }
  }
  return paragraphs
}
