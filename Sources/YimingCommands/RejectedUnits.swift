import Interchange
import XMLStream

/// The units of a file that no memory can take, with the reasons; written to a file where one is
/// asked for.
final class RejectedUnits {
  /// The first ones.
  private(set) var findings: [TMXFinding] = []
  /// Their numbers in the file.
  private(set) var numbers: Set<Int> = []
  private(set) var count = 0
  private let output: StreamedOutput?
  private var document: MemoryDocument
  private var hasStarted = false
  /// More are counted, not kept.
  static let most = 1_000

  /// - Parameter path: of the TMX file to write; `nil` for none.
  init(path: String?) throws {
    let output = try path.map { try StreamedOutput($0) }
    self.output = output
    document = MemoryDocument { try output?.write($0) }
  }

  func add(_ unit: TMXUnit, root: [UInt8], header: [UInt8]) throws {
    count += 1
    if findings.count < Self.most, let flaw = unit.flaw {
      findings.append(flaw)
      numbers.insert(unit.number)
    }
    guard output != nil else { return }
    try start(root: root, header: header)
    let (nothing, xml): ([UInt8], [UInt8]) = ([], unit.canonical)
    try document.unit(preceding: nothing.span, xml: xml.span)
  }

  private func start(root: [UInt8], header: [UInt8]) throws {
    if hasStarted { return }
    hasStarted = true
    try document.start(root: root, header: header)
  }

  /// Ends the file, which is there even if nothing was rejected: another run's would mislead.
  func finish() throws {
    guard let output else { return }
    try start(root: [], header: [])
    try document.end(trailing: [])
    try output.commit()
  }
}
