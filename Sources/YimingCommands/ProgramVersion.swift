import Workspace

/// The program's own version, by semantic versioning, and that of the names that come with it.
enum ProgramVersion {
  static let current = "0.1.0"

  /// `0.1.0, term base 3f2a10bc`: the revision is made from the glossary files, so it is read only
  /// where it is asked for.
  static var shown: String {
    guard CommandLine.arguments.contains("--version") else { return current }
    do {
      let workspace = try Workspace(WorkspaceOptions(program: CommonOptions.program))
      return "\(current), term base \(try workspace.shippedRevision())"
    } catch {
      return "\(current), term base not installed"
    }
  }
}
