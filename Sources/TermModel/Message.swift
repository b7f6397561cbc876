/// The line that a user reads: `place: what is wrong, with the value in quotes; what to do [code]`.
///
/// All wording of errors and warnings is in the table of this type, under the error's code, so that
/// a second language can be added beside it.
public struct Message: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter error: an error whose code is in the table; for one that is not, the line shows
  ///   the code and the values.
  public init(_ error: any ReportableError) {
    let text = Self.templates[error.codeName].map { Self.filled($0, error.values) } ?? Self.plain(error.values)
    let place = error.place.map { "\(Self.shown($0.description)): " } ?? ""
    description = "\(place)\(text) [\(error.codeName)]"
  }

  /// Whether the table has words for this code.
  public static func knows(code: String) -> Bool { templates[code] != nil }

  /// The template with its placeholders replaced, in one pass: a value that looks like a placeholder
  /// stays as it is.
  private static func filled(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name].map(shown) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func plain(_ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key) \"\($0.value)\"" }.joined(separator: ", ")
  }

  /// The value on one line, at most 200 characters of it, with control and invisible characters
  /// escaped: text from outside must not move the cursor of the reader's terminal.
  public static func shown(_ value: String) -> String {
    var text = ""
    for (count, scalar) in value.unicodeScalars.enumerated() {
      if count == 200 { return text + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default:
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
