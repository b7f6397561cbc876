import HanText
import TermModel

/// The name that stands in a bracket, in Latin letters.
struct BracketName {
  /// As written.
  let text: String
  /// Folded, and cut at spaces.
  let words: [[UInt16]]
  /// The same as text: small letters without marks.
  let letters: [String]
  /// The words and their parts, for the sound.
  var spoken: [Substring] {
    letters.filter { !Self.generations.contains($0) }
      .flatMap { $0.split { $0 == "-" || $0 == "." || $0 == "'" } }
  }
  /// Whether every word but the small ones begins with a capital.
  let isTitled: Bool

  let isSentence: Bool

  /// - Returns: `nil` for what is no name: a source line, a date, a ticker of capitals.
  init?(_ part: Bracket.Part, of source: [UInt8]) {
    text = String(decoding: source[part.source], as: UTF8.self)
    words = part.units.split(separator: FoldTable.separator).map(Array.init)
    letters = words.map { String(decoding: $0, as: UTF16.self) }
    let written = text.split { $0 == " " || $0 == "\u{A0}" }
    guard text.utf8.count <= 80, (1...10).contains(words.count),
      text.unicodeScalars.first?.properties.isUppercase == true,
      text.unicodeScalars.contains(where: \.properties.isLowercase),
      !text.unicodeScalars.contains(where: { "\"=@%$".unicodeScalars.contains($0) }),
      !letters.contains(where: Self.credits.contains), !Self.isTime(letters)
    else { return nil }
    isSentence = text.unicodeScalars.contains { $0 == "?" || $0 == "!" }
    isTitled = written.allSatisfy { word in
      word.unicodeScalars.first?.properties.isLowercase != true || Self.small.contains(String(word))
    }
  }

  /// Whether a word says that a body has this name: Oak Bay Capital.
  var isBody: Bool { letters.contains(where: Self.bodies.contains) }

  /// Whether it is one of the concept's names, their initials or a part of them, or more than one of
  /// them by words that tell nothing: the whole bracket is asked.
  ///
  /// Doug Ford is not Ford, nor is Ed Davis Eric Davis; Joseph Biden is Joe Biden, and the Ford Motor
  /// Company is Ford.
  func names(_ concept: Concept, table: FoldTable) -> Bool {
    let whole = Array(words.joined(separator: [FoldTable.separator]))
    for term in concept.terms {
      let folded = table.fold(term.text)
      if folded == whole { return true }
      guard term.language == .english else { continue }
      let own = folded.split(separator: FoldTable.separator).map(Array.init)
      guard let first = own.first, let last = own.last, let mine = words.first else { continue }
      let initials = own.compactMap(\.first)
      if words.count == 1, initials.count > 1, initials == mine { return true }
      if words.allSatisfy({ $0.count > 1 && own.contains($0) }) { return true }
      if concept.kind == .person {
        let shared = zip(first, mine).prefix { $0 == $1 }.count
        // An initial with or without its point, or a shorter form of the given name.
        let isInitial =
          shared == 1 && [first, mine].contains { $0.dropFirst() == [0x2E] || $0.count == 1 }
        let isSame = shared >= 2 || isInitial
        if own.count > 1, words.count > 1, words.last == last, isSame { return true }
      } else {
        if words.starts(with: own) { return true }
        let strange = words.indices.filter { !own.contains(words[$0]) }
        let isMore =
          own.allSatisfy(words.contains)
          && strange.allSatisfy {
            Self.bodies.contains(letters[$0]) || Self.small.contains(letters[$0])
          }
        if isMore || (own.count > 2 && strange.count * 2 < words.count) { return true }
      }
    }
    return false
  }

  /// The family name of a person, as English has it at the end.
  var lastName: String {
    let parts = text.split(separator: " ")
    guard parts.count == letters.count else { return parts.last.map(String.init) ?? text }
    return parts.indices.last { !Self.generations.contains(letters[$0]) }.map { String(parts[$0]) }
      ?? text
  }

  private static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  /// What later mentions of a body are called: without its legal form.
  var withoutLegalForm: String {
    let parts = text.split(separator: " ")
    guard parts.count > 1, let last = letters.last, Self.legalForms.contains(last) else {
      return text
    }
    return parts.dropLast().joined(separator: " ")
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static let small: Set<String> = words(
    """
    of the and for de la le du del van von der den di da dos bin al in on to & y
    """)

  private static let legalForms: Set<String> = words(
    """
    inc inc. corp corp. ltd ltd. co co. plc llc ag sa gmbh pbc
    """)

  private static let bodies: Set<String> = legalForms.union(
    words(
      """
      company corporation limited group holdings capital partners ventures fund bank trust \
      labs lab laboratories robotics technologies technology systems software bio biotech \
      therapeutics pharma pharmaceuticals energy motors motor airlines airways media studios \
      games foods materials semiconductor networks foundation institute institution alliance \
      association society coalition council committee union league network project initiative \
      watch forum center centre university college school city republic state kingdom agency \
      club party press news times post magazine orchestra museum theatre theater international \
      industries analytics security intelligence ai
      """))

  /// Who took a picture, and where a text comes from.
  private static let credits: Set<String> = words(
    """
    photo photos image images source sources courtesy credit via file screenshot reuters afp \
    ap getty bloomberg photographer figure table http https
    """)

  /// May alone is a month; Theresa May is not.
  private static func isTime(_ letters: [String]) -> Bool {
    letters.contains(where: times.contains)
      && letters.allSatisfy { times.contains($0) || $0.utf8.allSatisfy { code in code < 0x61 } }
  }

  private static let times: Set<String> = words(
    """
    january february march april may june july august september october november december \
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday \
    friday saturday sunday
    """)
}
