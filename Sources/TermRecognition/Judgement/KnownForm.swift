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
  /// Whether every reader knows the name, as itself or as the hidden sense of the same name says.
  var isFamiliar = false
  /// Its kind, or where nobody said, that of a hidden sense of the same thing.
  var kind: ConceptKind?
  /// Whether it is a team, as itself or as a hidden sense of the same name says.
  var isTeam = false
  /// Whether it is an ordinary word, and no list of the program knows it as this name.
  var isOwnWord = false
  /// Whether a thing is called so before all, and this is a person called so only by the way: 特斯拉.
  var isAside = false
  /// Whether the characters are a word too, or name another thing by the editors' word; else only
  /// other concepts have the form, which the word counts know nothing of.
  var isWord = false
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
    // 布希 is written like a foreign name, 巨大 is not.
    let units = base.chinese.units(ofForm: form)
    let isOrdinary =
      ordinary > 0 && units.count == 2 && !units.allSatisfy { recogniser.classes.isSound($0) }
    var relations = senses.map { findRelations(of: $0, among: all, isOrdinary: isOrdinary) }
    if senses.count > 1 {
      let isPerson = senses.map { base.traits(ofConcept: Int($0.concept)).kind == .person }
      let preferred = senses.map { names.prefers($0) }
      if zip(isPerson, preferred).contains(where: { !$0 && $1 }) {
        for index in senses.indices { relations[index].isAside = isPerson[index] && !preferred[index] }
      }
    }
    var isPlain = false
    var isPerson = false
    if all.count == 1, let only = senses.first {
      let traits = base.traits(ofConcept: Int(only.concept))
      isPlain = !relations[0].isAmbiguous && !traits.isWide
      isPerson = traits.kind == .person
    }
    return KnownForm(
      senses: senses, relations: relations, isPlain: isPlain, isPerson: isPerson, ordinary: ordinary
    )
  }

  /// Hidden senses still speak: those of the same thing with a sense, others against it.
  private mutating func findRelations(
    of sense: FormSense, among all: some Sequence<FormSense>, isOrdinary: Bool
  ) -> SenseRelations {
    let hidden = all.filter { $0.traits.contains(.hidden) && $0.concept != sense.concept }
    let kinOfSense = hidden.isEmpty ? [] : kin(of: sense, among: hidden)
    var result = SenseRelations(kin: [Int(sense.concept)] + kinOfSense)
    for other in hidden where !kinOfSense.contains(Int(other.concept)) {
      result.strangers.append(Int(other.concept))
    }
    let base = recogniser.base
    let kin = result.kin.map { base.traits(ofConcept: $0) }
    result.isFamiliar = kin.contains(where: \.isFamiliar)
    result.isTeam = kin.contains(where: \.isTeam)
    result.kind = kin.lazy.compactMap(\.kind).first
    // A word of two characters that only a person's own glossary calls a name: 巨大.
    result.isOwnWord =
      isOrdinary && result.kin.count == 1 && !kin[0].isWide && kin[0].kind != .place
      && kin[0].kind != .person
      && base.layer(ofConcept: Int(sense.concept)) != Self.shipped
    result.isAmbiguous = kin.contains(where: \.isAmbiguous) || result.isOwnWord
    // Accidents of the characters are for the crossing margin. Where there are only such, what the
    // word counts hold is the name itself: 台電, 新加坡, 孔子.
    result.isWord =
      result.isOwnWord || kin.contains { $0.isAmbiguous && !$0.hasOnlyAccidents }
    result.hasOtherMeaning =
      result.isWord || (result.isAmbiguous && !result.strangers.isEmpty)
      || result.strangers.contains { !base.traits(ofConcept: $0).isWide }
    return result
  }

  /// The hidden senses that are the same thing: those of its kind with the same English name, and
  /// namesakes in the wide lists, which are not sure of kinds. Where the core has none of the name, all of
  /// its kind: who writes an English of their own beside 輝達 means no other firm. The river Amazon is none.
  private mutating func kin(of sense: FormSense, among hidden: [FormSense]) -> [Int] {
    let base = recogniser.base
    let kind = base.traits(ofConcept: Int(sense.concept)).kind
    let own = Set(names.concept(Int(sense.concept)).english.map { $0.lowercased() })
    var namesakes: [Int] = []
    var ofItsKind: [Int] = []
    for other in hidden.map({ Int($0.concept) }) {
      let traits = base.traits(ofConcept: other)
      let isOfItsKind = !traits.isWide && (kind == nil || kind == traits.kind)
      if isOfItsKind { ofItsKind.append(other) }
      let isNamesake = names.concept(other).english.contains {
        own.contains($0.lowercased()) || (traits.kind == .org && begins(own, like: $0.lowercased()))
      }
      if isNamesake, traits.isWide || isOfItsKind { namesakes.append(other) }
    }
    let isInCore = namesakes.contains { !base.traits(ofConcept: $0).isWide }
    return isInCore ? namesakes : namesakes + ofItsKind
  }

  /// Whether one of the names begins with the same word as another: Delta, Delta Electronics.
  private func begins(_ names: Set<String>, like name: String) -> Bool {
    guard let first = name.split(separator: " ").first, first.count > 2,
      !Self.genericWords.contains(String(first))
    else { return false }
    return names.contains { $0.split(separator: " ").first == first }
  }

  /// The layer that comes with the program and is read by editors.
  private static let shipped = "core"
}
