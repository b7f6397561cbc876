/// The name of an element, an attribute or a processing instruction, as a number that is quick to
/// compare. An ``XMLNameTable`` gives the numbers out and tells what stands behind them; numbers
/// of two tables have nothing to do with each other.
///
///     extension XMLName {
///       static let tmx = XMLName(known: 0)
///       static let tu = XMLName(known: 1)
///     }
///     let names = XMLNameTable(known: ["tmx", "tu"])
///     switch name { case .tu: …  default: … }
public struct XMLName: Hashable, Sendable {
  public let rawValue: UInt32

  @inlinable init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The name at a place of the list that the table was made with.
  @inlinable public init(known place: Int) { rawValue = UInt32(place) + Self.reserved }

  /// `xml:lang`, in every table.
  public static let xmlLang = XMLName(rawValue: 0)
  /// `xml:space`, in every table.
  public static let xmlSpace = XMLName(rawValue: 1)
  /// `xmlns`, the declaration of the default namespace, in every table.
  public static let xmlns = XMLName(rawValue: 2)

  /// How many numbers come before those of the known names.
  @usableFromInline static let reserved: UInt32 = 8
}
