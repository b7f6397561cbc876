/// Prints sections with their columns below each other.
enum TablePrinter {
  static func print(_ section: Section) {
    var widths = [section.title.count] + section.columns.map(\.count)
    for row in section.rows {
      for (index, cell) in ([row.what] + row.cells).enumerated() where index < widths.count {
        widths[index] = max(widths[index], cell.count)
      }
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { index, cell in
        let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
        return index == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ")
    }
    Swift.print("\n" + line([section.title] + section.columns))
    Swift.print(String(repeating: "-", count: widths.reduce(0, +) + 2 * section.columns.count))
    for row in section.rows { Swift.print(line([row.what] + row.cells)) }
    for note in section.notes { Swift.print("  \(note)") }
  }
}
