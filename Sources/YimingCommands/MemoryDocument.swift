/// Writes units of a memory as a TMX document: canonical XML of each part, in a frame.
struct MemoryDocument {
  private let output: (Span<UInt8>) throws -> Void
  /// The prefix of the root's name with its colon: that of the body too.
  private var prefix: [UInt8] = []

  /// - Parameter output: takes the bytes.
  init(_ output: @escaping (Span<UInt8>) throws -> Void) { self.output = output }

  /// A root for units of files that have different ones.
  static let plainRoot = Array("<tmx version=\"1.4\">".utf8)

  /// - Parameters:
  ///   - root: the start tag of the root; empty for a plain one.
  ///   - header: the whole element; empty for none.
  mutating func start(root: [UInt8], header: [UInt8]) throws {
    let root = root.isEmpty ? Self.plainRoot : root
    let name = root.dropFirst().prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) { prefix = Array(name[...colon]) }
    try write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try write(root)
    try write("\n")
    if !header.isEmpty {
      try write("  ")
      try write(header)
      try write("\n")
    }
    try write("  <")
    try write(prefix)
    try write("body>\n")
  }

  func unit(preceding: Span<UInt8>, xml: Span<UInt8>) throws {
    if !preceding.isEmpty {
      try output(preceding)
      try write("\n")
    }
    try write("    ")
    try output(xml)
    try write("\n")
  }

  func end(trailing: [UInt8]) throws {
    if !trailing.isEmpty {
      try write(trailing)
      try write("\n")
    }
    try write("  </")
    try write(prefix)
    try write("body>\n</")
    try write(prefix)
    try write("tmx>\n")
  }

  private func write(_ bytes: [UInt8]) throws { try output(bytes.span) }

  private func write(_ text: StaticString) throws {
    try output(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span)
  }
}
