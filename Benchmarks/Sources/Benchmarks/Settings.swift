import Foundation

/// What a run measures and where it finds what is not in the repository.
struct Settings {
  /// Whether what takes more than a minute or two is measured too.
  var isFull = false
  /// Names of the parts that were asked for; none means all.
  var parts: Set<String> = []
  /// The repository: glossary and peers.
  var root: URL
  /// A plain text, or one packed by gzip, that takes the place of generated text.
  var text: String?
  /// The source of the matcher in C that ours is held against.
  var yardstick: String?
  /// A built `yiming`.
  var tool: String?
  /// English and Chinese segments, tab-separated and packed by gzip, in place of made ones.
  var parallel: String?
  /// How many segments a memory is searched with, where not the usual number.
  var segments: Int?
  /// A Python that has the peers.
  var python: String?

  /// - Parameters:
  ///   - arguments: `--full` and names of parts.
  ///   - environment: `YIMING_BENCH_ROOT`, `_TEXT`, `_BF2`, `_TOOL`, `_PYTHON`,
  ///     `_PARALLEL`, `_SEGMENTS`.
  init(arguments: [String], environment: [String: String]) {
    func value(_ name: String) -> String? {
      environment["YIMING_BENCH_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }
    isFull = arguments.contains("--full")
    parts = Set(arguments.filter { !$0.hasPrefix("--") })
    root = URL(filePath: value("ROOT") ?? "..")
    text = value("TEXT")
    yardstick = value("BF2")
    tool = value("TOOL")
    python = value("PYTHON")
    parallel = value("PARALLEL")
    segments = value("SEGMENTS").flatMap { Int($0) }
  }
}
