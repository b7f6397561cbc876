import CompiledTerms
import HanText
import MappedFile
import TermModel

/// Makes the sections of a ``LookupIndex``.
struct LookupIndexBuilder {
  /// Units of the longest name that is indexed; a longer term is found by its beginning.
  private static let longestName = 200
  private static let mostWords = 40

  let terms: LayeredTerms
  let table: FoldTable
  /// A term of a concept; the owner of a key in `names`.
  struct Record {
    var sense: NameSense
    var isChinese: Bool
    /// English, and not only a later mention's.
    var isFullEnglish: Bool
    var isPerson: Bool
    var isHidden = false
  }
  private(set) var records: [Record] = []
  private(set) var names = KeyList()
  private var wordStarts: [Bool] = []
  private var groups: [Range<Int>] = []
  /// Concepts that a concept of a higher layer replaces in all that can be shown.
  private var isDropped: [Bool] = []
  /// The first key of each name that is written, and the range of its group.
  private(set) var written: [Range<Int>] = []

  init(_ terms: LayeredTerms, table: FoldTable) {
    self.terms = terms
    self.table = table
  }

  mutating func gatherNames() {
    for (index, layered) in terms.concepts.enumerated() {
      let all = layered.concept.terms
      for (number, term) in all.enumerated() {
        // Hong Kong's derived terms are Taiwan's, letter by letter.
        if term.isDerived, term.language == .hongKong { continue }
        let key = NameKey(table.fold(term.text))
        guard !key.units.isEmpty else { continue }
        names.append(key.units.prefix(Self.longestName), owner: records.count)
        wordStarts += key.wordStarts.prefix(Self.longestName)
        let sense = NameSense(
          concept: index, term: number, standing: NameSense.standing(of: term))
        let isEnglish = term.language == .english
        records.append(
          Record(
            sense: sense, isChinese: !isEnglish,
            isFullEnglish: isEnglish && term.type != .shortForm,
            isPerson: layered.concept.kind == .person))
      }
    }
    names.sort()
    groups = names.groups()
  }

  /// A Chinese form of a higher layer hides that form in the lower ones. A concept all of whose
  /// Chinese forms are hidden goes, where one that is seen has its English name.
  mutating func settleVisibility() {
    var isSeen = [Bool](repeating: false, count: terms.concepts.count)
    let ranks = terms.concepts.map(\.rank)
    func concept(_ key: KeyList.Key) -> Int { Int(records[Int(key.owner)].sense.concept) }
    for group in groups {
      var highest = Int.max
      for key in names.keys[group] where records[Int(key.owner)].isChinese {
        highest = min(highest, ranks[concept(key)])
      }
      for key in names.keys[group] where records[Int(key.owner)].isChinese {
        if ranks[concept(key)] == highest {
          isSeen[concept(key)] = true
        } else {
          records[Int(key.owner)].isHidden = true
        }
      }
    }
    isDropped = [Bool](repeating: false, count: terms.concepts.count)
    for group in groups {
      let keys = names.keys[group]
      guard
        keys.contains(where: { !records[Int($0.owner)].isChinese && isSeen[concept($0)] })
      else { continue }
      for key in keys where !isSeen[concept(key)] {
        if records[Int(key.owner)].isFullEnglish { isDropped[concept(key)] = true }
      }
    }
  }

  mutating func writeNames(into writer: inout MappedFileWriter) {
    var places: [UInt32] = [0]
    var senses: [NameSense] = []
    var starts: [Bool] = []
    var signatures: [UInt32] = []
    for group in groups {
      let before = senses.count
      for key in names.keys[group] {
        var record = records[Int(key.owner)]
        if isDropped[Int(record.sense.concept)] { continue }
        if record.isHidden { record.sense.standing += NameSense.hiddenPenalty }
        if let same = senses[before...].firstIndex(where: { $0.concept == record.sense.concept }) {
          if record.sense.standing < senses[same].standing { senses[same] = record.sense }
        } else {
          senses.append(record.sense)
        }
      }
      if senses.count == before { continue }
      written.append(group)
      places.append(UInt32(senses.count))
      let key = names.keys[group.lowerBound]
      starts += wordStarts[Int(key.place)..<Int(key.place + key.count)]
      signatures.append(names.units(of: key).reduce(0) { $0 | LookupIndex.signatureBit($1) })
    }
    var bits = [UInt64](repeating: 0, count: starts.count / 64 + 1)
    for (place, isStart) in starts.enumerated() where isStart {
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    names.write(written.map(\.lowerBound), named: "lkn", into: &writer)
    writer.add("lkn.w", bits)
    writer.add("lkn.sig", signatures)
    writer.add("lks.at", places)
    writer.add("lks.v", senses)
  }

  func writeWords(into writer: inout MappedFileWriter) {
    var words = KeyList()
    for (name, group) in written.enumerated() {
      var seen: Set<ArraySlice<UInt16>> = []
      for word in self.words(of: names.keys[group.lowerBound]).prefix(Self.mostWords)
      where seen.insert(word).inserted {
        words.append(word, owner: name)
      }
    }
    words.sort()
    let groups = words.groups()
    words.write(groups.map(\.lowerBound), named: "lkw", into: &writer)
    writer.add("lkwn.at", groups.reduce(into: [0]) { $0.append(UInt32($1.upperBound)) })
    writer.add("lkwn.v", words.keys.map(\.owner))
  }

  /// The words of Latin letters and digits in a name.
  func words(of key: KeyList.Key) -> [ArraySlice<UInt16>] {
    var words: [ArraySlice<UInt16>] = []
    let range = Int(key.place)..<Int(key.place + key.count)
    var start = range.lowerBound
    for place in range {
      let isWordUnit = FoldTable.isWordUnit(names.units[place])
      if !isWordUnit || wordStarts[place] {
        if start < place { words.append(names.units[start..<place]) }
        start = isWordUnit ? place : place + 1
      }
    }
    if start < range.upperBound { words.append(names.units[start..<range.upperBound]) }
    return words
  }

  func writeLayers(into writer: inout MappedFileWriter) {
    let ranks = Set(terms.concepts.map(\.rank)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(ranks, ranks.indices))
    writer.add("lkl", terms.concepts.map { UInt8(clamping: places[$0.rank]!) })
  }
}
