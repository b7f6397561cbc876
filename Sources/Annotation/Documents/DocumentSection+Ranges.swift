import TermRecognition

extension DocumentSection {
  /// The parts of a range that are text, those that touch made one.
  func stretches(of range: Range<Int>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var index = piece(endingAfter: range.lowerBound)
    while index < pieces.count, pieces[index].range.lowerBound < range.upperBound {
      let part = pieces[index].range.clamped(to: range)
      if let last = stretches.last, last.upperBound == part.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<part.upperBound
      } else {
        stretches.append(part)
      }
      index += 1
    }
    return stretches
  }

  /// Whether no markup stands inside a range.
  func isUnbroken(_ range: Range<Int>) -> Bool { stretches(of: range) == [range] }

  /// What a range says, without markup and with references decoded.
  func text(of range: Range<Int>, in source: [UInt8]) -> String {
    var text = ""
    var index = piece(endingAfter: range.lowerBound)
    while index < pieces.count, pieces[index].range.lowerBound < range.upperBound {
      let part = pieces[index].range.clamped(to: range)
      text += pieces[index].decoded ?? String(decoding: source[part], as: UTF8.self)
      index += 1
    }
    return text
  }
}
