/// A unit while a reading passes over it: its bytes are not copied, and live as long as the call
/// that it is handed to.
public struct UnitRow: ~Copyable {
  public let number: Int
  public let position: Int
  public let importID: Int?
  public let isEdited: Bool
  public let changed: Int?
  private let tuidBytes: UnsafeBufferPointer<UInt8>
  private let precedingBytes: UnsafeBufferPointer<UInt8>
  private let xmlBytes: UnsafeBufferPointer<UInt8>

  /// - Parameters: the bytes must live as long as the row.
  init(
    number: Int, position: Int, importID: Int?, isEdited: Bool, changed: Int?,
    tuid: UnsafeBufferPointer<UInt8>, preceding: UnsafeBufferPointer<UInt8>,
    xml: UnsafeBufferPointer<UInt8>
  ) {
    self.number = number
    self.position = position
    self.importID = importID
    self.isEdited = isEdited
    self.changed = changed
    tuidBytes = tuid
    precedingBytes = preceding
    xmlBytes = xml
  }

  public var tuid: String? {
    tuidBytes.isEmpty ? nil : String(decoding: tuidBytes, as: UTF8.self)
  }

  /// What stands between the unit before and this one; mostly nothing.
  public func withPreceding<Answer>(
    _ body: (Span<UInt8>) throws -> Answer
  ) rethrows -> Answer { try body(precedingBytes.span) }

  /// The canonical XML of its `<tu>`.
  public func withXML<Answer>(_ body: (Span<UInt8>) throws -> Answer) rethrows -> Answer {
    try body(xmlBytes.span)
  }
}
