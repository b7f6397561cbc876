import TermModel

/// Distinct folded forms, each with its senses, while the layers are laid.
public struct FormList: Sendable {
  /// The longest form, in folded units; a longer term is known to look-up only.
  public static let longestForm = 64

  public private(set) var units: [[UInt16]] = []
  public private(set) var senses: [[FormSense]] = []
  /// Per concept, the forms that speak for it or against it.
  public private(set) var cues: [Int: [Cue]] = [:]
  /// What a person decided about forms.
  public private(set) var decisions: [FormDecision] = []
  private var numbers: [[UInt16]: Int] = [:]

  public struct Cue: Hashable, Sendable {
    public var form: Int
    public var speaksFor: Bool
  }

  mutating func add(_ folded: [UInt16], _ sense: FormSense) {
    guard let number = number(of: folded) else { return }
    // A mainland term often folds to the same units as Taiwan's.
    if let same = senses[number].firstIndex(where: { $0.concept == sense.concept }) {
      let first = senses[number][same].traits
      var both = first.union(sense.traits)
      // What one of the two terms is not, the form is not.
      for trait in [FormTraits.derived, .outdated, .short, .joined] {
        if !first.contains(trait) || !sense.traits.contains(trait) { both.remove(trait) }
      }
      senses[number][same].traits = both
    } else {
      senses[number].append(sense)
    }
  }

  mutating func addCue(_ folded: [UInt16], of concept: Int, speaksFor: Bool) {
    guard let number = number(of: folded) else { return }
    cues[concept, default: []].append(Cue(form: number, speaksFor: speaksFor))
  }

  mutating func addDecision(
    on folded: [UInt16], _ rule: FormException.Rule, text: [UInt16]
  ) {
    guard let form = number(of: folded), let text = number(of: rule == .always ? folded : text)
    else { return }
    decisions.append(FormDecision(form: form, rule: rule, text: text))
  }

  mutating func hideLowerSenses(rank: (Int) -> Int) {
    for number in senses.indices where senses[number].count > 1 {
      let highest = senses[number].map { rank(Int($0.concept)) }.min()
      for sense in senses[number].indices
      where rank(Int(senses[number][sense].concept)) != highest {
        senses[number][sense].traits.insert(.hidden)
      }
    }
  }

  private mutating func number(of folded: [UInt16]) -> Int? {
    guard (1...Self.longestForm).contains(folded.count) else { return nil }
    if let known = numbers[folded] { return known }
    numbers[folded] = units.count
    units.append(folded)
    senses.append([])
    return units.count - 1
  }
}
