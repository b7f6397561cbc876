import Foundation

/// Other programs, run to be compared or asked.
enum Tool {
  /// What a program prints.
  ///
  /// - Throws: ``BenchmarkFailure`` where it cannot be run or fails.
  static func output(_ name: String, _ arguments: [String], input: String? = nil) throws -> String {
    String(decoding: try data(name, arguments, input: input), as: UTF8.self)
  }

  /// - Parameter input: the file that it reads as standard input.
  static func data(_ name: String, _ arguments: [String], input: String? = nil) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) }
      ?? FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkFailure("\(name) ended with \(process.terminationStatus)")
    }
    return data
  }

  /// What a run of a program cost.
  struct Cost {
    /// Seconds by the clock.
    var wall: Double
    /// Seconds of all processors.
    var processor: Double
    /// Bytes of memory at the most; see ``measured(_:_:output:)`` for when that can be trusted.
    var peak: Int
  }

  /// Runs a program with its output thrown away, or in a file.
  ///
  /// - Throws: ``BenchmarkFailure`` where it fails.
  static func cost(
    of path: String, _ arguments: [String], output: String = "/dev/null"
  ) throws -> Cost {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawn(&process, path, &files, nil, &words, environ) == 0 else {
      throw BenchmarkFailure("\(path) does not run")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = (clock.now - start).seconds
    guard status == 0 else {
      throw BenchmarkFailure("\(path) \(arguments.joined(separator: " ")): status \(status)")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    #if os(macOS)
      let unit = 1
    #else
      let unit = 1_024
    #endif
    return Cost(
      wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peak: Int(usage.ru_maxrss) * unit)
  }

  /// Starts a program that goes on beside this one, with its output thrown away.
  static func start(_ path: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func isInstalled(_ name: String) -> Bool {
    (try? output("sh", ["-c", "command -v \(name)"])) != nil
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// The least of several times in seconds of the processor: what else the machine does adds to a time.
func bestTime(of rounds: Int, _ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<rounds {
    let start = clock()
    try body()
    best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
  return best
}
