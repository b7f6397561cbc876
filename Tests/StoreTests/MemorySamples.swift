import Store
import TestSupport

/// Units to store, and what a memory holds.
enum MemorySamples {
  static func unit(
    _ text: String, tuid: String? = nil, source: String = "", changed: Int? = nil, line: Int = 0
  ) -> IncomingUnit {
    IncomingUnit(
      xml: Array("<tu>\(text)</tu>".utf8), tuid: tuid, source: Array(source.utf8), changed: changed,
      line: line)
  }

  static func text(_ xml: [UInt8]) -> String {
    let text = String(decoding: xml, as: UTF8.self)
    return text.hasPrefix("<tu>") ? String(text.dropFirst(4).dropLast(5)) : text
  }
}

extension MemoryStore {
  /// Imports units, and what was skipped.
  @discardableResult func take(
    _ units: [IncomingUnit], into memory: String = "m", update: Bool = false,
    document: String = "a.tmx"
  ) throws -> (result: ImportResult, skipped: [SkippedUnit]) {
    try writeMemories { (memories) throws in
      let start = ImportStart(memory: memory, document: document, isUpdate: update)
      return try Self.take(units, try memories.startImport(start))
    }
  }

  /// What an import would do.
  func rehearse(
    _ units: [IncomingUnit], into memory: String = "m", update: Bool = false
  ) throws -> (result: ImportResult, skipped: [SkippedUnit]) {
    try readMemoriesOnce { (memories) throws in
      let start = ImportStart(memory: memory, document: "a.tmx", isUpdate: update)
      return try Self.take(units, try memories.rehearseImport(start))
    }
  }

  private static func take(
    _ units: [IncomingUnit], _ session: any MemoryImport
  ) throws -> (ImportResult, [SkippedUnit]) {
    for unit in units { try session.add(unit) }
    var skipped: [SkippedUnit] = []
    let result = try session.finish(ImportEnd()) { skipped.append($0) }
    return (result, skipped)
  }

  func memory(_ name: String = "m") throws -> Memory {
    try readMemories { try $0.existingMemory(named: name) }
  }

  /// The units of a memory in order.
  func units(_ name: String = "m") throws -> [StoredUnit] {
    try readMemories { (memories) throws in
      guard let memory = try memories.memory(named: name) else { return [] }
      var units: [StoredUnit] = []
      try memories.eachUnitInOrder(of: memory.id) { row in
        units.append(StoredUnit(row))
        return true
      }
      return units
    }
  }

  func texts(_ name: String = "m") throws -> [String] {
    try units(name).map { MemorySamples.text($0.xml) }
  }

  func undo(_ name: String = "m") throws -> UndoResult {
    try writeMemories { try $0.undoLastImport(of: $0.existingMemory(named: name).id) }
  }
}
