/// How the names are shown.
public enum AnnotationFormat: String, CaseIterable, Sendable {
  /// 川普（Donald Trump） in Chinese text, Nvidia (輝達) in English text.
  case parentheses
  /// HTML: small print above the name.
  case ruby
  /// HTML: `<span class="yiming" title="…">`.
  case span
  /// Markdown footnotes.
  case footnotes
  /// The text, and a table of its names behind it.
  case table
  /// Parentheses, with colours for a terminal.
  case ansi
  /// One JSON object a document.
  case json

  /// The input formats into which it can be written.
  public var inputFormats: [InputFormat] {
    switch self {
    case .parentheses, .table, .ansi, .json: InputFormat.allCases
    case .ruby, .span: [.html]
    case .footnotes: [.markdown]
    }
  }

  /// Whether the document goes through, with something inserted.
  var keepsEncoding: Bool { self != .ansi && self != .json }
}
