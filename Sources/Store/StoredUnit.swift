/// A translation unit of a memory.
public struct StoredUnit: Hashable, Sendable {
  /// Names it within its memory. A unit that is changed gets another one.
  public let number: Int
  /// Its place: the number of the unit that first stood there.
  public let position: Int
  /// The import that brought it; `nil` where it was added by hand.
  public let importID: Int?
  /// Whether it was changed by hand since.
  public let isEdited: Bool
  /// In seconds since 1970, UTC.
  public let changed: Int?
  public let tuid: String?
  /// What stands between the unit before and this one.
  public let preceding: [UInt8]
  /// Canonical XML.
  public let xml: [UInt8]

  public init(
    number: Int, position: Int, importID: Int?, isEdited: Bool, changed: Int?, tuid: String?,
    preceding: [UInt8], xml: [UInt8]
  ) {
    self.number = number
    self.position = position
    self.importID = importID
    self.isEdited = isEdited
    self.changed = changed
    self.tuid = tuid
    self.preceding = preceding
    self.xml = xml
  }

  public init(_ row: borrowing UnitRow) {
    self.init(
      number: row.number, position: row.position, importID: row.importID, isEdited: row.isEdited,
      changed: row.changed, tuid: row.tuid, preceding: row.withPreceding { span in span.bytes },
      xml: row.withXML { span in span.bytes })
  }
}

extension Span<UInt8> {
  fileprivate var bytes: [UInt8] { withUnsafeBufferPointer { Array($0) } }
}
