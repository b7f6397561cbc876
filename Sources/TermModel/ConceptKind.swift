/// What sort of thing a concept is.
public enum ConceptKind: String, CaseIterable, Hashable, Sendable {
  case person
  /// A company, a body, a party, a medium.
  case org
  case place
  /// A thing that is made: a chip, a weapon, a model, a service.
  case product
  /// A law, a treaty, a programme, a book.
  case work
  case other
}
