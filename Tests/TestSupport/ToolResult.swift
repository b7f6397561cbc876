/// How a run of the program ended; printed, it shows all that one needs to do it again.
public struct ToolResult: Sendable, CustomStringConvertible {
  public let command: [String]
  public let folder: String
  /// The signal's number where ``isKilled``.
  public let exitCode: Int32
  public let isKilled: Bool
  public let output: String
  public let errors: String

  /// The lines of standard output.
  public var lines: [String] { output.split(separator: "\n").map(String.init) }

  public var description: String {
    """
    $ \(command.joined(separator: " "))
    in \(folder)
    \(isKilled ? "signal" : "exit code") \(exitCode)
    --- standard output
    \(output)--- standard error
    \(errors)---
    """
  }
}
