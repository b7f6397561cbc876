/// By what a unit is found again.
struct UnitHashes {
  /// Of the XML.
  var xml: Int64
  /// Of the source segment; `nil` where there is none.
  var source: Int64?
  /// Of tuid and source segment; `nil` where either is missing.
  var key: Int64?
}

extension SipHash {
  func hashes(_ unit: borrowing IncomingUnit) -> UnitHashes {
    let source = unit.source.isEmpty ? nil : hash(unit.source)
    var tuid = unit.tuid ?? ""
    return UnitHashes(
      xml: hash(unit.xml), source: source, key: tuid.withUTF8 { key(tuid: $0, source: source) })
  }

  /// The same of a unit that is stored, with the hash of its source segment.
  func hashes(
    xml: UnsafeRawBufferPointer, tuid: UnsafeBufferPointer<UInt8>, source: Int64?
  ) -> UnitHashes {
    UnitHashes(xml: hash(xml), source: source, key: key(tuid: tuid, source: source))
  }

  private func key(tuid: UnsafeBufferPointer<UInt8>, source: Int64?) -> Int64? {
    guard !tuid.isEmpty, let source else { return nil }
    return withUnsafeTemporaryAllocation(
      byteCount: tuid.count + 8, alignment: 8
    ) { bytes in
      bytes.copyBytes(from: tuid)
      bytes.storeBytes(of: source.littleEndian, toByteOffset: tuid.count, as: Int64.self)
      return hash(UnsafeRawBufferPointer(bytes))
    }
  }
}
