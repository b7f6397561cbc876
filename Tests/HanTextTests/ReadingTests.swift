import Foundation
import HanText
import MappedFile
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test(arguments: Romanisation.allCases)
  func `every syllable that is written reads back as itself`(system: Romanisation) throws {
    for syllable in Syllable.all {
      let spelling = system.spelling(of: syllable)
      let lattice = try #require(ReadingLattice(spelling, as: system), "\(spelling)")
      let whole = lattice.edges[0].filter { $0.end == lattice.length }
      #expect(
        whole.contains { $0.syllable == syllable && !$0.isLoose && $0.tones.isEmpty },
        "\(system) \(spelling) should be \(syllable.zhuyin)")
    }
  }

  @Test func `every syllable has a pinyin of its own`() {
    #expect(Set(Syllable.all.map(\.hanyu)).count == Syllable.all.count)
    #expect(Syllable.all.count > 400)
  }

  @Test func `every syllable in zhuyin reads back as itself with each tone`() throws {
    for syllable in Syllable.all {
      #expect(Syllable(zhuyin: syllable.zhuyin) == syllable)
      for (tone, sign) in ["ˉ", "ˊ", "ˇ", "ˋ", "˙"].enumerated() {
        let lattice = try #require(ReadingLattice(syllable.zhuyin + sign, as: .hanyu))
        let wanted = [Reading(syllable, Tones(tone + 1))]
        #expect(lattice.sequences(limit: 99).contains(wanted), "\(syllable.zhuyin)\(sign)")
      }
    }
  }

  @Test(arguments: [
    ("xian", ["xi an", "xian"]), ("xi'an", ["xi an"]), ("xi an", ["xi an"]), ("xī'ān", ["xi an"]),
    ("xi1an1", ["xi an"]), ("fangan", ["fan gan", "fang an"]), ("lyu", ["lü"]),
    ("lue", ["lu e", "lu ê", "lüe"]),
    ("nüer", ["nü er"]), ("nver", ["nü er"]), ("nu:er", ["nü er"]),
    ("piao", ["pi a o", "pi ao", "pia o", "piao"]),
    ("hui-da", ["hui da"]), ("Hui1Da2", ["hui da"]), ("huīdá", ["hui da"]),
    ("hui\u{304}da\u{301}", ["hui da"]), ("ＰＵ３", ["pu"]), ("chang'an", ["chang an"]),
  ])
  func `pinyin keeps every split`(text: String, splits: [String]) throws {
    let lattice = try #require(ReadingLattice(text, as: .hanyu))
    let found = lattice.sequences(limit: 99).map {
      $0.map(\.syllable.hanyu).joined(separator: " ")
    }
    #expect(found.sorted() == splits)
  }

  @Test(arguments: [
    (Romanisation.wadeGiles, "hui-ta", "ㄏㄨㄟ ㄉㄚ"), (.wadeGiles, "ch'uan-p'u", "ㄔㄨㄢ ㄆㄨ"),
    (.wadeGiles, "ch’uan p’u", "ㄔㄨㄢ ㄆㄨ"), (.wadeGiles, "chuan pu", "ㄔㄨㄢ ㄆㄨ"),
    (.wadeGiles, "chuan pu", "ㄓㄨㄢ ㄅㄨ"), (.wadeGiles, "hsi chin-p'ing", "ㄒㄧ ㄐㄧㄣ ㄆㄧㄥ"),
    (.wadeGiles, "mao tsê-tung", "ㄇㄠ ㄗㄜ ㄉㄨㄥ"), (.wadeGiles, "mao tse-tung", "ㄇㄠ ㄗㄜ ㄉㄨㄥ"),
    (.wadeGiles, "tz'u-hsi", "ㄘ ㄒㄧ"), (.wadeGiles, "ssu-ma", "ㄙ ㄇㄚ"),
    (.wadeGiles, "szu-ma", "ㄙ ㄇㄚ"),
    (.wadeGiles, "yüeh", "ㄩㄝ"), (.wadeGiles, "kuo-min-tang", "ㄍㄨㄛ ㄇㄧㄣ ㄉㄤ"),
    (.wadeGiles, "jih-pên", "ㄖ ㄅㄣ"), (.wadeGiles, "ko-lo", "ㄍㄜ ㄌㄨㄛ"), (.wadeGiles, "erh", "ㄦ"),
    (.tongyong, "hueida", "ㄏㄨㄟ ㄉㄚ"), (.tongyong, "syu", "ㄒㄩ"), (.tongyong, "jhongsiao", "ㄓㄨㄥ ㄒㄧㄠ"),
    (.tongyong, "cijin", "ㄑㄧ ㄐㄧㄣ"), (.tongyong, "fong yuan", "ㄈㄥ ㄩㄢ"),
    (.tongyong, "lioucyun", "ㄌㄧㄡ ㄑㄩㄣ"),
    (.hanyu, "ㄏㄨㄟㄉㄚˊ", "ㄏㄨㄟ ㄉㄚ"), (.hanyu, "ㄒㄧㄢ", "ㄒㄧ ㄢ"), (.hanyu, "˙ㄇㄚ", "ㄇㄚ"),
    (.hanyu, "huiㄉㄚˊ", "ㄏㄨㄟ ㄉㄚ"),
  ])
  func `other spellings are known`(system: Romanisation, text: String, zhuyin: String) throws {
    let lattice = try #require(ReadingLattice(text, as: system))
    let found = lattice.sequences(limit: 99).map {
      $0.map(\.syllable.zhuyin).joined(separator: " ")
    }
    #expect(found.contains(zhuyin), "\(found)")
  }

  @Test func `a missing tone sign is the first tone where others stand`() throws {
    let marked = try #require(ReadingLattice("ㄏㄨㄟㄉㄚˊ", as: .hanyu))
    #expect(marked.sequences(limit: 9).contains { $0.map(\.tones) == [Tones(1), Tones(2)] })
    let bare = try #require(ReadingLattice("ㄏㄨㄟㄉㄚ", as: .hanyu))
    #expect(bare.sequences(limit: 9).allSatisfy { $0.allSatisfy(\.tones.isEmpty) })
  }

  @Test(arguments: [
    "", " ", "'", "-", "Trump", "3M", "7-11", "hui9", "1da", "ㄏㄏ", "ㄏ", "ˊ", "˙", "👩‍👩‍👧", "\u{301}",
    "\u{0}", "xq", "輝達",
    "hui11", "ㄏㄨㄟ👍",
  ])
  func `what is no reading is refused`(text: String) {
    for system in Romanisation.allCases {
      #expect(ReadingLattice(text, as: system) == nil, "\(system)")
    }
  }

  @Test func `syllables written together can be read as they were meant`() throws {
    var generator = SeededGenerator.printed()
    for _ in 0..<2_000 {
      let syllables = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Syllable.all.randomElement(using: &generator)!
      }
      for system in Romanisation.allCases {
        // In Wade-Giles a tone-less row of letters is not written together.
        let text = syllables.map { system.spelling(of: $0) }
          .joined(separator: system == .wadeGiles ? "-" : "")
        let lattice = try #require(ReadingLattice(text, as: system), "\(text)")
        let found = lattice.sequences(limit: 10_000).map { $0.map(\.syllable) }
        #expect(found.contains(syllables), "\(system) \(text)")
      }
      let zhuyin = syllables.map(\.zhuyin).joined()
      let lattice = try #require(ReadingLattice(zhuyin, as: .hanyu), "\(zhuyin)")
      #expect(lattice.sequences(limit: 10_000).contains { $0.map(\.syllable) == syllables })
    }
  }

  @Test(arguments: [
    ("ㄓ", "ㄗ"), ("ㄋㄢ", "ㄌㄢ"), ("ㄈㄟ", "ㄏㄨㄟ"), ("ㄧㄥ", "ㄧㄣ"), ("ㄈㄨ", "ㄏㄨ"), ("ㄉㄡ", "ㄉㄨㄛ"),
    ("ㄖㄣ", "ㄌㄥ"),
  ])
  func `sounds that many do not tell apart are near`(one: String, other: String) throws {
    let syllable = try #require(Syllable(zhuyin: one))
    if let other = Syllable(zhuyin: other) { #expect(syllable.near.contains(other)) }
    #expect(syllable.near.contains(syllable))
    #expect(!syllable.near.contains(Syllable(zhuyin: "ㄍㄨㄥ")!))
  }

  @Test(arguments: [
    ("行", ["ㄏㄤ", "ㄒㄧㄥ"]), ("重", ["ㄓㄨㄥ", "ㄔㄨㄥ"]), ("曾", ["ㄘㄥ", "ㄗㄥ"]), ("垃", ["ㄌㄜ", "ㄌㄚ"]),
    ("达", ["ㄉㄚ"]), ("伟", ["ㄨㄟ"]), ("逹", ["ㄉㄚ"]), ("覃", ["ㄊㄢ", "ㄑㄧㄣ"]), ("发", ["ㄈㄚ"]),
  ])
  func `a character has all its readings`(character: String, zhuyin: [String]) throws {
    let table = try Self.table.get()
    let found = table.readings(of: character.utf16.first!).map(\.syllable.zhuyin)
    #expect(Set(found).isSuperset(of: zhuyin), "\(found)")
  }

  @Test func `tones are those of Taiwan and of the mainland`() throws {
    let table = try Self.table.get()
    #expect(table.readings(of: "微".utf16.first!)[0].tones.isSuperset(of: [Tones(2), Tones(1)]))
    #expect(table.readings(of: "輝".utf16.first!) == [Reading(Syllable(zhuyin: "ㄏㄨㄟ")!, Tones(1))])
    #expect(table.readings(of: "a".utf16.first!).isEmpty)
    #expect(table.readings(of: 0xD800).isEmpty)
  }

  static let table = Result {
    var writer = MappedFileWriter()
    writer.add(FoldTable.section, try FoldTable.build())
    let fold = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold"))
    let list = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../glossary/language/BPMFBase.txt")
    try ReadingTable.build(bpmf: Array(try Data(contentsOf: list)), table: fold, into: &writer)
    return try ReadingTable(try MappedFile(bytes: writer.bytes(), name: "readings"))
  }
}
