import MappedFile

extension LookupIndexBuilder {
  /// Words that take no part in initials: AIT is the American Institute *in* Taiwan.
  private static let smallWords = Set(
    [
      "of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "du", "des", "a", "ltd",
      "limited", "inc", "plc", "llc",
    ].map { ArraySlice(Array($0.utf16)) })
  /// The s that an apostrophe parts from its word.
  private static let possessive: ArraySlice<UInt16> = [0x73]

  func writeInitials(into writer: inout MappedFileWriter) {
    var rows: [InitialsRow] = []
    for (name, group) in written.enumerated() {
      // Two letters of a person are too few to mean anybody.
      var least = Int.max
      for key in names.keys[group] where records[Int(key.owner)].isFullEnglish {
        least = min(least, records[Int(key.owner)].isPerson ? 3 : 2)
      }
      guard least < Int.max else { continue }
      var all: [UInt16] = []
      var large: [UInt16] = []
      for word in self.words(of: names.keys[group.lowerBound]) where word != Self.possessive {
        all.append(word.first!)
        if word.count > 7 || !Self.smallWords.contains(word) { large.append(word.first!) }
      }
      guard all.count > 1 else { continue }
      for key in all == large ? [all] : [all, large] where key.count >= least {
        if let letters = InitialsRow.pack(key) {
          rows.append(InitialsRow(letters: letters, name: name))
        }
      }
    }
    rows.sort { ($0.letters, $0.name) < ($1.letters, $1.name) }
    writer.add("lki", rows)
  }
}
