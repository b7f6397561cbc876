/// A query in the ids of one part.
struct PartQuery {
  /// Of each token, ``IndexPart/unknown`` where the part does not have it.
  let compared: [UInt32]
  /// The distinct compared tokens that the part has, the rarest first.
  let lists: [(id: UInt32, list: PostingList, weight: Int)]
  /// How many tokens of the query the part has, and does not have.
  let known: Int
  let unknown: Int
  /// The query's ``IndexRow`` bits.
  let low: UInt64
  let high: UInt64
  var pattern: DistancePattern
  private let part: IndexPart
  private let query: FuzzyQuery

  init(_ query: FuzzyQuery, in part: IndexPart) {
    self.part = part
    self.query = query
    var weights: [UInt32: Int] = [:]
    var ids: [UInt32] = []
    ids.reserveCapacity(query.tokens.count)
    for (token, text) in zip(query.tokens, query.plain) {
      let id = token.kind == .number ? part.head.number : part.id(of: text)
      ids.append(id)
      if id != IndexPart.unknown { weights[id, default: 0] += 1 }
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    var lists: [(id: UInt32, list: PostingList, weight: Int)] = []
    var known = 0
    for (id, weight) in weights {
      let list = part.list(of: id)
      guard list.count > 0 else { continue }
      known += weight
      lists.append((id, list, weight))
      if id & 64 == 0 { low |= 1 << UInt64(id & 63) } else { high |= 1 << UInt64(id & 63) }
    }
    lists.sort { ($0.list.count, $0.id) < ($1.list.count, $1.id) }
    self.lists = lists
    self.known = known
    unknown = ids.count - known
    self.low = low
    self.high = high
    compared = ids
    pattern = DistancePattern(ids)
  }

  /// As written.
  lazy var exact = DistancePattern(query.exact.map { part.id(of: $0) })

  /// As compared, but every number as itself.
  lazy var numbered = DistancePattern(query.plain.map { part.id(of: $0) })

  /// As compared, but with its case.
  lazy var cased = DistancePattern(
    zip(query.tokens, query.cased).map { token, text in
      token.kind == .number ? part.head.number : part.id(of: text)
    })

  /// As compared, without the codes.
  lazy var uncoded = DistancePattern(
    zip(query.tokens, compared).compactMap { $0.kind == .code ? nil : $1 })

  /// As written, with the white space.
  lazy var everything: DistancePattern = {
    var ids: [UInt32] = []
    for (text, gap) in zip(query.exact, query.gaps) {
      if !gap.isEmpty { ids.append(part.id(of: gap)) }
      ids.append(part.id(of: text))
    }
    if let gap = query.gaps.last, !gap.isEmpty { ids.append(part.id(of: gap)) }
    return DistancePattern(ids)
  }()

  lazy var hasCode = query.tokens.contains { $0.kind == .code }
}
