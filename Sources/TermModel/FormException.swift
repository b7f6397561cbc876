/// A person's decision about a form, against or for what the words around it say.
///
///     FormException("川普", .inside, "四川普通話")   // 川普 is no name in 四川普通話
///
/// It belongs to the form, whatever the form names and whichever list it comes from.
public struct FormException: Hashable, Sendable {
  public enum Rule: String, CaseIterable, Sendable {
    /// No name where the form stands inside the text.
    case inside
    /// No name in a document in which the text stands anywhere.
    case notIn = "not-in"
    /// A name wherever it stands, unless another exception of the form says no.
    case always
  }

  public var form: String
  public var rule: Rule
  /// Empty for `always`.
  public var text: String

  /// The longest form or text, in UTF-16 units: what the matcher can find.
  public static let longest = 64

  public init(_ form: String, _ rule: Rule, _ text: String = "") {
    self.form = form
    self.rule = rule
    self.text = text
  }

  /// The first thing that keeps this exception out of a term base; `nil` for a sound one.
  ///
  /// Whether the text of `inside` holds the form is for those to say who can fold both.
  public var flaw: FormExceptionFlaw? {
    let texts = rule == .always ? [form] : [form, text]
    for text in texts {
      if text.isEmpty || text != text.trimmingOuterSpace() {
        return FormExceptionFlaw(.emptyText, ["text": text])
      }
      if text.unicodeScalars.contains(where: \.isControl) {
        return FormExceptionFlaw(.controlCharacter, ["text": text])
      }
      let count = text.utf16.count
      if count > Self.longest {
        let values = ["text": text, "count": "\(count)", "longest": "\(Self.longest)"]
        return FormExceptionFlaw(.tooLong, values)
      }
    }
    return nil
  }
}
