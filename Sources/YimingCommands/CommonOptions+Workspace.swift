import Store
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension CommonOptions {
  /// What the command line and the environment say of where names come from.
  ///
  /// - Throws: ``Store/StoreError`` with `missing` where `--database` names a base that is not there.
  func workspaceOptions() throws -> WorkspaceOptions {
    var options = WorkspaceOptions(
      glossaryFiles: glossaries, usesDefaultGlossary: !leavesOutDefaultGlossary,
      cacheFolder: Self.cacheFolder, program: Self.program)
    // Without a home there is no database of one's own, which is no error for reading.
    options.databasePath = try? databaseOptions.path()
    if let path = databaseOptions.database, access(path, F_OK) != 0 {
      throw StoreError.missing(at: path)
    }
    return options
  }

  /// `$XDG_CACHE_HOME/yiming`, else `~/.cache/yiming`; `nil` without a home.
  static var cacheFolder: String? {
    if let folder = DatabaseOptions.variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/yiming"
    }
    return DatabaseOptions.variable("HOME").map { $0 + "/.cache/yiming" }
  }

  /// The path of this program, links resolved.
  static var program: String {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil) else {
      return CommandLine.arguments[0]
    }
    defer { free(path) }
    return String(cString: path)
  }
}
