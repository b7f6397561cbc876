import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// Random imports, updates, changes by hand and undos, against a list of units.
@Suite struct MemoryModelTests {
  /// What a memory should hold, in the plainest way.
  private struct Model {
    var units: [IncomingUnit] = []

    /// - Parameter numbers: of the units that are there, for those that came first are met first.
    mutating func take(_ file: [IncomingUnit], update: Bool, numbers: [Int]) -> ImportCounts {
      var counts = ImportCounts(read: file.count)
      let order = units.indices.sorted { numbers[$0] < numbers[$1] }
      var isMet = units.map { _ in false }
      var rest: [IncomingUnit] = []
      for unit in file {
        if let index = order.first(where: { !isMet[$0] && units[$0].xml == unit.xml }) {
          isMet[index] = true
          counts.unchanged += 1
        } else {
          rest.append(unit)
        }
      }
      var added: [IncomingUnit] = []
      for unit in rest {
        let index = order.first {
          update && !isMet[$0] && unit.tuid != nil && units[$0].tuid == unit.tuid
            && !unit.source.isEmpty && units[$0].source == unit.source
        }
        if let index { isMet[index] = true }
        if let index, let new = unit.changed, let old = units[index].changed {
          if new > old {
            units[index] = unit
            counts.replaced += 1
          } else {
            counts.skipped += 1
          }
        } else {
          added.append(unit)
        }
      }
      counts.added = added.count
      units += added
      return counts
    }
  }

  private static func randomUnit(_ random: inout SeededGenerator) -> IncomingUnit {
    MemorySamples.unit(
      "\(Int.random(in: 0..<12, using: &random))",
      tuid: Bool.random(using: &random) ? "\(Int.random(in: 0..<3, using: &random))" : nil,
      source: ["", "s", "t"].randomElement(using: &random)!,
      changed: Bool.random(using: &random) ? Int.random(in: 0..<5, using: &random) : nil)
  }

  /// The XML tells all of a unit apart, as it does in truth.
  private static func spelled(_ unit: IncomingUnit) -> IncomingUnit {
    var unit = unit
    let facts = "\(unit.tuid ?? "-") \(String(decoding: unit.source, as: UTF8.self))"
    unit.xml += Array(" \(facts) \(unit.changed.map(String.init) ?? "-")".utf8)
    return unit
  }

  @Test func `a memory holds what a plain list would`() throws {
    var random = SeededGenerator.printed()
    for _ in 0..<8 {
      let folder = try TemporaryFolder()
      let path = folder.file("base.sqlite")
      let base = try SQLiteTermBase.open(at: path, policy: WaitPolicy(command: "test"))
      // Another memory's units stand before and behind.
      try base.take([MemorySamples.unit("0")], into: "before")
      var model = Model()
      var past: [[IncomingUnit]] = []
      // An index as it follows the memory, by number.
      var index: [Int: [UInt8]] = [:]
      var state: MemoryState?
      _ = try base.writeMemories { try $0.makeMemory(named: "m") }
      try base.take([MemorySamples.unit("0")], into: "behind")
      let memory = try base.memory().id

      for step in 0..<25 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
          let file = (0..<Int.random(in: 0...15, using: &random)).map { _ in
            Self.spelled(Self.randomUnit(&random))
          }
          let update = Bool.random(using: &random)
          let before = model.units
          let numbers = try base.units().map(\.number)
          let expected = model.take(file, update: update, numbers: numbers)
          let rehearsed = try base.rehearse(file, update: update).result.counts
          let (result, skipped) = try base.take(file, update: update)
          #expect(result.counts == expected && rehearsed == expected, "step \(step)")
          #expect(skipped.count == expected.skipped)
          if expected.added + expected.replaced > 0 { past.append(before) }
        case 5..<7:
          guard past.count > 1 else { continue }
          model.units = past.removeLast()
          _ = try base.undo()
        case 7:
          let unit = Self.spelled(Self.randomUnit(&random))
          model.units.append(unit)
          _ = try base.writeMemories { try $0.add(unit, to: memory) }
          past = []  // What an undo does after changes by hand has tests of its own.
        default:
          guard !model.units.isEmpty else { continue }
          let units = try base.units()
          let place = Int.random(in: 0..<units.count, using: &random)
          past = []
          if Bool.random(using: &random) {
            model.units.remove(at: place)
            try base.writeMemories { try $0.removeUnit(units[place].number, of: memory) }
          } else {
            model.units[place] = Self.spelled(Self.randomUnit(&random))
            _ = try base.writeMemories {
              try $0.edit(units[place].number, of: memory, to: model.units[place])
            }
          }
        }
        let units = try base.units()
        #expect(units.map(\.xml) == model.units.map(\.xml), "step \(step)")
        #expect(try base.memory().unitCount == units.count)
        try follow(base, memory, &index, &state)
        let stored = Dictionary(uniqueKeysWithValues: units.map { ($0.number, $0.xml) })
        #expect(index == stored, "step \(step)")
      }
      #expect(try base.texts("before") == ["0"] && base.texts("behind") == ["0"])
      try expectSound(path)
    }
  }

  /// Does what an index does: takes in what is new since, and drops what went.
  private func follow(
    _ base: SQLiteTermBase, _ memory: Int, _ index: inout [Int: [UInt8]],
    _ state: inout MemoryState?
  ) throws {
    try base.readMemories { (memories) throws in
      var from = 0
      if let old = state {
        let changes = try #require(try memories.changes(of: memory, since: old))
        from = changes.firstNew
        for range in changes.removed { for number in range { index[number] = nil } }
        state = changes.state
      } else {
        state = try memories.state(of: memory)
      }
      try memories.eachUnit(of: memory, from: from) { row in
        index[row.number] = row.withXML { $0.withUnsafeBufferPointer { Array($0) } }
        return true
      }
      #expect(try memories.state(of: memory) == state)
    }
  }

  /// The file is whole, and each unit stands in the indexes once.
  private func expectSound(_ path: String) throws {
    try DatabaseQueue(path: path).read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      let units = try Int.fetchOne(db, sql: "SELECT count(*) FROM unit")
      let joined = "SELECT count(DISTINCT u.id) FROM unit AS u JOIN"
      let hashed = try Int.fetchOne(
        db, sql: "\(joined) unit_hash AS h ON u.id = (h.memory << 32) + h.number")
      #expect(hashed == units)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM unit_hash") == units)
      let withKey = "SELECT count(*) FROM unit WHERE tuid IS NOT NULL AND source IS NOT NULL"
      #expect(
        try Int.fetchOne(db, sql: "SELECT count(*) FROM unit_key")
          == Int.fetchOne(db, sql: withKey))
    }
  }
}
