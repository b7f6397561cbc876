/// What a conversion did.
public struct TMXConversionReport: Sendable {
  /// One file that was written.
  public struct File: Sendable {
    /// `nil` unless the conversion split.
    public var pair: TMXLanguagePair?
    public var units: Int
  }

  public var unitsRead = 0
  /// Units that are in no file: what ``changes`` tells of.
  public var unitsLeftOut = 0
  public var files: [File] = []
  /// Every change by kind, the first ones with their lines.
  public var changes = TMXFindingList()
}
