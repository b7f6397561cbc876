import TermModel

/// Exceptions as the `term` commands print them.
enum ExceptionText {
  /// "not inside 四川普通話"
  static func rule(_ exception: FormException) -> String {
    switch exception.rule {
    case .inside: "not inside \(exception.text)"
    case .notIn: "not in a document with \(exception.text)"
    case .always: "always a name"
    }
  }

  /// Form, rule and text, parted by tabs.
  static func row(_ exception: FormException) -> String {
    let parts = [exception.form, exception.rule.rawValue, exception.text]
    return (exception.rule == .always ? parts.dropLast() : parts[...]).joined(separator: "\t")
  }

  /// "added 川普: not inside 四川普通話", or the exception as JSON with what was done to it.
  static func confirmation(
    _ exception: FormException, _ word: String, format: OutputFormat
  ) -> String {
    if format == .json {
      return JSONValue.object([("outcome", .string(word))] + members(exception)).description
    }
    return "\(word) \(exception.form): \(rule(exception))"
  }

  /// What is decided about a form that no concept of the base has.
  static func block(of form: String, _ exceptions: [FormException]) -> String {
    ([form] + exceptions.map { "  \(ConceptText.padded("except")) \(rule($0))" })
      .joined(separator: "\n")
  }

  static func json(of form: String, _ exceptions: [FormException]) -> JSONValue {
    .object([("form", .string(form)), ("exceptions", .array(exceptions.map(json)))])
  }

  static func json(_ exception: FormException) -> JSONValue { .object(members(exception)) }

  private static func members(_ exception: FormException) -> [(String, JSONValue)] {
    let members: [(String, JSONValue)] = [
      ("form", .string(exception.form)), ("rule", .string(exception.rule.rawValue)),
    ]
    return exception.rule == .always ? members : members + [("text", .string(exception.text))]
  }
}
