public import TermModel

/// How a found segment becomes the query: which tokens stay, go and come, and where they stand.
///
///     EditScript(query: "第5條。", segment: "第３條 ")
///     // kept 第, altered 5 for ３, kept 條, inserted 。
///
/// It has the fewest edits, and among those it keeps the most tokens. Neighbours of one kind are one
/// step.
public struct EditScript: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Written alike on both sides.
    case kept
    /// Compared as equal, but written differently: another number, case, width or variant.
    case altered
    /// Only in the found segment.
    case deleted
    /// Only in the query.
    case inserted
  }

  public struct Step: Hashable, Sendable {
    public var kind: Kind
    /// UTF-8 offsets; empty, where it would stand, for what is deleted.
    public var query: Range<Int>
    /// UTF-8 offsets; empty for what is inserted.
    public var segment: Range<Int>
  }

  public private(set) var steps: [Step] = []
  private let query: FuzzyQuery
  private let segment: FuzzyQuery

  /// Above so many pairs of tokens the part between the common ends is deleted and inserted as one.
  static let mostCells = 16_000_000

  /// - Complexity: O(*m*·*n*) time, and as many bytes, up to 16 MB.
  public init(query: FlatSegment, segment: FlatSegment) {
    self.init(query: FuzzyQuery(query), segment: FuzzyQuery(segment))
  }

  /// - Complexity: O(*m*·*n*) time, and as many bytes, up to 16 MB.
  public init(query: FuzzyQuery, segment: FuzzyQuery) {
    self.query = query
    self.segment = segment
    let m = query.tokens.count
    let n = segment.tokens.count
    var first = 0
    while first < min(m, n), query.exact[first] == segment.exact[first] { first += 1 }
    var last = 0
    while last < min(m, n) - first, query.exact[m - 1 - last] == segment.exact[n - 1 - last] {
      last += 1
    }
    for index in 0..<first { add(.kept, index, index) }
    addMiddle(first..<m - last, first..<n - last)
    for index in 0..<last { add(.kept, m - last + index, n - last + index) }
  }

  private enum Direction: UInt8 { case both, delete, insert }

  private mutating func addMiddle(_ rows: Range<Int>, _ columns: Range<Int>) {
    guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= Self.mostCells else {
      for column in columns { add(.deleted, rows.lowerBound, column) }
      for row in rows { add(.inserted, row, columns.upperBound) }
      return
    }
    let (left, right) = numbers(rows, columns)
    // An edit costs more than all that tells scripts of as many edits apart.
    let edit = 2 * (rows.count + columns.count) + 1
    let width = columns.count + 1
    var directions = [UInt8](repeating: Direction.insert.rawValue, count: (rows.count + 1) * width)
    for column in 1...columns.count { directions[column] = Direction.delete.rawValue }
    var costs = (0...columns.count).map { $0 * edit }
    for row in 1...rows.count {
      var diagonal = costs[0]
      costs[0] = row * edit
      let (exact, compared) = left[row - 1]
      for column in 1...columns.count {
        let other = right[column - 1]
        let step = exact == other.exact ? 0 : compared == other.compared ? 1 : edit + 2
        var cost = diagonal + step
        var direction = Direction.both
        if costs[column - 1] + edit < cost {
          cost = costs[column - 1] + edit
          direction = .delete
        }
        if costs[column] + edit < cost {
          cost = costs[column] + edit
          direction = .insert
        }
        diagonal = costs[column]
        costs[column] = cost
        directions[row * width + column] = direction.rawValue
      }
    }
    var path: [(Kind, Int, Int)] = []
    var row = rows.count
    var column = columns.count
    while row > 0 || column > 0 {
      let q = rows.lowerBound + row
      let s = columns.lowerBound + column
      switch Direction(rawValue: directions[row * width + column])! {
      case .both:
        if left[row - 1].exact == right[column - 1].exact {
          path.append((.kept, q - 1, s - 1))
        } else if left[row - 1].compared == right[column - 1].compared {
          path.append((.altered, q - 1, s - 1))
        } else {
          path.append((.inserted, q - 1, s))
          path.append((.deleted, q - 1, s - 1))
        }
        row -= 1
        column -= 1
      case .delete:
        path.append((.deleted, q, s - 1))
        column -= 1
      case .insert:
        path.append((.inserted, q - 1, s))
        row -= 1
      }
    }
    // What goes is told before what comes in its stead.
    var run: [(Kind, Int, Int)] = []
    func isChange(_ kind: Kind) -> Bool { kind == .deleted || kind == .inserted }
    for step in path.reversed() {
      if !isChange(step.0) {
        addChanges(&run)
        add(step.0, step.1, step.2)
      } else {
        run.append(step)
      }
    }
    addChanges(&run)
  }

  private mutating func addChanges(_ run: inout [(Kind, Int, Int)]) {
    guard let first = run.first, let last = run.last else { return }
    for step in run where step.0 == .deleted { add(.deleted, first.1, step.2) }
    let end = last.0 == .deleted ? last.2 + 1 : last.2
    for step in run where step.0 == .inserted { add(.inserted, step.1, end) }
    run.removeAll()
  }

  /// Tokens as numbers, by how they are written and by how they are compared.
  private func numbers(
    _ rows: Range<Int>, _ columns: Range<Int>
  ) -> (left: [(exact: Int, compared: Int)], right: [(exact: Int, compared: Int)]) {
    var known: [[UInt8]: Int] = [:]
    func number(_ text: [UInt8]) -> Int {
      if let number = known[text] { return number }
      known[text] = known.count
      return known.count - 1
    }
    func pair(_ side: FuzzyQuery, _ token: Int) -> (exact: Int, compared: Int) {
      let isNumber = side.tokens[token].kind == .number
      return (number(side.exact[token]), number(isNumber ? ReservedText.number : side.plain[token]))
    }
    return (rows.map { pair(query, $0) }, columns.map { pair(segment, $0) })
  }

  /// Adds a token to the last step, or begins a new one.
  private mutating func add(_ kind: Kind, _ row: Int, _ column: Int) {
    func range(_ side: FuzzyQuery, _ token: Int, isHere: Bool) -> Range<Int> {
      if isHere { return side.tokens[token].range }
      let at =
        token < side.tokens.count ? side.tokens[token].range.lowerBound : side.segment.utf8.count
      return at..<at
    }
    let queryRange = range(query, row, isHere: kind != .deleted)
    let segmentRange = range(segment, column, isHere: kind != .inserted)
    if let last = steps.last, last.kind == kind {
      let index = steps.count - 1
      if kind != .deleted { steps[index].query = last.query.lowerBound..<queryRange.upperBound }
      if kind != .inserted {
        steps[index].segment = last.segment.lowerBound..<segmentRange.upperBound
      }
    } else {
      steps.append(Step(kind: kind, query: queryRange, segment: segmentRange))
    }
  }

  public static func == (left: Self, right: Self) -> Bool { left.steps == right.steps }

  public func hash(into hasher: inout Hasher) { hasher.combine(steps) }
}
