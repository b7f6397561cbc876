import CompiledTerms
import HanText
import MappedFile
import TermModel

extension LookupIndexBuilder {
  /// The most combinations of readings that one name is indexed under.
  private static let mostReadings = 16
  private static let longestReading = 32

  func writeReadings(_ table: ReadingTable, into writer: inout MappedFileWriter) {
    var rows = KeyList(ignoringLowBits: 5)
    for (name, group) in written.enumerated() {
      // The term that is most used: a simplified spelling of it says less of its readings.
      var best: NameSense?
      for key in names.keys[group] where records[Int(key.owner)].isChinese {
        let sense = records[Int(key.owner)].sense
        if best.map({ sense.standing < $0.standing }) ?? true { best = sense }
      }
      guard let best, let choices = choices(for: best, table) else { continue }
      // All combinations, as a number whose digits count the readings of each character.
      var combination = choices.map { $0[0] }
      for number in 0..<choices.reduce(1, { $0 * $1.count }) {
        var rest = number
        for (place, readings) in choices.enumerated() where readings.count > 1 {
          combination[place] = readings[rest % readings.count]
          rest /= readings.count
        }
        rows.append(combination, owner: name)
      }
    }
    rows.sort()
    rows.write(rows.keys.indices, named: "lkr", into: &writer)
    writer.add("lkr.n", rows.keys.map(\.owner))
  }

  /// The packed readings of each character of a term, so many that their combinations are not too
  /// many; `nil` where a character has none.
  private func choices(for sense: NameSense, _ readings: ReadingTable) -> [[UInt16]]? {
    let text = terms.concepts[Int(sense.concept)].concept.terms[Int(sense.term)].text
    var choices: [[UInt16]] = []
    for unit in text.utf16 {
      let folded = table.fold(unit)
      guard NameKey.keeps(folded) else { continue }
      let found = readings.readings(of: unit)
      guard !found.isEmpty, choices.count < Self.longestReading else { return nil }
      choices.append(found.map(\.packed))
    }
    guard choices.count > 1 else { return nil }
    while choices.reduce(1, { min($0 * $1.count, 1_000) }) > Self.mostReadings {
      let most = choices.indices.max { choices[$0].count < choices[$1].count }!
      choices[most].removeLast()
    }
    return choices
  }
}
