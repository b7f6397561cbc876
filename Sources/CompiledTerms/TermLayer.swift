public import TermModel

/// Concepts of one origin, and how its origin stands to the others.
public struct TermLayer: Sendable {
  /// What answers say the name comes from: `core`, a list's name, a file's name.
  public var name: String
  /// A form in a layer of a lower rank hides that form in all layers of a higher rank.
  public var rank: Int
  /// Whether a machine gathered it, so that short and ordinary forms need evidence.
  public var isWide: Bool
  public var rows: [Row]

  /// A concept as its origin has it.
  public struct Row: Sendable {
    public var concept: Concept
    /// Whether the id was given, so that a row of a higher layer may replace cells of this one.
    public var hasGivenID: Bool

    public init(_ concept: Concept, hasGivenID: Bool = true) {
      self.concept = concept
      self.hasGivenID = hasGivenID
    }
  }

  public init(name: String, rank: Int, isWide: Bool = false, rows: [Row]) {
    self.name = name
    self.rank = rank
    self.isWide = isWide
    self.rows = rows
  }
}
