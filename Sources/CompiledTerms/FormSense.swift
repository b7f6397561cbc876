/// One concept that a form can name.
public struct FormSense: Hashable, Sendable, BitwiseCopyable {
  /// Index of the concept.
  public var concept: UInt32
  /// Index of the term in the concept's terms.
  public var term: UInt16
  public var traits: FormTraits

  init(concept: Int, term: Int) {
    self.concept = UInt32(concept)
    self.term = UInt16(clamping: term)
    self.traits = []
  }
}
