/// The judge of every count: a tree of dictionaries, one step a character.
struct NaiveMatcher {
  private var next: [UInt64: UInt32] = [:]
  private var ends: [Bool] = [false]

  init(_ patterns: [[UInt16]]) {
    for pattern in patterns {
      var node: UInt32 = 0
      for unit in pattern {
        let step = UInt64(node) << 16 | UInt64(unit)
        if let known = next[step] {
          node = known
        } else {
          node = UInt32(ends.count)
          next[step] = node
          ends.append(false)
        }
      }
      ends[Int(node)] = true
    }
  }

  /// How many patterns stand in a text: all of them, and only the first and longest that do not
  /// overlap.
  func counts(in text: [UInt16]) -> (all: Int, leftmostLongest: Int) {
    var counts = (all: 0, leftmostLongest: 0)
    var free = 0
    for start in text.indices {
      var node: UInt32 = 0
      var end = start
      var longest = 0
      while end < text.count, let step = next[UInt64(node) << 16 | UInt64(text[end])] {
        node = step
        end += 1
        if ends[Int(node)] {
          counts.all += 1
          longest = end
        }
      }
      if longest > 0, start >= free {
        counts.leftmostLongest += 1
        free = longest
      }
    }
    return counts
  }
}
