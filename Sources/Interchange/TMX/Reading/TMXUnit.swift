public import TermModel
public import XMLStream

/// A unit as ``TMXReader`` hands it out: what is asked of it is worked out then.
///
/// It is the reader's and holds the unit during the call only.
public final class TMXUnit {
  public let piece: TMXPiece
  /// In the file, from 1.
  @exclusivity(unchecked) public internal(set) var number = 0
  /// The header's `srclang`, where one was read before this unit.
  @exclusivity(unchecked) public internal(set) var headerSourceLanguage: String?
  @exclusivity(unchecked) private var buffer = XMLByteBuffer()

  init(_ piece: TMXPiece) { self.piece = piece }

  public var vocabulary: TMXVocabulary { piece.vocabulary }
  public var place: SourcePlace { piece.place }
  public var line: Int { piece.line }

  /// `tuid`, as written.
  public var id: String? { attribute(.tuid) }
  /// `changedate`, else `creationdate`, as written.
  public var changeDate: String? { attribute(.changedate) ?? attribute(.creationdate) }
  /// The unit's own `srclang`, else the header's; `nil` where neither says. May be `*all*`.
  public var sourceLanguage: String? {
    if let own = attribute(.srclang), !own.isEmpty { return own }
    return headerSourceLanguage
  }

  func attribute(_ attribute: TMXAttribute) -> String? {
    piece.withTape { tape in
      tape.first.flatMap { tape.text(of: attribute, $0, vocabulary) }
    }
  }

  /// The variants in order.
  public var variants: [TMXVariant] { piece.withTape { $0.variants(vocabulary) } }

  /// Which of the variants is the source.
  ///
  /// That of the source language; else the only one of the same language in another region (`en` for
  /// `en-US`); the first, where `*all*` or nobody says which.
  ///
  /// - Parameter fallback: what counts where neither unit nor header has a `srclang`.
  public func sourceIndex(
    among variants: [TMXVariant], fallback: String? = nil
  ) -> Int? {
    guard let language = sourceLanguage ?? fallback, !TMXLanguage.isAny(language) else {
      return variants.isEmpty ? nil : 0
    }
    return TMXLanguage.index(of: LanguageTag(language).reconciled, among: variants.map(\.tag))
  }

  /// The translatable text of a segment and the places of its codes.
  public func flatSegment(_ segment: XMLNode) -> FlatSegment {
    var flat = FlatSegment(utf8: [])
    piece.withTape { $0.flatten(segment, vocabulary, into: &flat) }
    return flat
  }

  /// Canonical XML 1.0 with comments, UTF-8, of the unit as a document of its own: the namespaces
  /// declared round it are on its `tu`.
  public var canonical: [UInt8] {
    canonicalize()
    return buffer.bytes
  }

  /// Stands for ``canonical``, without making an array of it.
  public var hash: UnitHash {
    canonicalize()
    return Self.hash(buffer)
  }

  /// Stands for the source segment with its codes, and its language: what `--update` compares.
  public func sourceKey(fallback: String? = nil) -> UnitHash? {
    let variants = variants
    guard let index = sourceIndex(among: variants, fallback: fallback),
      let segment = variants[index].segment
    else { return nil }
    buffer.removeAll()
    buffer.append(Array((variants[index].tag?.description ?? "").lowercased().utf8))
    buffer.append(UInt8(ascii: "\n"))
    piece.withTape { tape in
      var node = tape.firstChild(segment)
      while let part = node {
        tape.appendCanonical(part, to: &buffer)
        node = tape.next(part)
      }
    }
    return Self.hash(buffer)
  }

  private static func hash(_ buffer: borrowing XMLByteBuffer) -> UnitHash { UnitHash(buffer.span) }

  private func canonicalize() {
    buffer.removeAll()
    let context = piece.scope.isEmpty ? .alone : XMLCanonicalContext.part(of: piece.scope)
    piece.withTape { $0.appendCanonical(to: &buffer, context: context) }
  }

  /// Why the unit cannot be used as a translation: no variant, a variant without a language or
  /// without a segment; `nil` for a sound one.
  public var flaw: TMXFinding? {
    let variants = variants
    if variants.isEmpty { return finding(.noVariant, line: line) }
    for variant in variants {
      if variant.language == nil { return finding(.noLanguage, line: variant.line) }
      if variant.segment == nil { return finding(.noSegment, line: variant.line) }
    }
    return nil
  }

  private func finding(_ code: TMXFinding.Code, line: Int) -> TMXFinding {
    TMXFinding(
      code, SourcePlace(document: piece.document, line: line), unitID: id, unitNumber: number)
  }
}
