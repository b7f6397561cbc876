import MappedFile

/// Distinct keys in order, in a mapped file: keys are rows of 16-bit units.
struct KeyTable: Sendable {
  let places: MappedArray<UInt32>
  let units: MappedArray<UInt16>

  /// - Parameter name: up to five ASCII characters.
  init(_ file: MappedFile, named name: String) throws(MappedFileError) {
    places = try file.array(SectionName("\(name).at"), of: UInt32.self)
    units = try file.array(SectionName("\(name).u"), of: UInt16.self)
  }

  var count: Int { places.count - 1 }

  func key(_ row: Int) -> MappedArray<UInt16>.SubSequence {
    units[Int(places[row])..<Int(places[row + 1])]
  }

  func length(_ row: Int) -> Int { Int(places[row + 1] - places[row]) }

  /// The rows that begin with the units.
  ///
  /// - Complexity: O(log *n*).
  func rows(startingWith prefix: [UInt16]) -> Range<Int> {
    let start = firstRow { self.compare($0, prefix) >= 0 }
    return start..<firstRow { self.compare($0, prefix) > 0 }
  }

  /// The row that is these units.
  func row(of key: [UInt16]) -> Int? {
    let row = firstRow { self.compare($0, key) >= 0 }
    return row < count && length(row) == key.count && compare(row, key) == 0 ? row : nil
  }

  private func firstRow(where isThere: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isThere(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Below, equal to or above 0 as the row's beginning stands before, is, or stands behind the
  /// prefix.
  private func compare(_ row: Int, _ prefix: [UInt16]) -> Int {
    let start = Int(places[row])
    let length = Int(places[row + 1]) - start
    for index in 0..<prefix.count {
      if index == length { return -1 }
      let unit = units[start + index]
      if unit != prefix[index] { return unit < prefix[index] ? -1 : 1 }
    }
    return 0
  }
}
