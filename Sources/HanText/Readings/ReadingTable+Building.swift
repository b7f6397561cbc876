public import MappedFile

extension ReadingTable {
  /// Compiles the readings and adds their sections to a file.
  ///
  /// Taiwan's are those of the list. The mainland's come from ICU, one a character: they tell where
  /// its readers would look (微 wēi, 企 qǐ). A simplified character that the list lacks has the
  /// readings of all traditional ones that it stands for.
  ///
  /// - Parameters:
  ///   - bpmf: lines `character zhuyin …`.
  ///   - table: tells which characters are one in the other script.
  /// - Complexity: O(*n*), about 0.4 s, most of it ICU's.
  /// - Throws: ``ICUError`` where ICU lacks the rule for the mainland's readings.
  /// - SeeAlso: `glossary/SOURCES.md`, "BPMFBase.txt".
  public static func build(
    bpmf: [UInt8], table: FoldTable, into writer: inout MappedFileWriter
  ) throws(ICUError) {
    var lists = [[Reading]](repeating: [], count: 65_536)
    readTaiwan(bpmf, into: &lists)
    for (unit, zhuyin) in surnames {
      if let reading = Reading(zhuyin: zhuyin) { lists[Int(unit)].add(reading) }
    }
    var byFold: [UInt16: [Int]] = [:]
    for unit in lists.indices where !lists[unit].isEmpty {
      byFold[table.fold(UInt16(unit)), default: []].append(unit)
    }
    let listed = lists
    for unit in UInt16(0x3007)...0xFAFF where isHan(unit) && listed[Int(unit)].isEmpty {
      for other in byFold[table.fold(unit)] ?? [] {
        for reading in listed[other] { lists[Int(unit)].add(reading) }
      }
    }
    for (unit, reading) in try mainland() { lists[Int(unit)].add(reading) }

    var places: [UInt32] = [0]
    for list in lists { places.append(places.last! + UInt32(list.count)) }
    writer.add(placesSection, places)
    writer.add(readingsSection, lists.joined().map(\.packed))
  }

  private static func isHan(_ unit: UInt16) -> Bool {
    (0x3400...0x9FFF).contains(unit) || (0xF900...0xFAFF).contains(unit) || unit == 0x3007
  }

  /// Readings as a surname that the list lacks.
  private static let surnames: [(unit: UInt16, zhuyin: String)] = [
    (0x8983, "ㄑㄧㄣˊ"),  // 覃
    (0x84CB, "ㄍㄜˇ"),  // 蓋
    (0x7E46, "ㄇㄧㄠˋ"),  // 繆
    (0x54E1, "ㄩㄣˋ"),  // 員
    (0x4FDF, "ㄑㄧˊ"),  // 俟, in 万俟
    (0x4E07, "ㄇㄛˋ"),  // 万
  ]

  private static func readTaiwan(_ bpmf: [UInt8], into lists: inout [[Reading]]) {
    // The list has a group a reading, its usual characters first: a character far down in a group
    // is seldom read so.
    var places: [Substring: Int] = [:]
    var found: [(unit: Int, rarity: Int, reading: Reading)] = []
    for line in String(decoding: bpmf, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count >= 2, fields[0].utf16.count == 1, let unit = fields[0].utf16.first,
        let reading = Reading(zhuyin: String(fields[1])), isHan(unit)
      else { continue }
      places[fields[1], default: 0] += 1
      found.append((Int(unit), places[fields[1]]!, reading))
    }
    // A stable order: readings equally rare stay as the list has them.
    let order = found.indices.sorted {
      (found[$0].rarity, $0) < (found[$1].rarity, $1)
    }
    for index in order { lists[found[index].unit].add(found[index].reading) }
  }

  private static func mainland() throws(ICUError) -> [(unit: UInt16, reading: Reading)] {
    let latin = try Transliterator(rule: "Han-Latin")
    let units = Array(UInt16(0x4E00)...0x9FFF)
    let text = try latin.apply(to: Array(units.map { [$0] }.joined(separator: [0x0A])))
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == units.count else { return [] }
    var found: [(UInt16, Reading)] = []
    for (unit, line) in zip(units, lines) where line.first != unit {
      let spelling = String(decoding: line, as: UTF16.self)
      guard let lattice = ReadingLattice(spelling, as: .hanyu),
        let whole = lattice.edges[0].first(where: { $0.end == lattice.length })
      else { continue }
      found.append((unit, Reading(whole.syllable, whole.tones.isEmpty ? Tones(5) : whole.tones)))
    }
    return found
  }
}

extension [Reading] {
  fileprivate mutating func add(_ reading: Reading) {
    if let same = firstIndex(where: { $0.syllable == reading.syllable }) {
      self[same].tones.formUnion(reading.tones)
    } else {
      append(reading)
    }
  }
}
