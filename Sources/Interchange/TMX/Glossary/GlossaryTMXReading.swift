import TermModel
import XMLStream

/// The concepts of a TMX file while it is read.
final class GlossaryTMXReading: TMXConsumer {
  private let document: String
  private let map: LanguageMap
  private var contents = GlossaryContents()
  /// Whether Yiming wrote the file as a glossary.
  private var isOwn = false
  private var lines: [String: Int] = [:]
  private var nameless: [Int] = []

  init(document: String, map: LanguageMap) {
    self.document = document
    self.map = map
  }

  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    guard element == .header else { return }
    if tag.tag["o-tmf"] == ConceptProperty.memoryFormat {
      isOwn = true
      contents.columns = Set(GlossaryColumn.allCases)
    }
  }

  func unit(_ unit: TMXUnit) throws {
    var model = unit.translationUnit
    if !map.isEmpty { model.mapLanguages(map) }
    var concept = Concept(model, isOwn: isOwn)
    let place = unit.place
    let hasOwnID = !concept.id.isEmpty
    // An id that is to be made is sound; the rest is looked at before it is.
    if !hasOwnID { concept.id = "x" }
    if let flaw = concept.flaw { return reject(flaw, concept, place) }
    if !hasOwnID {
      concept.id = ""
      nameless.append(contents.rows.count)
    } else if let first = lines[concept.id] {
      return reject(GlossaryError(.idTwice, place, ["id": concept.id, "first": "\(first)"]))
    } else {
      lines[concept.id] = place.line
    }
    note(columnsOf: concept)
    contents.rows.append(
      GlossaryContents.Row(
        concept: concept, line: place.line ?? 0, hasGivenID: hasOwnID, hasOwnID: hasOwnID))
  }

  private func reject(_ flaw: ConceptFlaw, _ concept: Concept, _ place: SourcePlace) {
    let chinese = concept.terms.first { $0.language.isChinese }?.text
    switch flaw.code {
    case .noChinese:
      reject(GlossaryError(.noChinese, place, ["text": concept.english.first ?? ""]))
    case .noEnglish: reject(GlossaryError(.noEnglish, place, ["text": chinese ?? ""]))
    case .badID, .noID: reject(GlossaryError(.badID, place, ["id": concept.id]))
    case .tooLong:
      reject(
        GlossaryError(
          .rowTooLong, place,
          ["bytes": flaw.values["bytes"] ?? "", "longest": flaw.values["longest"] ?? ""]))
    case .controlCharacter:
      reject(
        GlossaryError(.controlCharacter, place, ["character": flaw.values["character"] ?? ""]))
    case .bar, .emptyText, .outerSpace, .twice:
      reject(GlossaryError(.badForm, place, ["text": flaw.values["text"] ?? ""]))
    }
  }

  private func reject(_ error: GlossaryError) {
    contents.badRowCount += 1
    if contents.problems.count < GlossaryReader.mostProblems { contents.problems.append(error) }
  }

  /// Of a file that is not ours, a column is what some unit fills.
  private func note(columnsOf concept: Concept) {
    if isOwn {
      for field in concept.otherFields { contents.otherColumns.insert(field.name) }
      return
    }
    let cells = GlossaryCells(concept)
    for column in GlossaryColumn.allCases
    where column != .id && !cells.cell(column).isEmpty && !contents.columns.contains(column) {
      contents.columns.insert(column)
    }
  }

  func finish() -> GlossaryContents {
    var identifiers = ConceptIdentifier(taken: Set(lines.keys))
    for index in nameless {
      let concept = contents.rows[index].concept
      contents.rows[index].concept.id = identifiers.next(
        for: concept.english.first ?? "", else: concept.terms.first?.text ?? "")
    }
    return contents
  }
}

extension TranslationUnit {
  /// Gives the variants the languages that the user says.
  fileprivate mutating func mapLanguages(_ map: LanguageMap) {
    for index in content.indices {
      guard case .variant(var variant) = content[index], let language = variant.language,
        let other = map.replacement(for: language)
      else { continue }
      variant.language = other
      content[index] = .variant(variant)
    }
  }
}
