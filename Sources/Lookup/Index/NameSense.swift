import TermModel

/// A concept that a name names, with the term that it does it by.
struct NameSense: Hashable, BitwiseCopyable, Sendable {
  var concept: UInt32
  var term: UInt16
  /// How well the term stands: 0 for a preferred one, more for what is less used.
  var standing: UInt8
  private var unused: UInt8 = 0

  static let hiddenPenalty: UInt8 = 16

  /// Whether a concept of a higher layer has this form.
  var isHidden: Bool { standing >= Self.hiddenPenalty }

  init(concept: Int, term: Int, standing: UInt8) {
    self.concept = UInt32(concept)
    self.term = UInt16(clamping: term)
    self.standing = standing
  }

  static func standing(of term: Term) -> UInt8 {
    switch term.status {
    case .forbidden: 6
    case .deprecated: 5
    case .preferred, .admitted:
      if term.isDerived {
        4
      } else if term.type == .shortForm {
        2
      } else if term.language != .taiwan && term.language != .english {
        3
      } else {
        term.status == .preferred ? 0 : 1
      }
    }
  }
}
