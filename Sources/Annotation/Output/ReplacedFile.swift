#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears whole or not at all: written beside its place, made durable, renamed.
///
///     let file = try ReplacedFile(at: "a.txt")
///     try file.output.write(bytes)
///     try file.commit()
///
/// A link is followed, so that what it points to is replaced and the link stays. What is no
/// ordinary file (a device, a pipe) is written to directly.
final class ReplacedFile {
  let output: FileOutput
  private let document: String
  private let target: String
  /// `nil` where the target is written to directly.
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true
  /// Its number among the unfinished files.
  private var number: Int?

  /// - Throws: ``AnnotationError`` with `unwritable`.
  init(at path: String) throws {
    document = path
    let resolved = Self.resolved(path)
    target = resolved
    var status = stat()
    let exists = stat(resolved, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw AnnotationError(.folder, in: path)
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(resolved, O_WRONLY | O_CLOEXEC)
    } else {
      let name = Self.temporaryName(for: resolved)
      temporary = name
      number = UnfinishedFile.add(name)
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    output = FileOutput(descriptor: descriptor, document: path)
    guard descriptor >= 0 else {
      let reason = lastSystemError()
      setFinished()
      throw AnnotationError(.unwritable, in: path, ["reason": reason])
    }
    if exists, temporary != nil {
      // The owner can be kept only where we may give files away.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
        let reason = lastSystemError()
        discard()
        throw AnnotationError(.unwritable, in: path, ["reason": reason])
      }
    }
  }

  deinit { discard() }

  /// - Throws: ``AnnotationError`` with `unwritable`; the target is then as it was.
  func commit() throws {
    do {
      try output.flush()
      if let temporary {
        guard fsync(descriptor) == 0 else { throw failure() }
        isOpen = false
        guard close(descriptor) == 0, rename(temporary, target) == 0 else { throw failure() }
        setFinished()
        Self.syncFolder(of: target)
      } else {
        isOpen = false
        close(descriptor)
      }
    } catch {
      isOpen ? discard() : removeTemporary()
      throw error
    }
  }

  private func setFinished() {
    UnfinishedFile.remove(number)
    number = nil
  }

  /// Leaves the target as it is.
  func discard() {
    guard isOpen, descriptor >= 0 else { return }
    isOpen = false
    close(descriptor)
    removeTemporary()
  }

  private func removeTemporary() {
    guard let temporary else { return }
    unlink(temporary)
    setFinished()
  }

  private func failure() -> AnnotationError {
    AnnotationError(.unwritable, in: document, ["reason": lastSystemError()])
  }

  /// Where the links that `path` goes through end; `path` itself where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func temporaryName(for path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    return "\(folder).\(name.prefix(100)).yiming-\(number)"
  }

  /// Makes the new name durable; where a folder cannot be synced, the file's content still is.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
