public import MappedFile

/// The distinct folded forms of a compiled term base in one direction.
public struct CompiledForms: Sendable {
  private let unitPlaces: MappedArray<UInt32>
  private let units: MappedArray<UInt16>
  private let sensePlaces: MappedArray<UInt32>
  private let senses: MappedArray<FormSense>
  /// A bit a form: whether its places in a document matter, as a cue or rival word of some concept or
  /// as the text of an exception.
  private let cueBits: MappedArray<UInt64>
  /// Where the decisions about a form begin and end, for the few that have any.
  private let decisionPlaces: [UInt32: Range<Int>]
  private let decisions: MappedArray<FormDecision>

  init(_ file: MappedFile, named name: String) throws(MappedFileError) {
    unitPlaces = try file.array(SectionName("\(name)f.uat"), of: UInt32.self)
    units = try file.array(SectionName("\(name)f.u"), of: UInt16.self)
    sensePlaces = try file.array(SectionName("\(name)f.sat"), of: UInt32.self)
    senses = try file.array(SectionName("\(name)f.s"), of: FormSense.self)
    cueBits = try file.array(SectionName("\(name)f.cue"), of: UInt64.self)
    decisions = try file.array(SectionName("\(name)f.dec"), of: FormDecision.self)
    var places: [UInt32: Range<Int>] = [:]
    for index in 0..<decisions.count {
      let form = decisions[index].form
      places[form] = (places[form]?.lowerBound ?? index)..<index + 1
    }
    decisionPlaces = places
  }

  public var count: Int { sensePlaces.count - 1 }

  /// The folded units of a form.
  public func units(ofForm number: Int) -> MappedArray<UInt16>.SubSequence {
    units[Int(unitPlaces[number])..<Int(unitPlaces[number + 1])]
  }

  /// The senses of a form, hidden ones too; none for a form that is only a cue word or the text of an
  /// exception.
  public func senses(ofForm number: Int) -> MappedArray<FormSense>.SubSequence {
    senses[Int(sensePlaces[number])..<Int(sensePlaces[number + 1])]
  }

  /// Whether a form names any concept, and is not only a cue word or the text of an exception.
  public func hasSenses(form number: Int) -> Bool { sensePlaces[number] < sensePlaces[number + 1] }

  public var hasDecisions: Bool { !decisionPlaces.isEmpty }

  /// What a person decided about a form.
  public func decisions(onForm number: Int) -> some Collection<FormDecision> {
    decisions[decisionPlaces[UInt32(number)] ?? 0..<0]
  }

  /// The forms that a person decided about.
  public var decidedForms: some Collection<UInt32> { decisionPlaces.keys }

  public func isCue(form number: Int) -> Bool {
    cueBits[number >> 6] >> UInt64(number & 63) & 1 != 0
  }
}
