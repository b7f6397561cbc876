public import TermModel

/// A person's or a team's term base.
///
///     try store.write { try $0.put(nvidia) }
///     try store.concepts()
///
/// What every store promises, and `TermBaseContract` in the tests holds it to:
///
/// - a write is there wholly or not at all, whatever happens in the middle, and after it returns it
///   survives the machine's fall;
/// - two that write at once, in one process or several, lose nothing;
/// - a read sees one state of the base, however long it takes;
/// - concepts keep the order in which they were first put, and everything they carry but derived
///   terms;
/// - exceptions are kept beside the concepts, each once;
/// - each write that changes something raises the revision by one, in the same step.
public protocol TermBaseStore: Sendable {
  /// Looks at one state of the base.
  ///
  /// - Parameter body: may be called again, from the start, where another process changed the base
  ///   meanwhile; so it must not do anything but read.
  /// - Throws: ``StoreError``, or what `body` throws.
  func read<Answer>(_ body: (any TermBaseReading) throws -> Answer) throws -> Answer

  /// Changes the base, in one step: what `body` throws undoes all it did.
  ///
  /// - Throws: ``StoreError``, ``TermModel/ConceptFlaw``, or what `body` throws.
  func write<Answer>(_ body: (any TermBaseWriting) throws -> Answer) throws -> Answer
}

/// One state of a term base.
public protocol TermBaseReading {
  /// Given when the base was made, and never changed.
  func databaseID() throws -> String

  /// How many writes have changed the terms.
  func revision() throws -> Int

  /// Names this state of the terms: another after each write, in copies of the base too.
  func stamp() throws -> String

  /// All concepts, in the order in which they were first put.
  ///
  /// - Complexity: O(*n*); measured 2026-11: 30,251 concepts from SQLite in 70 ms.
  func concepts() throws -> [Concept]

  func concept(id: String) throws -> Concept?

  /// The concepts of which this is a term, in any language, letter by letter.
  func concepts(named text: String) throws -> [Concept]

  /// All exceptions, in the order of their forms, rules and texts.
  func exceptions() throws -> [FormException]
}

/// A term base in the middle of a write; sees what the write has done so far.
public protocol TermBaseWriting: TermBaseReading {
  /// Stores a concept in the place of the one with its id, or as a new last one. Derived terms are
  /// left out.
  ///
  /// - Throws: ``TermModel/ConceptFlaw`` for a concept that no base can keep.
  @discardableResult func put(_ concept: Concept) throws -> PutOutcome

  /// Whether it was there.
  @discardableResult func remove(id: String) throws -> Bool

  /// Stores an exception.
  ///
  /// - Returns: whether it is new.
  /// - Throws: ``TermModel/FormExceptionFlaw`` for one that no base can keep.
  @discardableResult func put(_ exception: FormException) throws -> Bool

  /// Whether it was there.
  @discardableResult func remove(_ exception: FormException) throws -> Bool
}

extension TermBaseStore {
  public func databaseID() throws -> String { try read { try $0.databaseID() } }
  public func revision() throws -> Int { try read { try $0.revision() } }
  public func stamp() throws -> String { try read { try $0.stamp() } }
  public func concepts() throws -> [Concept] { try read { try $0.concepts() } }
  public func concept(id: String) throws -> Concept? { try read { try $0.concept(id: id) } }
  public func exceptions() throws -> [FormException] { try read { try $0.exceptions() } }
}

extension TermBaseReading {
  /// What ``TermBaseWriting/put(_:)`` would do with this concept.
  public func outcome(ofPutting concept: Concept) throws -> PutOutcome {
    guard var old = try self.concept(id: concept.id) else { return .added }
    var new = concept
    new.terms.removeAll(where: \.isDerived)
    // The order of unknown columns is a file's, not a concept's.
    old.otherFields.sort { $0.name < $1.name }
    new.otherFields.sort { $0.name < $1.name }
    return old == new ? .unchanged : .changed
  }
}

extension TermBaseWriting {
  /// Stores a concept whose id is new.
  ///
  /// - Throws: ``StoreError`` with `conceptExists`.
  public func add(_ concept: Concept) throws {
    if let old = try self.concept(id: concept.id) { throw StoreError.conceptExists(old) }
    try put(concept)
  }
}

extension StoreError {
  /// That this concept is there already.
  public static func conceptExists(_ concept: Concept) -> StoreError {
    let chinese = concept.terms.first { $0.language.isChinese }?.text ?? ""
    let forms = [chinese, concept.english.first ?? ""].joined(separator: " ")
    return StoreError(.conceptExists, at: nil, ["id": concept.id, "forms": forms])
  }

  /// That the base has no such concept.
  public static func noConcept(_ id: String) -> StoreError {
    StoreError(.noConcept, at: nil, ["id": id])
  }

  /// That there is no term base.
  public static func missing(at path: String) -> StoreError { StoreError(.missing, at: path) }
}
