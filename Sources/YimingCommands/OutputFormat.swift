import ArgumentParser

/// How a command answers.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  /// JSON Lines: one object a line.
  case json
}
