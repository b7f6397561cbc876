import Store
import TestSupport
import Testing

/// What every ``Store/MemoryStore`` promises, each case with two handles on one new base.
struct MemoryContract: Sendable, CustomTestStringConvertible {
  typealias Handles = (one: any MemoryStore, other: any MemoryStore)

  let name: String
  let check: @Sendable (Handles) throws -> Void
  var testDescription: String { name }

  static let cases = units + names + imports + undo

  private static func unit(
    _ text: String, _ tuid: String? = nil, _ source: String = "", changed: Int? = nil,
    line: Int = 0
  ) -> IncomingUnit {
    MemorySamples.unit(text, tuid: tuid, source: source, changed: changed, line: line)
  }

  // MARK: Units

  private static let units: [MemoryContract] = [
    MemoryContract(name: "a new base has no memories") { (handles) throws in
      try handles.one.readMemories { (memories) throws in
        #expect(try memories.memories().isEmpty)
        #expect(try memories.memory(named: "m") == nil)
        #expect(try memories.state(of: 1) == nil)
        #expect(try memories.unit(1, of: 1) == nil)
        #expect(try memories.imports(of: 1).isEmpty)
      }
    },
    MemoryContract(name: "units come back byte for byte, in order, with what stood between") {
      (handles) throws in
      let xml = "<tu tuid=\"1\"><tuv xml:lang=\"zh-TW\"><seg> 𠮷\u{85}\t\n&#xD;</seg></tuv></tu>"
      let units = [
        IncomingUnit(
          xml: Array(xml.utf8), preceding: Array("<!-- 甲 -->".utf8), tuid: "1",
          source: Array("s".utf8), changed: 1_700_000_000),
        IncomingUnit(xml: Array(String(repeating: "長", count: 100_000).utf8), changed: -5),
        IncomingUnit(xml: Array("<tu/>".utf8), tuid: "", changed: nil),
      ]
      let root = Array("<tmx version=\"1.4\">".utf8)
      try handles.one.writeMemories { (memories) throws in
        let session = try memories.startImport(
          ImportStart(memory: "m", document: "n.tmx", root: root, header: [65, 66]))
        for unit in units { #expect(try session.add(unit) == .added) }
        let end = ImportEnd(trailing: [67], header: [66, 65], rejected: 2, isComplete: false)
        let result = try session.finish(end) { _ in }
        #expect(result.counts == ImportCounts(read: 5, added: 3, rejected: 2))
        #expect(result.memory?.unitCount == 3)
      }
      let stored = try handles.other.units()
      #expect(stored.map(\.xml) == units.map(\.xml))
      #expect(stored.map(\.preceding) == units.map(\.preceding))
      #expect(stored.map(\.tuid) == ["1", nil, nil])
      #expect(stored.map(\.changed) == [1_700_000_000, -5, nil])
      let memory = try handles.other.memory()
      let document = try #require(
        try handles.other.readMemories { try $0.imports(of: memory.id).first })
      #expect(document.root == root && document.header == [66, 65] && document.trailing == [67])
      #expect(document.document == "n.tmx" && !document.isComplete)
      #expect(document.counts == ImportCounts(read: 5, added: 3, rejected: 2))
      #expect(stored.allSatisfy { $0.importID == document.id && !$0.isEdited })
    },
    MemoryContract(name: "units are passed over from a number on, and no further than wanted") {
      (handles) throws in
      try handles.one.take((0..<50).map { unit("\($0)") })
      try handles.one.take([unit("other")], into: "n")
      let memory = try handles.one.memory()
      try handles.other.readMemories { (memories) throws in
        var seen: [Int] = []
        try memories.eachUnit(of: memory.id, from: 40) { row in
          seen.append(row.number)
          return row.number < 45
        }
        #expect(seen == Array(40...45))
        seen = []
        try memories.eachUnit(of: memory.id, from: 0) { row in
          seen.append(row.number)
          return true
        }
        #expect(seen == Array(1...50))
      }
    },
    MemoryContract(name: "single units are added, changed in their place, and removed") {
      (handles) throws in
      try handles.one.take(["a", "b", "c"].map { unit($0) })
      let memory = try handles.one.memory()
      let new = try handles.one.writeMemories { (memories) throws in
        #expect(try memories.add(unit("d"), to: memory.id) == 4)
        try memories.removeUnit(1, of: memory.id)
        return try memories.edit(2, of: memory.id, to: unit("B"))
      }
      #expect(new == 5)
      let units = try handles.other.units()
      #expect(units.map { MemorySamples.text($0.xml) } == ["B", "c", "d"])
      #expect(units.map(\.number) == [5, 3, 4] && units.map(\.position) == [2, 3, 4])
      #expect(units.map(\.isEdited) == [true, false, false])
      #expect(units.map { $0.importID != nil } == [true, true, false])
      #expect(try handles.other.memory().unitCount == 3)
      try handles.other.readMemories { (memories) throws in
        #expect(try memories.unit(2, of: memory.id) == nil)
        #expect(try memories.unit(5, of: memory.id) == units[0])
        for position in [-1, 1 << 40] {
          #expect(try memories.unit(position, of: memory.id) == nil)
        }
        for (index, unit) in units.enumerated() {
          let found = try memories.neighbours(ofPosition: unit.position, in: memory.id)
          #expect(found.before == (index > 0 ? units[index - 1] : nil))
          #expect(found.after == (index < 2 ? units[index + 1] : nil))
        }
      }
      for number in [1, 2, 6, 0, -3] {
        let error = #expect(throws: StoreError.self) {
          try handles.one.writeMemories { try $0.removeUnit(number, of: memory.id) }
        }
        #expect(error?.code == .noUnit)
      }
    },
    MemoryContract(name: "what XML cannot carry is refused, and nothing of its import stays") {
      (handles) throws in
      let bad: [[UInt8]] = [
        [0], [1], [0x1F], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xC0, 0x80],
        [0x80], [0xE4, 0xB8], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        Array("long enough\u{8} for words".utf8),
      ]
      for bytes in bad {
        for isPreceding in [false, true] {
          var incoming = unit("x")
          if isPreceding { incoming.preceding = bytes } else { incoming.xml += bytes }
          let error = #expect(throws: StoreError.self, "\(bytes)") {
            try handles.one.take([unit("fine"), incoming])
          }
          #expect(error?.code == .forbiddenCharacter)
        }
      }
      #expect(try handles.other.readMemories { try $0.memories() } == [])
      try handles.one.take([unit("\t\n\r\u{7F}\u{E000}\u{FFFD}\u{10FFFF} é")])
    },
  ]

  // MARK: Names

  private static let names: [MemoryContract] = [
    MemoryContract(name: "names are one whatever their case, and kept as typed") {
      (handles) throws in
      try handles.one.take([unit("a")], into: "Legal É")
      try handles.one.take([unit("b")], into: "LEGAL e\u{301}")
      let memories = try handles.other.readMemories { try $0.memories() }
      #expect(memories.map(\.name) == ["Legal É"])
      #expect(memories.map(\.unitCount) == [2] && memories.map(\.importCount) == [2])
      let error = #expect(throws: StoreError.self) {
        _ = try handles.one.writeMemories { try $0.makeMemory(named: "legal é") }
      }
      #expect(error?.code == .memoryExists)
    },
    MemoryContract(name: "a memory is renamed") { (handles) throws in
      try handles.one.take([unit("a")], into: "one")
      try handles.one.take([unit("b")], into: "two")
      let one = try handles.one.memory("one")
      try handles.one.writeMemories { try $0.rename(one.id, to: "ONE") }
      #expect(try handles.other.texts("one") == ["a"])
      #expect(try handles.other.memory("one").name == "ONE")
      let error = #expect(throws: StoreError.self) {
        try handles.one.writeMemories { try $0.rename(one.id, to: "TWO") }
      }
      #expect(error?.code == .memoryExists)
      try handles.one.writeMemories { try $0.rename(one.id, to: "three") }
      #expect(try handles.other.texts("three") == ["a"])
    },
    MemoryContract(name: "a memory is removed with all it has, and its id is not given again") {
      (handles) throws in
      try handles.one.take([unit("a")], into: "one")
      try handles.one.take([unit("b")], into: "two")
      let two = try handles.one.memory("two")
      try handles.one.writeMemories { try $0.remove(two.id) }
      let error = #expect(throws: StoreError.self) { _ = try handles.other.memory("two") }
      #expect(error?.code == .noMemory && error?.values["names"] == "\"one\"")
      try handles.one.take([unit("c")], into: "two")
      #expect(try handles.other.memory("two").id > two.id)
      #expect(try handles.other.texts("two") == ["c"])
      #expect(try handles.other.texts("one") == ["a"])
    },
    MemoryContract(name: "a name is one line that does not begin like an option") {
      (handles) throws in
      for name in ["", " ", " a", "a ", "a\nb", "a\u{0}", "-x", String(repeating: "n", count: 201)]
      {
        let error = #expect(throws: StoreError.self, "\(name)") {
          try handles.one.take([unit("a")], into: name)
        }
        #expect(error?.code == .badMemoryName)
        #expect(throws: StoreError.self) { _ = try handles.one.rehearse([], into: name) }
      }
      for name in ["法律", "a b", "'; DROP TABLE memory; --", String(repeating: "n", count: 200)] {
        try handles.one.take([unit("a")], into: name)
        #expect(try handles.other.memory(name).name == name)
      }
    },
  ]
}
