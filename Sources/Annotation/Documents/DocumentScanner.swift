import TermRecognition

/// Finds the text of a document of any format.
enum DocumentScanner {
  /// - Parameters:
  ///   - sectionBytes: about how many bytes of the document are handed on at a time.
  ///   - take: called with each section, in order.
  /// - Complexity: O(*n*), whatever the text; memory for one section.
  /// - Throws: what `take` throws.
  static func scan(
    _ bytes: [UInt8], format: InputFormat, direction: Direction, sectionBytes: Int,
    take: @escaping (DocumentSection) throws -> Void
  ) throws -> DocumentEnd {
    let builder = SectionBuilder(sectionBytes: sectionBytes, take: take)
    switch format {
    case .plain:
      var scanner = PlainScanner(bytes, direction: direction, builder: builder)
      return try scanner.scan()
    case .markdown:
      var scanner = MarkdownScanner(bytes, direction: direction, builder: builder)
      return try scanner.scan()
    case .html:
      var scanner = HTMLScanner(bytes, direction: direction, builder: builder)
      return try scanner.scan()
    }
  }
}
