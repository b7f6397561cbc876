import TermRecognition

/// Decides which mentions get a gloss, section by section of a document.
struct MentionChooser {
  private let source: [UInt8]
  private let options: AnnotationOptions
  private let listsAll: Bool
  private var numbers: [NameKey: Int] = [:]
  /// By what is shown at a first mention, the first name that is shown so.
  private var groups: [String: Int] = [:]
  /// Per name: the first one that is shown like it, maybe itself.
  private var groupOf: [Int] = []
  /// Per such first name: how many are shown alike, and which of them were told, at which mention.
  private var sizes: [Int] = []
  private var told: [[(name: Int, range: Range<Int>)]] = []
  /// Per name: the paragraph of its last mention that counts, -1 before the first.
  private var lastParagraph: [Int] = []
  /// Where the last gloss of an accepted mention ends.
  private var glossEnd = 0

  /// What makes two names of two sections one.
  private struct NameKey: Hashable {
    var concepts: [String]
    var english: String

    init(_ name: MentionedName) {
      concepts = name.concepts
      english = name.concepts.isEmpty ? "\(name.english)\u{0}\(name.chinese)" : ""
    }
  }

  init(_ source: [UInt8], options: AnnotationOptions) {
    self.source = source
    self.options = options
    listsAll = options.format == .json || options.format == .ansi || options.explains
  }

  /// - Returns: the mentions that get something written, or all candidates where all are listed.
  mutating func choose(
    _ recognised: RecognisedText, in section: DocumentSection, marks: GlossMarks
  ) -> [ChosenMention] {
    var chosen: [ChosenMention] = []
    let numbers = recognised.names.map { number(of: $0) }
    if listsAll || options.mentions == .all { chosen.reserveCapacity(recognised.mentions.count) }
    for mention in recognised.mentions {
      let number = number(numbers[mention.name], at: mention)
      let isAccepted = mention.verdict == .accepted
      if !listsAll, !isAccepted || isPassedBy(mention, number) { continue }
      let name = recognised.names[mention.name]
      let range = GlossPlace.withoutPossessive(
        mention.range, in: source, direction: options.recognition.direction)
      var item = ChosenMention(
        mention: mention, name: name, nameNumber: number, range: range,
        isGlossed: false, decision: .notAccepted, gloss: isAccepted ? "" : gloss(of: name, isFirst: true),
        place: GlossPlace(of: range, in: section, of: source, options: options))
      if isAccepted { decide(&item, in: section, marks: marks) }
      chosen.append(item)
    }
    return chosen
  }

  /// Whether a mention is a later one that nothing is written for, which most are.
  private mutating func isPassedBy(_ mention: Mention, _ number: Int) -> Bool {
    let isLater =
      switch options.mentions {
      case .first: lastParagraph[number] >= 0
      case .paragraph: lastParagraph[number] == mention.paragraph
      case .all: false
      }
    guard isLater else { return false }
    if let gloss = mention.gloss { glossEnd = max(glossEnd, gloss.upperBound) }
    return true
  }

  private mutating func number(of name: MentionedName) -> Int {
    let key = NameKey(name)
    if let number = numbers[key] { return number }
    let gloss = gloss(of: name, isFirst: true)
    let number = lastParagraph.count
    let group = groups[gloss] ?? number
    numbers[key] = number
    groups[gloss] = group
    groupOf.append(group)
    sizes.append(0)
    sizes[group] += 1
    told.append([])
    lastParagraph.append(-1)
    return number
  }

  /// The number of the name that a mention is counted under: of those that are written and shown alike, as
  /// the ministries of two countries are, the one that the reader was told.
  private func number(_ number: Int, at mention: Mention) -> Int {
    let group = groupOf[number]
    guard sizes[group] > 1 else { return number }
    return told[group].first { source[$0.range] == source[mention.range] }?.name ?? number
  }

  private mutating func decide(
    _ item: inout ChosenMention, in section: DocumentSection, marks: GlossMarks
  ) {
    let isFirst = lastParagraph[item.nameNumber] < 0
    let isFirstOfParagraph = lastParagraph[item.nameNumber] != item.mention.paragraph
    item.gloss = gloss(of: item.name, isFirst: isFirst)
    let isInsideGloss = item.mention.range.lowerBound < glossEnd
    item.isGlossed =
      item.mention.gloss != nil || isInsideGloss
      || marks.alreadyGloss(item, in: section, of: source)
    if let gloss = item.mention.gloss { glossEnd = max(glossEnd, gloss.upperBound) }
    if isInsideGloss {
      item.decision = .alreadyGlossed
      return
    }
    lastParagraph[item.nameNumber] = item.mention.paragraph
    let isChosen =
      switch options.mentions {
      case .first: isFirst
      case .paragraph: isFirstOfParagraph
      case .all: true
      }
    if let reason = reasonToLeaveOut(item) {
      item.decision = reason
    } else if item.isGlossed {
      item.decision = .alreadyGlossed
    } else {
      item.decision = isChosen ? .annotated : .later
    }
    let group = groupOf[item.nameNumber]
    if isFirst, item.decision == .annotated || item.decision == .alreadyGlossed {
      told[group].append((item.nameNumber, item.mention.range))
    }
  }

  /// Why a name is not annotated at any of its mentions.
  private func reasonToLeaveOut(_ item: ChosenMention) -> Decision? {
    if let kinds = options.kinds, item.name.kind.map(kinds.contains) != true { return .otherKind }
    if item.name.isFamiliar, !options.includesFamiliar { return .familiar }
    if item.gloss.isEmpty { return .nothingKnown }
    let text = source[item.range]
    let isSame =
      text.count == item.gloss.utf8.count
      && zip(text, item.gloss.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    return isSame ? .sameText : nil
  }

  private func gloss(of name: MentionedName, isFirst: Bool) -> String {
    let text =
      switch (options.recognition.direction, options.names) {
      case (.englishToChinese, _): name.chinese
      case (_, .full): name.english
      case (_, .short): name.short.isEmpty ? name.english : name.short
      case (_, .firstFull): isFirst || name.short.isEmpty ? name.english : name.short
      }
    return Self.onOneLine(text)
  }

  /// A glossary is text from outside: what is inserted holds no line end or control character.
  static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
