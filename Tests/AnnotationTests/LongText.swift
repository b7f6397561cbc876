import Testing

/// A text of which a test's report shows only the beginning and the length.
struct LongText: CustomTestStringConvertible {
  let text: String

  var testDescription: String {
    "\(String(text.unicodeScalars.prefix(40)).debugDescription)… (\(text.utf8.count) bytes)"
  }
}
