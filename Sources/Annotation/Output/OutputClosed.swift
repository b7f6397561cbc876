/// Whoever read the output has gone; for a command line tool that is no error.
public struct OutputClosed: Error {
  public init() {}
}
