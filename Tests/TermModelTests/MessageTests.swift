import TermModel
import Testing

struct MessageTests {
  private struct Sample: ReportableError {
    var codeName = "icu-unavailable"
    var place: SourcePlace? = SourcePlace(document: "a.tsv", line: 3)
    var values = ["what": "Han", "reason": "gone"]
  }

  @Test func `a message says place, what, and the code, in one line`() {
    #expect(
      Message(Sample()).description
        == "a.tsv:3: ICU cannot open \"Han\": gone; reinstall libicu [icu-unavailable]")
  }

  @Test func `an unknown code still tells its values`() {
    #expect(Message(Sample(codeName: "new", place: nil)).description == "reason \"gone\", what \"Han\" [new]")
  }

  @Test func `a value that looks like a placeholder stays as it is`() {
    var sample = Sample()
    sample.values["what"] = "{reason}"
    #expect(Message(sample).description.contains("\"{reason}\": gone"))
  }

  @Test func `text from outside cannot break the line or move the cursor`() {
    var sample = Sample()
    sample.values["what"] = "a\nb\u{1B}[2J\u{202E}" + String(repeating: "長", count: 500)
    let text = Message(sample).description
    #expect(!text.contains { $0.isNewline } && !text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("\\u{1B}") && text.contains("\\u{202E}") && text.count < 400)
  }
}

struct LanguageTagTests {
  @Test(arguments: [("zh-TW", "ZH-tw", true), ("zh-TW", "zh-HK", false), ("en", "EN", true)])
  func `tags compare without case`(_ left: String, _ right: String, _ isSame: Bool) {
    #expect((LanguageTag(left) == LanguageTag(right)) == isSame)
    #expect(Set([LanguageTag(left), LanguageTag(right)]).count == (isSame ? 1 : 2))
    #expect(LanguageTag(left).description == left)
  }
}

struct FormExceptionTests {
  @Test(arguments: [
    (FormException("川普", .inside, "四川普通話"), nil), (FormException("川普", .always), nil),
    (FormException("", .always), .emptyText), (FormException(" 川普", .always), .emptyText),
    (FormException("川普", .notIn, ""), .emptyText),
    (FormException("川普", .notIn, "a\u{1B}b"), .controlCharacter),
    (FormException("川普", .notIn, String(repeating: "川", count: 64)), nil),
    (FormException("川普", .notIn, String(repeating: "𠮷", count: 33)), .tooLong),
  ] as [(FormException, FormExceptionFlaw.Code?)])
  func `what no base can keep is a flaw`(_ exception: FormException, _ code: FormExceptionFlaw.Code?) {
    #expect(exception.flaw?.code == code)
  }

  @Test func `every flaw has words`() {
    for code in FormExceptionFlaw.Code.allCases { #expect(Message.knows(code: code.rawValue), "\(code)") }
  }
}
