/// A translation unit on its way into a memory.
///
/// A reader of large files keeps one and fills it anew for each unit, so that its arrays are not
/// allocated each time.
public struct IncomingUnit: Hashable, Sendable {
  /// The canonical XML of its `<tu>` (Canonical XML 1.0 with comments): units are equal if this is.
  public var xml: [UInt8]
  /// What stands between the unit before and this one; mostly nothing.
  public var preceding: [UInt8]
  /// `nil`, or empty, where it has none.
  public var tuid: String?
  /// The source segment, in any form that is the same for the same segment; empty where the unit
  /// has none. With ``tuid`` it tells which unit an update replaces.
  public var source: [UInt8]
  /// When it was last changed, in seconds since 1970, UTC; `nil` where no date of it can be read.
  public var changed: Int?
  /// Where it stands in its file, from 1; for the report.
  public var line: Int

  public init(
    xml: [UInt8], preceding: [UInt8] = [], tuid: String? = nil, source: [UInt8] = [],
    changed: Int? = nil, line: Int = 0
  ) {
    self.xml = xml
    self.preceding = preceding
    self.tuid = tuid
    self.source = source
    self.changed = changed
    self.line = line
  }
}

extension IncomingUnit {
  /// - Throws: ``StoreError`` with `forbiddenCharacter`.
  borrowing func check() throws(StoreError) {
    try Self.check(xml, what: "the unit")
    try Self.check(preceding, what: "what stands before the unit")
  }

  private static func check(_ bytes: [UInt8], what: String) throws(StoreError) {
    guard let offset = XMLCharacters.firstForbidden(in: bytes) else { return }
    throw StoreError(
      .forbiddenCharacter, at: nil,
      ["what": what, "character": XMLCharacters.name(at: offset, in: bytes)])
  }
}
