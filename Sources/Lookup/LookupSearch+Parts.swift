import HanText
import MappedFile

extension LookupSearch {
  /// As many places of one query are looked at, so that a single character stays cheap.
  private static let mostPlaces = 20_000

  /// Names that hold the query: anywhere where it begins with Han, else from the start of a word.
  mutating func addParts() {
    let wanted = query.key.units
    let needsWord = !isHanUnit(wanted[0])
    guard wanted.count > 1 || !needsWord else { return }
    var places: [Int] = []
    let units = index.names.units.unsafeElements
    guard units.count >= wanted.count else { return }
    let first = wanted[0]
    for place in 0...units.count - wanted.count where units[place] == first {
      var same = 1
      while same < wanted.count, units[place + same] == wanted[same] { same += 1 }
      if same == wanted.count {
        places.append(place)
        if places.count == Self.mostPlaces { break }
      }
    }
    for place in places where !needsWord || index.startsWord(at: place) {
      let name = name(at: place)
      let end = Int(index.names.places[name + 1])
      let isWithin = place + wanted.count <= end
      guard isWithin, place > Int(index.names.places[name]) else { continue }
      let isAtWord = place + wanted.count == end || index.startsWord(at: place + wanted.count)
      add(
        name: name, .part, isAtWord: isAtWord,
        lengthDifference: index.names.length(name) - wanted.count)
    }
  }

  /// The name that a place in the units of all names belongs to.
  private func name(at place: Int) -> Int {
    var low = 0
    var high = index.names.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(index.names.places[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Names that have all words of the query in whatever order; of the last word the beginning is
  /// enough.
  mutating func addWordsInAnyOrder() {
    let words = query.key.words
    guard words.count > 1, !query.hasHan else { return }
    var names: Set<UInt32>?
    for (place, word) in words.enumerated() {
      var found: Set<UInt32> = []
      if place == words.count - 1, word.count > 1 {
        for row in index.words.rows(startingWith: word) {
          for name in index.wordNames[row] where names?.contains(name) ?? true {
            found.insert(name)
          }
        }
      } else if let row = index.words.row(of: word) {
        for name in index.wordNames[row] where names?.contains(name) ?? true { found.insert(name) }
      }
      if found.isEmpty { return }
      names = found
    }
    for name in names ?? [] {
      let difference = index.names.length(Int(name)) - query.key.units.count
      add(name: Int(name), .part, penalty: 1, lengthDifference: difference)
    }
  }
}
