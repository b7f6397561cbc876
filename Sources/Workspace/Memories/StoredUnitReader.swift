import Interchange
import Store
import XMLStream

/// Reads units of a store back, through the reader that every TMX file goes through.
///
///     let reader = StoredUnitReader { unit, number in … }
///     try memories.eachUnit(of: memory.id, from: 0) { try reader.add($0); return true }
///     try reader.finish()
///
/// Each unit stands by itself in the store, so a frame is put round them: `<tmx><body>`, in the
/// namespace of the unit. Units are read in blocks, and come in the order in which they were added.
final class StoredUnitReader: TMXConsumer {
  private let take: (TMXUnit, Int) throws -> Void
  private var reader: TMXReader?
  private var frame = UnitFrame.plain
  private var block: [UInt8] = []
  /// Numbers of the units that were added and not read yet, from ``next`` on.
  private var numbers: [Int] = []
  private var next = 0
  private var countOfReader = 0

  private static let blockLength = 1 << 17
  /// So that names that are met do not heap up.
  private static let mostOfReader = 1 << 16

  /// - Parameter take: is given each unit with its number.
  init(_ take: @escaping (TMXUnit, Int) throws -> Void) { self.take = take }

  /// What was taken in once is read again, whatever the limits were.
  private static let limits = {
    var limits = XMLLimits()
    limits.depth = 1 << 20
    limits.startTagBytes = XMLLimits.largestMarkup
    limits.attributes = 1 << 30
    limits.namespaces = 1 << 30
    limits.textBytes = 1 << 40
    limits.markupBytes = XMLLimits.largestMarkup
    limits.names = 1 << 30
    limits.pieceBytes = 1 << 40
    return limits
  }()

  func add(_ row: borrowing UnitRow) throws {
    let number = row.number
    try row.withXML { try add($0, number: number) }
  }

  /// - Parameter number: what it is to be given as; its own unless told otherwise.
  func add(_ unit: StoredUnit, as number: Int? = nil) throws {
    try add(unit.xml.span, number: number ?? unit.number)
  }

  func add(_ xml: [UInt8]) throws { try add(xml.span, number: 0) }

  private func add(_ xml: Span<UInt8>, number: Int) throws {
    let frame = UnitFrame(of: xml)
    if reader == nil || frame != self.frame || countOfReader >= Self.mostOfReader {
      try finish()
      self.frame = frame
      countOfReader = 0
      reader = TMXReader(document: "memory", limits: Self.limits, consumer: WeakConsumer(self))
      block += frame.start
    }
    countOfReader += 1
    numbers.append(number)
    xml.withUnsafeBufferPointer { block.append(contentsOf: $0) }
    if block.count >= Self.blockLength { try flush() }
  }

  private func flush() throws {
    if let reader { try block.withUnsafeBufferPointer { try reader.push($0.span) } }
    block.removeAll(keepingCapacity: true)
    if next > 4_096 {
      numbers.removeFirst(next)
      next = 0
    }
  }

  /// Reads what is left.
  ///
  /// - Throws: ``XMLStream/XMLProblem`` where the store has lost what it was given; what `take` threw.
  func finish() throws {
    guard let reader else { return }
    block += frame.end
    try flush()
    try reader.finish()
    self.reader = nil
    numbers.removeAll(keepingCapacity: true)
    next = 0
  }

  func unit(_ unit: TMXUnit) throws {
    precondition(next < numbers.count, "each stored unit is one <tu>")
    next += 1
    try take(unit, numbers[next - 1])
  }
}

/// Keeps a reader, which keeps its consumer alive, from keeping itself alive.
private final class WeakConsumer: TMXConsumer {
  private unowned let target: StoredUnitReader

  init(_ target: StoredUnitReader) { self.target = target }

  func unit(_ unit: TMXUnit) throws { try target.unit(unit) }
}
