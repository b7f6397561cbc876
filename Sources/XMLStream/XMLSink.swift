/// Where an ``XMLWriter`` sends its bytes.
public protocol XMLSink: AnyObject {
  /// Takes all of the bytes, which live for the call.
  func write(_ bytes: Span<UInt8>) throws
}

/// A sink that is a function.
public final class XMLClosureSink: XMLSink {
  private let body: (Span<UInt8>) throws -> Void

  public init(_ body: @escaping (Span<UInt8>) throws -> Void) { self.body = body }

  public func write(_ bytes: Span<UInt8>) throws { try body(bytes) }
}
