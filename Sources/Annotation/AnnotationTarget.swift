#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where annotated documents go.
public enum AnnotationTarget: Hashable, Sendable {
  case standardOutput
  /// One file, into which all documents go one after the other.
  case file(String)
  /// A file for each document, of its name.
  case folder(String)
  /// Each document is replaced.
  case inPlace

  /// - Parameters:
  ///   - output: what the user gave with `-o`. It is a folder if it is one already, if it ends with
  ///     a slash, or if several documents go there which cannot be in one file.
  ///   - joins: whether several documents can be in one file.
  public init(output: String?, documents: Int, joins: Bool) {
    guard let output, output != "-" else {
      self = .standardOutput
      return
    }
    var status = stat()
    let isFolder = stat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let mustBeFolder = output.hasSuffix("/") || (documents > 1 && !joins)
    self = isFolder || mustBeFolder ? .folder(output) : .file(output)
  }
}
