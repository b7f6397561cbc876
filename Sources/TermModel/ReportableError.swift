/// An error that a user or a file can cause, and that is told to the user in one line.
///
/// Each room has its own type of error; what they share is here, so that the line is made in one
/// place: ``Message``.
public protocol ReportableError: Error, Sendable {
  /// Stable, for scripts and documents: `glossary-no-english`.
  var codeName: String { get }
  /// `nil` where the command line itself is the place.
  var place: SourcePlace? { get }
  /// What the message quotes, by name.
  var values: [String: String] { get }
}
