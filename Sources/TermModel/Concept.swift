/// One thing in the world, and the terms that name it.
///
///     var nvidia = Concept(id: "nvidia", kind: .org)
///     nvidia.terms = [
///       Term("輝達", language: .taiwan, status: .preferred),
///       Term("Nvidia", language: .english, status: .preferred),
///     ]
///     nvidia.english   // ["Nvidia"]
public struct Concept: Hashable, Sendable {
  /// Stable and unique in its layer: `donald-trump`.
  public var id: String
  /// `nil` where nobody said.
  public var kind: ConceptKind?
  /// Within a language in order of preference.
  public var terms: [Term]
  /// Whether every reader knows it, so that it is recognised but not annotated unless asked.
  public var isFamiliar: Bool
  public var domain: String
  /// Words that speak for this sense of a shared form.
  public var cues: [String]
  /// Words that speak for another sense of the same characters.
  public var rivals: [String]
  /// The list, document or authority it was taken from.
  public var source: String
  public var note: String
  /// Columns of a glossary file that the model does not know, in the file's order.
  public var otherFields: [Field]

  /// A column that the model does not know, and its cell.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    id: String, kind: ConceptKind? = nil, terms: [Term] = [], isFamiliar: Bool = false,
    domain: String = "", cues: [String] = [], rivals: [String] = [], source: String = "",
    note: String = "", otherFields: [Field] = []
  ) {
    self.id = id
    self.kind = kind
    self.terms = terms
    self.isFamiliar = isFamiliar
    self.domain = domain
    self.cues = cues
    self.rivals = rivals
    self.source = source
    self.note = note
    self.otherFields = otherFields
  }

  /// The terms of one language with one of these statuses, in order.
  public func terms(in language: LanguageTag, statuses: Set<TermStatus> = usableStatuses) -> [Term] {
    terms.filter { $0.language == language && statuses.contains($0.status) }
  }

  /// The statuses of terms that may be used.
  public static let usableStatuses: Set<TermStatus> = [.preferred, .admitted]

  /// The English names, the one for a first mention first, without the short form.
  public var english: [String] {
    terms(in: .english).filter { $0.type != .shortForm }.map(\.text)
  }

  /// What later mentions use in English; the first English name where nothing shorter is given.
  public var englishShort: String {
    terms.first { $0.language == .english && $0.type == .shortForm }?.text ?? english.first ?? ""
  }
}
