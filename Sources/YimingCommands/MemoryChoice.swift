import Store

/// Which memory a command means that is not told.
enum MemoryChoice {
  /// The name that an import gives where none is named.
  static let usual = "default"

  /// The memory of this name; else the only one.
  ///
  /// - Throws: ``Store/StoreError`` with `noMemory`, ``CommandError`` with `noMemories` or
  ///   `severalMemories`.
  static func find(_ name: String?, in memories: any MemoryReading) throws -> Memory {
    if let name { return try memories.existingMemory(named: name) }
    let all = try memories.memories()
    if all.count > 1 {
      let names = all.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw CommandError(.severalMemories, nil, ["names": names])
    }
    guard let only = all.first else { throw CommandError(.noMemories) }
    return only
  }
}
