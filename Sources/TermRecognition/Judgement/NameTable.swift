import CompiledTerms
import TermModel

/// The names that the mentions of one document name, each once, and the concepts read so far.
struct NameTable {
  private let base: CompiledTermBase
  private let region: Region
  private(set) var names: [MentionedName] = []
  private var ofConcept: [Int: Int] = [:]
  /// Of several concepts; -1 where they share nothing.
  private var shared: [[Int]: Int] = [:]
  private var ofSurnames: [Int: Int] = [:]
  private var concepts: [Int: Concept] = [:]

  init(base: CompiledTermBase, region: Region) {
    self.base = base
    self.region = region
  }

  mutating func concept(_ index: Int) -> Concept {
    if let known = concepts[index] { return known }
    let concept = base.concept(at: index)
    concepts[index] = concept
    return concept
  }

  /// Whether the term of a sense is the one that Taiwan prefers of its concept.
  mutating func prefers(_ sense: FormSense) -> Bool {
    let concept = concept(Int(sense.concept))
    return concept.terms.firstIndex { $0.language == .taiwan } == Int(sense.term)
  }

  /// The form that Taiwan prefers of a concept; empty where none is known.
  mutating func taiwanese(_ index: Int) -> String { concept(index).terms(in: .taiwan).first?.text ?? "" }

  /// The name of one concept.
  mutating func name(of index: Int) -> Int {
    if let known = ofConcept[index] { return known }
    let concept = concept(index)
    names.append(
      MentionedName(
        english: concept.english.first ?? "", short: concept.englishShort,
        chinese: chinese(of: concept), concepts: [concept.id], kind: concept.kind,
        isFamiliar: concept.isFamiliar, source: base.layer(ofConcept: index)))
    ofConcept[index] = names.count - 1
    return names.count - 1
  }

  /// What the concepts share, where nothing decides between them: the whole English name, or the
  /// family name of people; `nil` where they share nothing.
  mutating func name(sharedBy indices: [Int]) -> Int? {
    let key = indices.sorted()
    if let known = shared[key] { return known < 0 ? nil : known }
    shared[key] = -1
    let all = key.map { concept($0) }
    let english = all.map { $0.english.first ?? "" }
    let common: String
    if Set(english.map { $0.lowercased() }).count == 1 {
      common = english[0]
    } else if all.allSatisfy({ $0.kind == .person }) {
      let last = Set(english.map { $0.split(separator: " ").last.map(String.init) ?? "" })
      guard last.count == 1, let name = last.first, !name.isEmpty else { return nil }
      common = name
    } else {
      return nil
    }
    names.append(
      MentionedName(
        english: common, short: common, chinese: "", concepts: all.map(\.id), kind: all[0].kind,
        isFamiliar: all.allSatisfy(\.isFamiliar), source: base.layer(ofConcept: key[0])))
    self.shared[key] = names.count - 1
    return names.count - 1
  }

  /// The family name alone of a person who is one of many of that name.
  mutating func familyName(of index: Int) -> Int {
    if let known = ofSurnames[index] { return known }
    let concept = concept(index)
    let family = concept.englishShort
    names.append(
      MentionedName(
        english: family, short: family, chinese: chinese(of: concept), concepts: [concept.id],
        kind: .person, source: base.layer(ofConcept: index)))
    ofSurnames[index] = names.count - 1
    return names.count - 1
  }

  /// A name that the document introduces.
  mutating func introduce(english: String, short: String, chinese: String, kind: ConceptKind?) -> Int {
    names.append(
      MentionedName(
        english: english, short: short, chinese: chinese, kind: kind, source: "article"))
    return names.count - 1
  }

  private func chinese(of concept: Concept) -> String {
    concept.terms(in: region.language).first?.text ?? concept.terms(in: .taiwan).first?.text ?? ""
  }
}
