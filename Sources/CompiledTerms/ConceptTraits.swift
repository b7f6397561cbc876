public import TermModel

/// What the recogniser asks of every concept that it meets, without reading the concept.
public struct ConceptTraits: Hashable, Sendable, BitwiseCopyable {
  private var kindNumber: UInt8
  private var flags: UInt8
  /// Index into the layers' names.
  public var layer: UInt16

  public var kind: ConceptKind? { kindNumber == 0 ? nil : ConceptKind.allCases[Int(kindNumber) - 1] }
  public var isFamiliar: Bool { flags & 1 != 0 }
  public var isWide: Bool { flags & 2 != 0 }
  /// Whether cue or rival words are given: its forms are more than this name.
  public var isAmbiguous: Bool { flags & 4 != 0 }

  /// Whether all its rival words hold a form of it (光輝達到 for 輝達), and so tell of accidents of the
  /// characters and of no other meaning.
  public var hasOnlyAccidents: Bool { flags & 8 != 0 }

  /// Whether 我國 ("our country") is among its cue words: it is of the country of those who write
  /// Taiwan Mandarin, and what they mean where nothing tells of another country's.
  public var isDomestic: Bool { flags & 16 != 0 }

  /// Whether it is a team or another body of sport.
  public var isTeam: Bool { flags & 32 != 0 }

  init(_ layered: LayeredTerms.LayeredConcept, layer: Int) {
    let concept = layered.concept
    kindNumber = concept.kind.flatMap { ConceptKind.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    flags = (concept.isFamiliar ? 1 : 0) | (layered.isWide ? 2 : 0)
      | (concept.cues.isEmpty && concept.rivals.isEmpty ? 0 : 4)
    let forms = concept.terms.filter { $0.language.isChinese }.map(\.text)
    if concept.rivals.allSatisfy({ rival in forms.contains { rival.contains($0) } }) { flags |= 8 }
    if concept.cues.contains("我國") { flags |= 16 }
    if concept.kind == .org, concept.domain == "sport" { flags |= 32 }
    self.layer = UInt16(layer)
  }
}
