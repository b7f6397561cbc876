public import TermModel
public import TermRecognition

/// What a caller may ask of the annotator.
public struct AnnotationOptions: Sendable {
  public var recognition: RecognitionOptions
  public var format: AnnotationFormat
  public var mentions: MentionChoice
  public var names: NameStyle
  /// The kinds that are annotated; `nil` for all, names of no kind too.
  public var kinds: Set<ConceptKind>?
  /// Whether names that every reader knows are annotated too.
  public var includesFamiliar: Bool
  /// Whether a list of all candidates with their evidence is written in place of the text.
  public var explains: Bool
  /// About how many bytes of a document are worked on at a time; a short document is one section.
  public var sectionBytes: Int

  public init(
    recognition: RecognitionOptions = RecognitionOptions(),
    format: AnnotationFormat = .parentheses, mentions: MentionChoice = .first,
    names: NameStyle = .firstFull, kinds: Set<ConceptKind>? = nil, includesFamiliar: Bool = false,
    explains: Bool = false, sectionBytes: Int = 8 << 20
  ) {
    self.recognition = recognition
    self.format = format
    self.mentions = mentions
    self.names = names
    self.kinds = kinds
    self.includesFamiliar = includesFamiliar
    self.explains = explains
    self.sectionBytes = sectionBytes
  }
}
