public import TermModel

/// Why a TMX file is rejected, or a conversion is not possible, though its XML is sound.
public struct TMXError: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// The root element is not `tmx`.
    case wrongRoot = "tmx-wrong-root"
    /// The root element is `TMX` or `Tmx`.
    case rootCase = "tmx-root-case"
    // Converting.
    case tooManyPairs = "tmx-too-many-pairs"
    /// Several of the input files are standard input.
    case inputTwice = "tmx-input-twice"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, _ place: SourcePlace?, _ values: [String: String] = [:]) {
    self.code = code
    self.place = place
    self.values = values
  }
}
