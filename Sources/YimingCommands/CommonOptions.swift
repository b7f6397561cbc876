import ArgumentParser
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the person's term base is.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The term base (default: $YIMING_DATABASE, else $XDG_DATA_HOME/yiming/yiming.sqlite).",
      valueName: "path"))
  var database: String?

  /// `--database`, else `YIMING_DATABASE`, else `$XDG_DATA_HOME/yiming/yiming.sqlite`, else
  /// `~/.local/share/yiming/yiming.sqlite`.
  ///
  /// - Throws: ``CommandError`` with `noHome` where nothing names a place.
  func path() throws(CommandError) -> String {
    if let database { return database }
    if let path = Self.variable("YIMING_DATABASE") { return path }
    // XDG Base Directory Specification: a relative path there is to be ignored.
    if let folder = Self.variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return folder + "/yiming/yiming.sqlite"
    }
    guard let home = Self.variable("HOME") else { throw CommandError(.noHome) }
    return home + "/.local/share/yiming/yiming.sqlite"
  }

  /// The term base to read; `nil` where there is none yet.
  ///
  /// - Throws: ``Store/StoreError`` with `missing` where `--database` names one that is not there.
  func openForReading() throws -> SQLiteTermBase? {
    let path = try path()
    if let base = try SQLiteTermBase.openForReading(at: path) { return base }
    if database != nil { throw StoreError.missing(at: path) }
    return nil
  }

  /// The variable's value; `nil` where it is empty too.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// Where names come from, in the commands that look for names in a text.
struct CommonOptions: ParsableArguments {
  @OptionGroup var databaseOptions: DatabaseOptions

  @Option(
    name: .customLong("glossary"),
    help: ArgumentHelp(
      "A glossary file (TSV) above all other names; repeatable, the last one wins.",
      valueName: "file"))
  var glossaries: [String] = []

  @Flag(
    name: .customLong("no-default-glossary"),
    help: "Leave out the glossary that comes with Yiming.")
  var leavesOutDefaultGlossary = false
}

/// How a command that writes waits for another one.
struct WritingOptions: ParsableArguments {
  @OptionGroup var databaseOptions: DatabaseOptions

  @Option(
    help: ArgumentHelp(
      "How long to wait while another process writes.", valueName: "seconds"))
  var wait: Int = 30

  func validate() throws {
    guard (0...86_400).contains(wait) else {
      throw ValidationError("--wait takes 0 to 86400 seconds, not \(wait).")
    }
  }

  /// The term base to write, made where there is none.
  func open() throws -> SQLiteTermBase {
    let policy = WaitPolicy(limit: .seconds(wait), command: Self.commandLine) {
      Console.report($0)
    }
    return try SQLiteTermBase.open(at: try databaseOptions.path(), policy: policy)
  }

  /// `yiming glossary import names.tsv`, for those who wait for this process.
  private static var commandLine: String {
    let text = (["yiming"] + CommandLine.arguments.dropFirst()).joined(separator: " ")
    return text.unicodeScalars.count > 120 ? String(text.prefix(120)) + "…" : text
  }
}
