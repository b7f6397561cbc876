public import Foundation
import Synchronization

/// An empty folder that goes with its owner, or with the process where that comes first: what is
/// shared by several tests has no other end.
public final class TemporaryFolder: Sendable {
  public let url: URL
  public var path: String { url.path }

  public init() throws {
    let name = "yiming-test-\(UUID().uuidString)"
    // Links are resolved, so that paths in messages can be compared.
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    _ = Self.removesRestAtExit
    Self.rest.withLock { _ = $0.insert(url) }
  }

  deinit {
    Self.rest.withLock { _ = $0.remove(url) }
    // What is left in the temporary folder is no harm.
    try? FileManager.default.removeItem(at: url)
  }

  /// The folders that are there now.
  private static let rest = Mutex<Set<URL>>([])

  private static let removesRestAtExit: Bool = {
    atexit {
      // As above.
      for url in TemporaryFolder.rest.withLock({ $0 }) {
        try? FileManager.default.removeItem(at: url)
      }
    } == 0
  }()

  /// The path of a file in it.
  public func file(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file in it, with the folders above it, and gives its path.
  @discardableResult public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The names of all files below it, sorted.
  public var names: [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }
}
