import Interchange
public import Store
public import TermModel
import XMLStream

extension TranslationUnit {
  /// A unit of a store, read back.
  ///
  /// - Throws: ``XMLStream/XMLProblem`` where the store has lost what it was given.
  public init(_ stored: StoredUnit) throws {
    var unit = TranslationUnit()
    let reader = StoredUnitReader { found, _ in unit = found.translationUnit }
    try reader.add(stored)
    try reader.finish()
    self = unit
  }
}

extension IncomingUnit {
  /// A unit that was made or changed here, as an import would bring it.
  ///
  /// - Throws: ``TermModel/UnitFlaw`` for what XML forbids.
  public init(_ unit: TranslationUnit) throws {
    let vocabulary = TMXVocabulary()
    var tape = XMLTape(names: vocabulary.names)
    try TMXEncoder(vocabulary).append(unit, to: &tape)
    var xml: [UInt8] = []
    tape.appendCanonical(to: &xml)
    var incoming = IncomingUnit(xml: xml)
    // What the store is told beside the XML comes from the XML, as in an import.
    let reader = StoredUnitReader { unit, _ in
      incoming.tuid = unit.id
      incoming.changed = unit.changeDate.flatMap(UnitDate.seconds)
      guard let key = unit.sourceKey() else { return }
      for word in [key.high, key.low] {
        withUnsafeBytes(of: word.littleEndian) { incoming.source.append(contentsOf: $0) }
      }
    }
    try reader.add(xml)
    try reader.finish()
    self = incoming
  }
}
