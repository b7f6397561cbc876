import CompiledTerms
import HanText
import TermModel

/// What a person's exceptions say of the forms in one document.
struct OwnDecisions {
  let forms: CompiledForms
  /// Forms by their units, for names that have no number; only the forms that were decided about.
  private let numbers: [[UInt16]: Int]

  /// Nats that nothing else in a text outweighs.
  static let weight = 50.0

  init(_ forms: CompiledForms) {
    self.forms = forms
    numbers = Dictionary(
      forms.decidedForms.map { (Array(forms.units(ofForm: Int($0))), Int($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { !forms.hasDecisions }

  /// The number of a form that was decided about.
  func form(of units: some Sequence<UInt16>) -> Int? {
    isEmpty ? nil : numbers[Array(units)]
  }

  /// Whether the document or a wish to see a name always decides about a form.
  func decideLater(form: Int) -> Bool {
    !isEmpty && forms.decisions(onForm: form).contains { $0.rule != .inside }
  }

  /// Whether every mention of a form is a name, where nothing says no.
  func isAlways(form: Int) -> Bool {
    !isEmpty && forms.decisions(onForm: form).contains { $0.rule == .always }
  }

  /// The text around a match in which its form is no name.
  ///
  /// - Complexity: O(*e*) in the units of the form's exceptions.
  func exception(around range: Range<Int>, form: Int, in text: FoldedText) -> Range<Int>? {
    guard !isEmpty else { return nil }
    for decision in forms.decisions(onForm: form) where decision.rule == .inside {
      let around = forms.units(ofForm: Int(decision.text))
      guard around.count >= range.count else { continue }
      for offset in 0...around.count - range.count {
        let start = range.lowerBound - offset
        let end = start + around.count
        guard start >= 0, end <= text.count, text.units[start..<end].elementsEqual(around),
          isWhole(start..<end, in: text)
        else { continue }
        return start..<end
      }
    }
    return nil
  }

  /// Whether no word of a spaced script is cut at an edge.
  private func isWhole(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func joins(_ left: Int) -> Bool {
      left >= 0 && left + 1 < text.count && FoldTable.isWordUnit(text.units[left])
        && FoldTable.isWordUnit(text.units[left + 1])
    }
    return !joins(range.lowerBound - 1) && !joins(range.upperBound - 1)
  }

  /// Adds what is decided for a form in a document.
  ///
  /// - Parameter stands: whether a form stands anywhere in the document.
  func add(_ form: Int, to sum: inout EvidenceSum, stands: (Int) -> Bool) {
    guard !isEmpty else { return }
    for decision in forms.decisions(onForm: form)
    where decision.rule == .notIn && stands(Int(decision.text)) {
      sum.add(
        -Self.weight,
        "your own decision: no name where \"\(shown(decision.text))\" is in the document")
      return
    }
    if isAlways(form: form) { sum.add(Self.weight, "your own decision: always a name") }
  }

  func shown(_ form: UInt32) -> String {
    String(decoding: forms.units(ofForm: Int(form)), as: UTF16.self)
  }
}
