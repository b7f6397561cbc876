/// Somewhere that bytes are written to.
public protocol ByteOutput: AnyObject {
  func write(_ bytes: ArraySlice<UInt8>) throws
}

extension ByteOutput {
  func write(_ text: String) throws { try write(Array(text.utf8)[...]) }
}
