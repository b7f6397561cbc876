extension XMLByteSource {
  /// Finds the entry to read and goes to its first byte.
  func openZip() throws(XMLProblem) -> ZipEntry {
    guard let total = input.total else { return try openStreamedZip() }
    // The end of the directory, before a comment of at most 64 KiB.
    let tailStart = max(0, total - 66_000)
    try input.seek(to: tailStart)
    let tail = try bytes(total - tailStart)
    guard
      let end = tail.indices.dropLast(21).last(where: {
        tail[$0] == 0x50 && tail[$0...].starts(with: [0x50, 0x4B, 5, 6])
      })
    else { throw problem(.archiveDamaged, ["reason": "its end is missing"]) }
    let count = ZipEntry.number(tail[end + 10..<end + 12])
    let size = ZipEntry.number(tail[end + 12..<end + 16])
    let offset = ZipEntry.number(tail[end + 16..<end + 20])
    guard count <= ZipEntry.mostEntries, size <= 16 << 20, offset + size <= total else {
      throw problem(.archiveUnsupported, ["reason": "it is of more than 4 GiB or 10000 entries"])
    }
    try input.seek(to: offset)
    guard let entries = ZipEntry.directory(try bytes(size), count: count) else {
      throw problem(.archiveDamaged, ["reason": "its directory is damaged"])
    }
    let entry = try choose(entries)
    try input.seek(to: entry.offset)
    guard let local = ZipEntry.local(try localHeader()) else {
      throw problem(
        .archiveDamaged, ["reason": "\"\(entry.name)\" is not where the directory says"])
    }
    try input.skip(local.length)
    try check(entry)
    return entry
  }

  /// From a pipe: the first entry, which must be the one that we look for.
  private func openStreamedZip() throws(XMLProblem) -> ZipEntry {
    for _ in 0..<ZipEntry.mostEntries {
      guard let (entry, length) = ZipEntry.local(try localHeader()) else {
        throw problem(.archiveEntries, ["entries": ""])
      }
      try input.skip(length)
      if entry.isTMX {
        try check(entry)
        return entry
      }
      guard let size = entry.packedSize else { break }
      try input.skip(size)
    }
    throw problem(.archiveEntries, ["entries": ""])
  }

  private func choose(_ entries: [ZipEntry]) throws(XMLProblem) -> ZipEntry {
    if let entry = entries.first(where: \.isTMX) { return entry }
    let others = entries.filter { !$0.isHidden }
    if others.count == 1 { return others[0] }
    let names = others.prefix(5).map(\.name).joined(separator: ", ")
    throw problem(.archiveEntries, ["entries": names])
  }

  private func check(_ entry: ZipEntry) throws(XMLProblem) {
    if entry.isEncrypted {
      throw problem(.archiveUnsupported, ["reason": "\"\(entry.name)\" is encrypted"])
    }
    guard entry.method == 8 || (entry.method == 0 && entry.packedSize != nil) else {
      throw problem(
        .archiveUnsupported, ["reason": "\"\(entry.name)\" is packed in way \(entry.method)"])
    }
  }

  private func localHeader() throws(XMLProblem) -> [UInt8] {
    let least = unsafe Array(try input.peek(30).prefix(30))
    guard least.count == 30 else { return [] }
    let length = 30 + ZipEntry.number(least[26..<28]) + ZipEntry.number(least[28..<30])
    let bytes = unsafe Array(try input.peek(min(length, RawInput.blockSize)).prefix(length))
    return bytes
  }

  private func bytes(_ count: Int) throws(XMLProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let part = unsafe Array(try input.peek(1).prefix(count - bytes.count))
      if part.isEmpty { break }
      input.take(part.count)
      bytes += part
    }
    return bytes
  }
}
