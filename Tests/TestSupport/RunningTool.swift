public import Foundation

/// A process that ``ToolRunner`` started.
public struct RunningTool {
  public let process: Process
  let command: [String]
  let folder: TemporaryFolder
  let output: URL
  let errors: URL

  /// What it has said on standard error so far.
  public var errorText: String {
    (try? String(decoding: Data(contentsOf: errors), as: UTF8.self)) ?? ""  // Gone when it is over.
  }

  /// Waits until it ends.
  public func wait() throws -> ToolResult {
    process.waitUntilExit()
    defer {
      for file in [output, errors] { try? FileManager.default.removeItem(at: file) }  // Temporary.
    }
    let isKilled = process.terminationReason == .uncaughtSignal
    return ToolResult(
      command: command, folder: folder.path, exitCode: process.terminationStatus,
      isKilled: isKilled,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
