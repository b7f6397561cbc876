extension Concept {
  /// The most that one concept holds: UTF-8 bytes of all its texts with a separator each.
  public static let longest = 60_000

  /// The first thing that keeps this concept out of a term base and of a glossary file; `nil` for a
  /// sound one.
  ///
  /// A sound concept has an id, a Chinese and an English name to be used, no empty text, no
  /// control character or line end, no space at the end of a text, and no `|` in what a file
  /// writes as a list (forms, cues, rivals); in a note or a source `|` is a character like others.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public var flaw: ConceptFlaw? {
    if let flaw = idFlaw { return flaw }
    var total = 0
    func check(_ text: String, _ what: String, isListed: Bool, mayBeEmpty: Bool) -> ConceptFlaw? {
      total += text.utf8.count + 1
      if text.isEmpty {
        return mayBeEmpty ? nil : ConceptFlaw(.emptyText, ["what": what, "id": id])
      }
      return Self.flaw(of: text, what, isListed: isListed)
    }
    let own = terms.filter { !$0.isDerived }
    for term in own {
      let what = "a form in \(term.language)"
      if let flaw = check(term.text, what, isListed: true, mayBeEmpty: false) { return flaw }
    }
    for (words, what) in [(cues, "a cue"), (rivals, "a rival")] {
      for word in words {
        if let flaw = check(word, what, isListed: true, mayBeEmpty: false) { return flaw }
      }
    }
    for (text, what) in [(domain, "the domain"), (source, "the source"), (note, "the note")] {
      if let flaw = check(text, what, isListed: false, mayBeEmpty: true) { return flaw }
    }
    for field in otherFields {
      let what = "the field \"\(field.name)\""
      if let flaw = check(field.name, what, isListed: false, mayBeEmpty: false) { return flaw }
      if let flaw = check(field.value, what, isListed: false, mayBeEmpty: false) { return flaw }
    }
    if total > Self.longest {
      return ConceptFlaw(.tooLong, ["id": id, "bytes": "\(total)", "longest": "\(Self.longest)"])
    }
    return repeatFlaw(own) ?? nameFlaw(own)
  }

  private var idFlaw: ConceptFlaw? {
    guard let first = id.unicodeScalars.first else { return ConceptFlaw(.noID) }
    let isBad =
      first == "#" || first == "-" || id.utf8.count > 200
      || id.unicodeScalars.contains { $0.isControl || $0.isOuterSpace || $0 == "|" }
    return isBad ? ConceptFlaw(.badID, ["id": id]) : nil
  }

  private static func flaw(of text: String, _ what: String, isListed: Bool) -> ConceptFlaw? {
    for scalar in text.unicodeScalars {
      if scalar.isControl {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
        return ConceptFlaw(.controlCharacter, ["what": what, "text": text, "character": code])
      }
      if isListed, scalar == "|" { return ConceptFlaw(.bar, ["what": what, "text": text]) }
    }
    return text.trimmingOuterSpace() == text
      ? nil : ConceptFlaw(.outerSpace, ["what": what, "text": text])
  }

  private func repeatFlaw(_ own: [Term]) -> ConceptFlaw? {
    var seen: Set<[String]> = []
    for term in own {
      let list = [
        term.text, term.language.description, term.type.rawValue,
        term.status == .preferred ? TermStatus.admitted.rawValue : term.status.rawValue,
      ]
      if !seen.insert(list).inserted {
        return ConceptFlaw(.twice, ["text": term.text, "id": id])
      }
    }
    for words in [cues, rivals] where Set(words).count < words.count {
      let first = words.indices.first { words[..<$0].contains(words[$0]) }
      return ConceptFlaw(.twice, ["text": first.map { words[$0] } ?? "", "id": id])
    }
    return nil
  }

  private func nameFlaw(_ own: [Term]) -> ConceptFlaw? {
    let inUse = own.filter { $0.status == .preferred || $0.status == .admitted }
    if !inUse.contains(where: { $0.language.isChinese }) {
      return ConceptFlaw(.noChinese, ["id": id])
    }
    let names = inUse.filter { $0.type != .shortForm }
    return names.contains { $0.language == .english } ? nil : ConceptFlaw(.noEnglish, ["id": id])
  }
}

extension Unicode.Scalar {
  /// Whether this moves the cursor or ends a line: C0, DEL, C1, U+2028, U+2029.
  var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }

  /// Whether nothing is seen of it at the edge of a text: white space, U+200B, U+FEFF.
  ///
  /// Written out, for the lookup of a Unicode property costs more than the rest of reading a cell.
  var isOuterSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }
}

extension String {
  /// The text without white space and zero-width spaces before and after it.
  ///
  ///     " 輝達\u{3000}".trimmingOuterSpace()   // "輝達"
  ///
  /// - Complexity: O(*n*) where there is something to take away, else O(1).
  public func trimmingOuterSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return self }
    if !first.isOuterSpace, !last.isOuterSpace { return self }
    guard let start = scalars.firstIndex(where: { !$0.isOuterSpace }),
      let end = scalars.lastIndex(where: { !$0.isOuterSpace })
    else { return "" }
    return String(scalars[start...end])
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: Swift.max(0, width - count)) + self
  }
}
