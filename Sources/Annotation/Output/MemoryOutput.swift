/// Keeps what is written.
public final class MemoryOutput: ByteOutput {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: ArraySlice<UInt8>) { self.bytes += bytes }
}
