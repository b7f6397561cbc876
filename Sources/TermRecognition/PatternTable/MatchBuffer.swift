/// Matches on their way into an array.
@unsafe struct MatchBuffer {
  static let capacity = 80

  private let matches: UnsafeMutablePointer<PatternMatch>
  var count = 0

  init(_ matches: UnsafeMutablePointer<PatternMatch>) { unsafe self.matches = matches }

  /// Makes room for all that can begin at one place.
  @inline(__always)
  mutating func makeRoom(in array: inout [PatternMatch]) {
    if unsafe count > Self.capacity - PatternTable.longestPattern { unsafe empty(into: &array) }
  }

  /// Writes a match; it counts when ``count`` is raised.
  @inline(__always)
  func add(start: Int, pattern: UInt32, length: Int) {
    unsafe matches[count] = PatternMatch(
      start: UInt32(truncatingIfNeeded: start), pattern: pattern,
      length: UInt16(truncatingIfNeeded: length))
  }

  mutating func reverse(from first: Int) {
    let all = unsafe UnsafeMutableBufferPointer(start: matches, count: count)
    var line = unsafe UnsafeMutableBufferPointer(rebasing: all[first...])
    unsafe line.reverse()
  }

  @inline(never)
  mutating func empty(into array: inout [PatternMatch]) {
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: matches, count: count))
    unsafe count = 0
  }
}
