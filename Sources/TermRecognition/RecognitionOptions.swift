/// What a caller may ask of the recogniser.
public struct RecognitionOptions: Sendable {
  public var direction: Direction
  /// Layers and lists whose names count; `nil` for all.
  public var sources: Set<String>?
  /// Forms that are left alone, as typed.
  public var exceptForms: Set<String>
  /// The region whose Chinese forms are shown in an English text; its forms also win a tie.
  public var region: Region
  /// Whether rejected and uncertain candidates are returned too.
  public var keepsAllVerdicts: Bool
  /// Whether mentions carry their evidence.
  public var explains: Bool

  public init(
    direction: Direction = .chineseToEnglish, sources: Set<String>? = nil,
    exceptForms: Set<String> = [], region: Region = .taiwan, keepsAllVerdicts: Bool = false,
    explains: Bool = false
  ) {
    self.direction = direction
    self.sources = sources
    self.exceptForms = exceptForms
    self.region = region
    self.keepsAllVerdicts = keepsAllVerdicts
    self.explains = explains
  }
}
