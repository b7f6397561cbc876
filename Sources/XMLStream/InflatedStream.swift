import CLibXML2Shims

/// zlib's state while a packed stream is unpacked.
@safe struct InflatedStream: ~Copyable {
  private let raw: UnsafeMutableRawPointer

  enum Step {
    case more, end, damaged
  }

  init(isGzip: Bool) {
    guard let raw = unsafe cxml_inflate_open(isGzip) else { fatalError("no memory to unpack") }
    unsafe self.raw = raw
  }

  deinit { unsafe cxml_inflate_close(raw) }

  /// Unpacks some of `input` into `output`.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> (step: Step, taken: Int, made: Int) {
    var taken = 0
    var made = 0
    let outcome = unsafe cxml_inflate(
      raw, input.baseAddress, input.count, &taken, output.baseAddress!, output.count, &made)
    let step: Step =
      switch outcome {
      case cxml_inflate_more: .more
      case cxml_inflate_end: .end
      default: .damaged
      }
    return (step, taken, made)
  }

  /// Ready for another stream.
  func startAgain() { unsafe cxml_inflate_again(raw) }
}
