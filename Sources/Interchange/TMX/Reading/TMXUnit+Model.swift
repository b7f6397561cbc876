public import TermModel
import XMLStream

extension TMXUnit {
  /// The unit in the typed model, with everything that stands in it.
  public var translationUnit: TranslationUnit {
    piece.withTape { tape in
      tape.first.map { TMXDecoder(vocabulary).unit($0, tape) } ?? TranslationUnit()
    }
  }
}

extension TMXPiece {
  /// A start tag in the typed model: that of the root, of the header.
  public var tag: MarkupTag {
    withTape { tape in
      tape.first.map { TMXDecoder(vocabulary).tag($0, tape) } ?? MarkupTag()
    }
  }

  /// A child of the header in the typed model.
  public var headerContent: MemoryHeader.Content? {
    withTape { tape in
      tape.first.map { TMXDecoder(vocabulary).headerContent($0, tape) }
    }
  }
}
