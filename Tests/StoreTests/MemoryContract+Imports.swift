import Store
import TestSupport
import Testing

extension MemoryContract {
  private static func unit(
    _ text: String, _ tuid: String? = nil, _ source: String = "", changed: Int? = nil,
    line: Int = 0
  ) -> IncomingUnit {
    MemorySamples.unit(text, tuid: tuid, source: source, changed: changed, line: line)
  }

  static let imports: [MemoryContract] = [
    MemoryContract(name: "an import that is done again changes nothing") { (handles) throws in
      let units = ["a", "b", "a", "c"].map { unit($0, $0, "s", changed: 1) }
      try handles.one.take(units)
      let before = try handles.other.readMemories { try ($0.memories(), $0.state(of: 1)) }
      for update in [false, true] {
        let (result, skipped) = try handles.one.take(units, update: update)
        #expect(result.counts == ImportCounts(read: 4, unchanged: 4))
        #expect(result.importID == nil && skipped.isEmpty)
      }
      let after = try handles.other.readMemories { try ($0.memories(), $0.state(of: 1)) }
      #expect(before == after)
      #expect(try handles.other.texts() == ["a", "b", "a", "c"])
    },
    MemoryContract(name: "the nth copy in a file meets the nth in the memory") {
      (handles) throws in
      for (there, coming) in [(0, 3), (1, 3), (3, 1), (3, 3), (20, 40), (40, 20), (200, 201)] {
        let memory = "m\(there)-\(coming)"
        try handles.one.take(Array(repeating: unit("x"), count: there) + [unit("y")], into: memory)
        let file = [unit("z")] + Array(repeating: unit("x"), count: coming)
        let more = max(0, coming - there)
        let rehearsed = try handles.other.rehearse(file, into: memory).result
        let (result, _) = try handles.one.take(file, into: memory)
        #expect(
          result.counts
            == ImportCounts(read: coming + 1, added: more + 1, unchanged: coming - more))
        #expect(rehearsed.counts == result.counts && rehearsed.importID == nil)
        let expected =
          Array(repeating: "x", count: there) + ["y", "z"] + Array(repeating: "x", count: more)
        #expect(try handles.other.texts(memory) == expected)
      }
    },
    MemoryContract(name: "an import that adds nothing leaves no memory behind") {
      (handles) throws in
      let (result, _) = try handles.one.take([])
      #expect(result == ImportResult(counts: ImportCounts(), importID: nil, memory: nil))
      #expect(try handles.other.readMemories { try $0.memories() } == [])
      _ = try handles.one.writeMemories { try $0.makeMemory(named: "m") }
      try handles.one.take([])
      #expect(try handles.other.memory().unitCount == 0)
    },
    MemoryContract(name: "what throws in the middle of an import leaves nothing") {
      (handles) throws in
      struct Stop: Error {}
      try handles.one.take([unit("a", "1", "s", changed: 1)])
      let state = try handles.other.readMemories { try $0.state(of: 1) }
      for memory in ["m", "new"] {
        #expect(throws: Stop.self) {
          try handles.one.writeMemories { (memories) throws in
            let session = try memories.startImport(
              ImportStart(memory: memory, document: "x", isUpdate: true))
            for number in 0..<500 { try session.add(unit("b\(number)", "1", "s", changed: 2)) }
            throw Stop()
          }
        }
      }
      #expect(try handles.other.texts() == ["a"])
      #expect(try handles.other.readMemories { try $0.memories().count } == 1)
      #expect(try handles.other.readMemories { try $0.state(of: 1) } == state)
    },
    // The memory's date, the file's date, and what becomes of the file's unit.
    MemoryContract(name: "an update replaces what is older, skips what is not, and adds the rest") {
      (handles) throws in
      let table: [(Int?, Int?, String)] = [
        (1, 2, "replaced"), (2, 1, "skipped"), (1, 1, "skipped"), (nil, 1, "added"),
        (1, nil, "added"), (nil, nil, "added"), (-5, -4, "replaced"),
      ]
      for (index, (there, coming, expected)) in table.enumerated() {
        let memory = "m\(index)"
        let old = unit("old", "7", "source", changed: there)
        try handles.one.take([unit("first"), old, unit("last")], into: memory)
        let file = [unit("new", "7", "source", changed: coming, line: 42)]
        let rehearsed = try handles.other.rehearse(file, into: memory, update: true)
        let (result, skipped) = try handles.one.take(file, into: memory, update: true)
        #expect(rehearsed.result.counts == result.counts && rehearsed.skipped == skipped)
        let (counts, texts): (ImportCounts, [String]) =
          switch expected {
          case "replaced": (ImportCounts(read: 1, replaced: 1), ["first", "new", "last"])
          case "skipped": (ImportCounts(read: 1, skipped: 1), ["first", "old", "last"])
          default: (ImportCounts(read: 1, added: 1), ["first", "old", "last", "new"])
          }
        #expect(result.counts == counts, "\(table[index])")
        #expect(try handles.other.texts(memory) == texts)
        #expect(try handles.other.memory(memory).unitCount == texts.count)
        #expect(skipped == (expected == "skipped" ? [SkippedUnit(line: 42, tuid: "7")] : []))
        #expect((result.importID == nil) == (expected == "skipped"))
      }
    },
    MemoryContract(name: "only the same tuid and the same source are updated, and only if asked") {
      (handles) throws in
      let old = unit("old", "7", "source", changed: 1)
      for (index, new) in [
        unit("new", "8", "source", changed: 2), unit("new", "7", "Source", changed: 2),
        unit("new", nil, "source", changed: 2), unit("new", "7", "", changed: 2),
        unit("new", "", "7source", changed: 2), unit("new", "7source", "", changed: 2),
      ].enumerated() {
        try handles.one.take([old], into: "m\(index)")
        let (result, _) = try handles.one.take([new], into: "m\(index)", update: true)
        #expect(result.counts.added == 1, "\(index)")
      }
      try handles.one.take([old], into: "n")
      try handles.one.take([unit("new", "7", "source", changed: 2)], into: "n")
      #expect(try handles.other.texts("n") == ["old", "new"])
    },
    MemoryContract(name: "an update leaves units alone that the file has too, wherever") {
      (handles) throws in
      // Two translations of one source under one tuid; the file changes the second.
      let first = unit("one", "7", "s", changed: 1)
      let second = unit("two", "7", "s", changed: 1)
      let changed = unit("TWO", "7", "s", changed: 2)
      for (index, file) in [[changed, first], [first, changed]].enumerated() {
        let memory = "m\(index)"
        try handles.one.take([first, second], into: memory)
        let (result, _) = try handles.one.take(file, into: memory, update: true)
        #expect(result.counts == ImportCounts(read: 2, unchanged: 1, replaced: 1))
        #expect(try handles.other.texts(memory) == ["one", "TWO"])
      }
    },
    MemoryContract(name: "what stood before a replaced unit stays") { (handles) throws in
      var old = unit("old", "7", "s", changed: 1)
      old.preceding = Array("<!-- kept -->".utf8)
      try handles.one.take([old])
      try handles.one.take([unit("new", "7", "s", changed: 2)], update: true)
      #expect(try handles.other.units().map(\.preceding) == [old.preceding])
    },
  ]

  // MARK: Undo

  static let undo: [MemoryContract] = [
    MemoryContract(name: "an undo takes the last import back, and then the one before") {
      (handles) throws in
      try handles.one.take([unit("a", "1", "s", changed: 1), unit("b")], document: "one")
      let one = try handles.other.units().map(\.xml)
      let news = [unit("A", "1", "s", changed: 2), unit("c"), unit("b")]
      try handles.one.take(news, update: true, document: "two")
      #expect(try handles.other.texts() == ["A", "b", "c"])
      #expect(
        try handles.one.undo()
          == UndoResult(document: "two", removed: 2, restored: 1, kept: 0, isMemoryRemoved: false))
      #expect(try handles.other.units().map(\.xml) == one)
      #expect(try handles.other.memory().unitCount == 2)
      #expect(try handles.other.memory().importCount == 1)
      // And what is undone can be done again.
      let (result, _) = try handles.one.take(news, update: true)
      #expect(result.counts == ImportCounts(read: 3, added: 1, unchanged: 1, replaced: 1))
      _ = try handles.one.undo()
      #expect(
        try handles.one.undo()
          == UndoResult(document: "one", removed: 2, restored: 0, kept: 0, isMemoryRemoved: true))
      #expect(try handles.other.readMemories { try $0.memories() } == [])
    },
    MemoryContract(name: "an undo keeps what was changed by hand since") { (handles) throws in
      try handles.one.take([unit("a", "1", "s", changed: 1), unit("b"), unit("c")])
      try handles.one.take(
        [unit("A", "1", "s", changed: 2), unit("d"), unit("e"), unit("f")], update: true)
      let memory = try handles.one.memory()
      let numbers = try handles.one.units().map(\.number)
      #expect(try handles.one.texts() == ["A", "b", "c", "d", "e", "f"])
      try handles.one.writeMemories { (memories) throws in
        _ = try memories.edit(numbers[0], of: memory.id, to: unit("A by hand"))
        let once = try memories.edit(numbers[3], of: memory.id, to: unit("d once"))
        _ = try memories.edit(once, of: memory.id, to: unit("d by hand"))
        try memories.removeUnit(numbers[4], of: memory.id)
        _ = try memories.edit(numbers[1], of: memory.id, to: unit("b by hand"))
        _ = try memories.add(unit("g by hand"), to: memory.id)
      }
      #expect(
        try handles.one.undo()
          == UndoResult(
            document: "a.tmx", removed: 1, restored: 0, kept: 2, isMemoryRemoved: false))
      #expect(
        try handles.other.texts() == ["A by hand", "b by hand", "c", "d by hand", "g by hand"])
      #expect(try handles.other.memory().unitCount == 5)
      // Of the first import, the unit that was replaced counts no more, and one was changed.
      #expect(
        try handles.one.undo()
          == UndoResult(
            document: "a.tmx", removed: 1, restored: 0, kept: 1, isMemoryRemoved: false))
      #expect(try handles.other.texts() == ["A by hand", "b by hand", "d by hand", "g by hand"])
      let error = #expect(throws: StoreError.self) { _ = try handles.one.undo() }
      #expect(error?.code == .nothingToUndo)
    },
    MemoryContract(name: "an undo of a small import in a large memory takes just that") {
      (handles) throws in
      try handles.one.take((0..<300).map { unit("\($0)", "\($0)", "s") })
      try handles.one.take((0..<3).map { unit("new \($0)", "\($0)", "t") }, into: "other")
      try handles.one.take((0..<3).map { unit("new \($0)", "\($0)", "t") })
      #expect(try handles.one.undo().removed == 3)
      #expect(try handles.other.texts() == (0..<300).map { "\($0)" })
      #expect(try handles.other.texts("other").count == 3)
    },
  ]
}
