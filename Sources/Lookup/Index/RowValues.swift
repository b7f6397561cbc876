import MappedFile

/// Values that belong to rows: those of row *n* are `values[places[n]..<places[n + 1]]`.
struct RowValues<Value: BitwiseCopyable & Sendable>: Sendable {
  private let places: MappedArray<UInt32>
  private let values: MappedArray<Value>

  init(_ file: MappedFile, named name: String) throws(MappedFileError) {
    places = try file.array(SectionName("\(name).at"), of: UInt32.self)
    values = try file.array(SectionName("\(name).v"), of: Value.self)
  }

  subscript(row: Int) -> MappedArray<Value>.SubSequence {
    values[Int(places[row])..<Int(places[row + 1])]
  }
}
