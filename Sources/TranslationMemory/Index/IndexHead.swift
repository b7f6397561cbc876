/// What a part of an index says of itself.
struct IndexHead: Hashable {
  /// The units that were looked at for it.
  var units: Range<Int64>
  /// The state of the source before they were read.
  var state: SegmentSourceState
  var contents = 0
  var occurrences = 0
  var texts = 0
  /// The id of "any number".
  var number: UInt32 = 0

  init(units: Range<Int64>, state: SegmentSourceState) {
    self.units = units
    self.state = state
  }

  init?(fields: some RandomAccessCollection<UInt64>) {
    let fields = Array(fields)
    guard fields.count == 10, fields[0] == IndexSections.version,
      fields[6...].allSatisfy({ $0 < 1 << 32 })
    else { return nil }
    let signed = fields[1...5].map { Int64(bitPattern: $0) }
    guard signed[0] <= signed[1] else { return nil }
    units = signed[0]..<signed[1]
    state = SegmentSourceState(revision: signed[2], token: signed[3], nextUnit: signed[4])
    contents = Int(fields[6])
    occurrences = Int(fields[7])
    texts = Int(fields[8])
    number = UInt32(fields[9])
  }

  var fields: [UInt64] {
    let signed = [units.lowerBound, units.upperBound, state.revision, state.token, state.nextUnit]
    return [IndexSections.version] + signed.map { UInt64(bitPattern: $0) }
      + [UInt64(contents), UInt64(occurrences), UInt64(texts), UInt64(number)]
  }
}
