/// A query made ready for many edit distances: the least number of tokens to put in, take out or
/// replace to make one sequence of the other.
///
/// The algorithm is bit-parallel: Myers 1999 in the form of Hyyrö 2003, 64 tokens of the query in a
/// word. A token that is rare in a query of many words is set and cleared for its column, a frequent
/// one has a row of its own, so that memory is O(*m*) whatever the tokens.
///
/// - Complexity: O(*n*·⌈*m*/64⌉) a distance.
struct DistancePattern {
  let length: Int
  let map: TokenMap
  /// Of each token of the query.
  let numbers: [UInt32]
  private let words: Int
  /// For queries of one word: the mask of each number.
  let masks: [UInt64]
  /// For longer ones: where each number's places begin in `places`, or its row's index, negative.
  private var starts: [Int32] = []
  private var places: [UInt32] = []
  private var rows: [UInt64] = []
  private var positive: [UInt64] = []
  private var negative: [UInt64] = []
  private var equal: [UInt64] = []
  /// How often the query has each number.
  private var left: [Int32] = []
  /// How many pairs of neighbours of the query have each hash.
  private var pairsLeft: [Int32] = []
  private var pairShift: UInt32 = 0

  init(_ ids: [UInt32]) {
    var numbers: [UInt32] = []
    map = TokenMap(ids, numbers: &numbers)
    self.numbers = numbers
    length = ids.count
    words = max(1, (ids.count + 63) / 64)
    if words == 1 {
      var masks = [UInt64](repeating: 0, count: map.count + 1)
      for (place, number) in numbers.enumerated() { masks[Int(number)] |= 1 << UInt64(place) }
      self.masks = masks
    } else {
      masks = []
      preparePlaces()
    }
  }

  private mutating func preparePlaces() {
    var lists = [[UInt32]](repeating: [], count: map.count + 1)
    for (place, number) in numbers.enumerated() { lists[Int(number)].append(UInt32(place)) }
    starts = [0]
    left = [Int32](repeating: 0, count: map.count + 1)
    for number in numbers { left[Int(number)] += 1 }
    for list in lists.dropFirst() {
      if list.count >= words {
        starts.append(-1 - Int32(rows.count / words))
        let row = rows.count
        rows.append(contentsOf: repeatElement(0, count: words))
        for place in list { rows[row + Int(place >> 6)] |= 1 &<< UInt64(place & 63) }
      } else {
        starts.append(Int32(places.count))
        places += list
        places.append(.max)
      }
    }
    var bits: UInt32 = 8
    while 1 << bits < length * 4 { bits += 1 }
    pairShift = 32 - bits
    pairsLeft = [Int32](repeating: 0, count: 1 << bits)
    for index in 1..<length {
      pairsLeft[Self.pairSlot(numbers[index - 1], numbers[index], pairShift)] += 1
    }
    positive = [UInt64](repeating: 0, count: words)
    negative = positive
    equal = positive
  }

  /// The distance to a text given as numbers of ``map``; more than `most` where it is greater.
  mutating func distance(to text: UnsafeBufferPointer<UInt32>, atMost most: Int) -> Int {
    guard length > 0 else { return text.count }
    guard abs(text.count - length) <= most else { return most + 1 }
    if words > 1, unsafe isTooFar(text, most) { return most + 1 }
    return words == 1
      ? unsafe shortDistance(to: text, atMost: most) : unsafe longDistance(to: text, atMost: most)
  }

  @inline(__always)
  private func shortDistance(to text: UnsafeBufferPointer<UInt32>, atMost most: Int) -> Int {
    unsafe masks.withUnsafeBufferPointer { masks in
      let shift = UInt64(length - 1)
      var positive = ~UInt64(0)
      var negative: UInt64 = 0
      var score = length
      // How high the score may be before a column: each column to come lowers it by 1 at most.
      var limit = most + text.count
      for index in 0..<text.count {
        let equal = unsafe masks[Int(text[index])]
        let diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative
        var up = negative | ~(diagonal | positive)
        let down = positive & diagonal
        score &+= Int((up &>> shift) & 1) &- Int((down &>> shift) & 1)
        limit &-= 1
        if score > limit { return most + 1 }
        up = up &<< 1 | 1
        positive = (down &<< 1) | ~(diagonal | up)
        negative = up & diagonal
      }
      return score
    }
  }

  /// Whether two bounds that cost O(*n*) show that the distance is greater.
  ///
  /// Tokens that the two do not share need an edit each; and *d* edits leave at least
  /// *max* − 1 − 2*d* pairs of neighbours (Ukkonen 1992). Pairs are counted by a hash, which can only
  /// count too many.
  private mutating func isTooFar(_ text: UnsafeBufferPointer<UInt32>, _ most: Int) -> Bool {
    let longer = max(text.count, length)
    var shared = 0
    unsafe left.withUnsafeMutableBufferPointer { left in
      for index in 0..<text.count {
        let number = unsafe Int(text[index])
        let rest = unsafe left[number]
        shared &+= rest > 0 ? 1 : 0
        unsafe left[number] = rest &- (rest > 0 ? 1 : 0)
      }
      for number in numbers { unsafe left[Int(number)] = 0 }
      for number in numbers { unsafe left[Int(number)] &+= 1 }
    }
    if longer - shared > most { return true }
    guard text.count > 1 else { return false }
    var pairs = 0
    let shift = pairShift
    unsafe pairsLeft.withUnsafeMutableBufferPointer { left in
      var previous = unsafe text[0]
      for index in 1..<text.count {
        let next = unsafe text[index]
        let slot = Self.pairSlot(previous, next, shift)
        previous = next
        let rest = unsafe left[slot]
        pairs &+= rest > 0 ? 1 : 0
        unsafe left[slot] = rest &- (rest > 0 ? 1 : 0)
      }
      for index in 1..<numbers.count {
        unsafe left[Self.pairSlot(numbers[index - 1], numbers[index], shift)] = 0
      }
      for index in 1..<numbers.count {
        unsafe left[Self.pairSlot(numbers[index - 1], numbers[index], shift)] &+= 1
      }
    }
    return longer - 1 - pairs > 2 * most
  }

  @inline(__always)
  private static func pairSlot(_ left: UInt32, _ right: UInt32, _ shift: UInt32) -> Int {
    // A pair with a number 0 is none of the query's, but may fall into the slot of one.
    Int((((left &* 0x9E37_79B1) ^ (right &* 0x85EB_CA77)) &* 0xC2B2_AE3D) &>> shift)
  }

  private mutating func longDistance(to text: UnsafeBufferPointer<UInt32>, atMost most: Int) -> Int
  {
    let words = words
    for word in 0..<words {
      positive[word] = ~0
      negative[word] = 0
    }
    let last = words - 1
    let shift = UInt64((length - 1) & 63)
    var score = length
    var limit = most + text.count
    return unsafe positive.withUnsafeMutableBufferPointer { positive in
      unsafe negative.withUnsafeMutableBufferPointer { negative in
        unsafe equal.withUnsafeMutableBufferPointer { sparse in
          unsafe rows.withUnsafeBufferPointer { rows in
            unsafe places.withUnsafeBufferPointer { places in
              unsafe starts.withUnsafeBufferPointer { starts in
                for index in 0..<text.count {
                  let number = unsafe Int(text[index])
                  let start = unsafe Int(starts[number])
                  var row = unsafe UnsafePointer(sparse.baseAddress!)
                  if number != 0 {
                    if start < 0 {
                      unsafe row = rows.baseAddress! + (-1 - start) * words
                    } else {
                      var at = start
                      while unsafe places[at] != .max {
                        let place = unsafe places[at]
                        unsafe sparse[Int(place >> 6)] |= 1 &<< UInt64(place & 63)
                        at += 1
                      }
                    }
                  }
                  var upIn: UInt64 = 1
                  var downIn: UInt64 = 0
                  for word in 0...last {
                    let pv = unsafe positive[word]
                    let nv = unsafe negative[word]
                    let match = unsafe row[word]
                    let vertical = match | nv
                    let equal = match | downIn
                    let horizontal = (((equal & pv) &+ pv) ^ pv) | equal
                    var up = nv | ~(horizontal | pv)
                    var down = pv & horizontal
                    if word == last {
                      score &+= Int((up &>> shift) & 1) &- Int((down &>> shift) & 1)
                    }
                    let upOut = up &>> 63
                    let downOut = down &>> 63
                    up = up &<< 1 | upIn
                    down = down &<< 1 | downIn
                    unsafe positive[word] = down | ~(vertical | up)
                    unsafe negative[word] = up & vertical
                    upIn = upOut
                    downIn = downOut
                  }
                  if number != 0, start >= 0 {
                    var at = start
                    while unsafe places[at] != .max {
                      unsafe sparse[Int(places[at] >> 6)] = 0
                      at += 1
                    }
                  }
                  limit &-= 1
                  if score > limit {
                    return most + 1
                  }
                }
                return score
              }
            }
          }
        }
      }
    }
  }
}
