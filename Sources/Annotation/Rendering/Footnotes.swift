/// Footnotes of Markdown, one for each name.
struct Footnotes {
  private var numbers: [Int: Int] = [:]
  private var texts: [String] = []
  private let first: Int

  /// - Parameter last: the highest number of ours that the document has already.
  init(after last: Int) { first = last + 1 }

  mutating func mark(for item: ChosenMention) -> String {
    let number = numbers[item.nameNumber] ?? first + texts.count
    if numbers[item.nameNumber] == nil {
      numbers[item.nameNumber] = number
      texts.append(item.gloss)
    }
    return "[^yiming-\(number)]"
  }

  /// The definitions, set off by a blank line.
  func definitions(at offset: Int, in source: [UInt8]) -> [Insertion] {
    guard !texts.isEmpty else { return [] }
    let lineEnd = LineEnd(of: source)
    var text = lineEnd.separator(at: offset, in: source)
    for (index, gloss) in texts.enumerated() {
      text += "[^yiming-\(first + index)]: \(Escaping.markdown(gloss))\(lineEnd.text)"
    }
    return [Insertion(offset: offset, text: text + (offset < source.count ? lineEnd.text : ""))]
  }
}
