/// What one of several documents writes to an output that they share: kept until it has its turn.
///
/// Of a document that is ahead at most ``mostBytes`` are kept; then it waits.
///
/// Unchecked: the thread that works on the document uses it, and when that is done, which `order`
/// tells under its lock, the one that waits for the document.
final class OrderedOutput: ByteOutput, @unchecked Sendable {
  static let mostBytes = 8 << 20
  private static let block = 65_536

  private let number: Int
  private let order: OrderedDocuments
  private let output: any ByteOutput
  private var buffer: [UInt8] = []
  /// Once it has its turn it keeps it to the end.
  private var hasTurn = false
  /// How full the buffer is when it is next asked whose turn it is.
  private var nextQuestion = block

  init(_ number: Int, of order: OrderedDocuments, into output: any ByteOutput) {
    self.number = number
    self.order = order
    self.output = output
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    if hasTurn { return try output.write(bytes) }
    buffer += bytes
    guard buffer.count >= nextQuestion else { return }
    nextQuestion = buffer.count + Self.block
    if !order.isTurn(of: number) {
      guard buffer.count >= Self.mostBytes else { return }
      try order.waitForTurn(of: number)
    }
    hasTurn = true
    try flush()
  }

  /// Writes what is kept; to be called when it has its turn.
  func flush() throws {
    try output.write(buffer[...])
    buffer = []
  }
}
