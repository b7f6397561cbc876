import CompiledTerms
import MappedFile
import TermModel

/// What is known of a form before any place of it is looked at: worked out once a document.
final class KnownForm: Sendable {
  /// What it can name: not hidden, and of the layers that were asked for.
  let senses: [FormSense]
  /// Per sense, what the hidden senses of the form are to it.
  let relations: [SenseRelations]
  /// Whether nothing but crossing words can speak against it: no other sense, no ordinary word, not a
  /// short form from a wide list.
  let isPlain: Bool
  /// Whether the only sense of a plain form is a person.
  let isPerson: Bool
  /// How often it is met as an ordinary word; below zero, as a phrase of two.
  let ordinary: Double

  init(
    senses: [FormSense], relations: [SenseRelations], isPlain: Bool, isPerson: Bool,
    ordinary: Double
  ) {
    self.senses = senses
    self.relations = relations
    self.isPlain = isPlain
    self.isPerson = isPerson
    self.ordinary = ordinary
  }
}

/// What a sense of a form shares with the others.
struct SenseRelations: Sendable {
  /// Concepts whose cue words speak for the sense: itself, and hidden ones of the same English name.
  var kin: [Int]
  /// Hidden concepts of another meaning, whose cue words speak against.
  var strangers: [Int] = []
  /// Whether it needs cue words: an ordinary word, or another thing of the same name.
  var isAmbiguous = false
  /// Whether the characters mean something else too, and not only stand side by side by accident.
  var hasOtherMeaning = false
}

extension ChineseReading {
  /// - Complexity: O(1) after the first time.
  mutating func known(form: UInt32) -> KnownForm {
    if let known = knownForms[form] { return known }
    let new = makeKnown(form: Int(form))
    knownForms[form] = new
    return new
  }

  private mutating func makeKnown(form: Int) -> KnownForm {
    let base = recogniser.base
    let all = base.chinese.senses(ofForm: form)
    let senses = all.filter { sense in
      !sense.traits.contains(.hidden)
        && options.sources?.contains(base.layer(ofConcept: Int(sense.concept))) ?? true
    }
    let ordinary = Double(recogniser.ordinaryCounts[form])
    let relations = senses.map { findRelations(of: $0, among: all, ordinary: ordinary) }
    var isPlain = false
    var isPerson = false
    if all.count == 1, let only = senses.first {
      let traits = base.traits(ofConcept: Int(only.concept))
      isPlain = !traits.isAmbiguous && !traits.isWide
      isPerson = traits.kind == .person
    }
    return KnownForm(
      senses: senses, relations: relations, isPlain: isPlain, isPerson: isPerson, ordinary: ordinary
    )
  }

  /// Hidden senses still speak: those of the same English name with a sense, others against it.
  private mutating func findRelations(
    of sense: FormSense, among all: some Sequence<FormSense>, ordinary: Double
  ) -> SenseRelations {
    var result = SenseRelations(kin: [Int(sense.concept)])
    var english: Set<String>?
    for other in all where other.traits.contains(.hidden) && other.concept != sense.concept {
      let own = english ?? Set(names.concept(Int(sense.concept)).english.map { $0.lowercased() })
      english = own
      let isKin = names.concept(Int(other.concept)).english.contains {
        own.contains($0.lowercased())
      }
      if isKin {
        result.kin.append(Int(other.concept))
      } else {
        result.strangers.append(Int(other.concept))
      }
    }
    let kin = result.kin.map { recogniser.base.traits(ofConcept: $0) }
    result.isAmbiguous = kin.contains(where: \.isAmbiguous)
    // Accidents of the characters are for the crossing margin.
    result.hasOtherMeaning =
      result.isAmbiguous
      && (ordinary != 0 || !result.strangers.isEmpty
        || kin.contains { $0.isAmbiguous && !$0.hasOnlyAccidents })
    return result
  }
}
