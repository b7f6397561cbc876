public import Foundation

/// Runs the built `yiming` as a process, in an empty folder with an empty home.
///
///     let tool = try ToolRunner()
///     let result = try tool.run("term", "add", "輝達", "Nvidia")
///     #expect(result.exitCode == 0, "\(result)")
public struct ToolRunner: Sendable {
  /// The process's working folder; `home`, `data` and `cache` in it are made by whoever needs them.
  public let folder: TemporaryFolder
  /// Put before the program: `["setpriv", "--reuid", "65534"]`.
  public var wrapper: [String] = []
  /// What is run: the built program, unless an installed one or another tool is to be.
  public var executable = Self.program.path
  /// Where it is run, if not in ``folder``.
  public var workingFolder: String?
  public var environment: [String: String]

  public init() throws {
    folder = try TemporaryFolder()
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.file("home"),
      "XDG_DATA_HOME": folder.file("data"),
      "XDG_CACHE_HOME": folder.file("cache"),
    ]
  }

  /// The program, beside the test bundle.
  public static var program: URL {
    let bundle =
      CommandLine.arguments.first { $0.contains(".xctest") }
      ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appending(path: "yiming")
  }

  /// Where the term base is that the process uses unless it is told otherwise.
  public var database: String { folder.file("data/yiming/yiming.sqlite") }

  /// Runs to the end.
  @discardableResult public func run(_ arguments: String..., input: String? = nil) throws
    -> ToolResult
  {
    try start(arguments, input: input).wait()
  }

  @discardableResult public func run(_ arguments: [String], input: String? = nil) throws
    -> ToolResult
  {
    try start(arguments, input: input).wait()
  }

  public func start(_ arguments: [String], input: String? = nil) throws -> RunningTool {
    let number = UUID().uuidString.prefix(8)
    // Files rather than pipes: however much is written, nobody has to read it meanwhile.
    let output = FileManager.default.temporaryDirectory.appending(path: "yiming-out-\(number)")
    let errors = FileManager.default.temporaryDirectory.appending(path: "yiming-err-\(number)")
    let process = Process()
    let command = wrapper + [executable] + arguments
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = environment
    process.currentDirectoryURL = workingFolder.map { URL(filePath: $0) } ?? folder.url
    for file in [output, errors] {
      guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
      let file = FileManager.default.temporaryDirectory.appending(path: "yiming-in-\(number)")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
      try FileManager.default.removeItem(at: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    // The threads that tests run on block signals, and a process inherits that.
    var none = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
    return RunningTool(
      process: process, command: command, folder: folder, output: output, errors: errors)
  }
}
