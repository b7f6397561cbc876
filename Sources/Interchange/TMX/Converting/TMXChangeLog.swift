import TermModel
import XMLStream

/// Where changes are put down: by whom and of which unit.
struct TMXChangeLog {
  private(set) var list: TMXFindingList
  var document = ""
  var unitNumber: Int?
  var unitID: String?

  init(limit: Int) { list = TMXFindingList(limit: limit) }

  mutating func note(
    _ change: TMXChange, line: Int, _ values: @autoclosure () -> [String: String] = [:]
  ) {
    guard list.counts(change.rawValue) else { return }
    list.keep(
      TMXFinding(
        change, SourcePlace(document: document, line: line), values(), unitID: unitID,
        unitNumber: unitNumber))
  }
}
