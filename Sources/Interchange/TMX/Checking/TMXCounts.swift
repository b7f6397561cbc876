/// What a TMX file holds, in numbers.
public struct TMXCounts: Hashable, Sendable {
  /// One spelling of a language.
  public struct Language: Hashable, Sendable {
    /// As the file writes it.
    public var spelling: String
    /// The tag that it means.
    public var tag: String
    public var variants = 0
    /// Segments without any text.
    public var emptySegments = 0
    /// Unicode scalars of translatable text, without the native code of inline codes.
    public var characters = 0
    /// Runs of such text between white space: a figure for languages that part words.
    public var words = 0
  }

  /// As the XML declaration or the byte order mark tells.
  public var encoding = ""
  public var version: String?
  public var hasHeader = false
  public var sourceLanguage: String?
  public var tool: String?
  public var toolVersion: String?
  public var dataType: String?
  public var segmentation: String?
  public var headerNotes = 0
  public var headerProperties = 0
  public var userDefinedEncodings = 0

  public var units = 0
  public var variants = 0
  public var segments = 0
  /// Units by how many variants they have; 9 stands for nine and more.
  public var unitsByVariants = [Int](repeating: 0, count: 10)
  public var unitsWithID = 0
  public var notes = 0
  public var properties = 0
  /// Inline codes by element: `bpt`, `ph`…
  public var codes: [String: Int] = [:]
  /// Elements that TMX does not know, inside units.
  public var unknownElements = 0
  /// The first and the last well-formed date of creation or change, as written.
  public var firstDate: String?
  public var lastDate: String?
  /// In the order in which the file has them.
  public var languages: [Language] = []
  /// Whether the file has more spellings of languages than are told apart.
  public var hasMoreLanguages = false
}
