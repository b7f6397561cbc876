#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a whole file: what was there stays until the new text is on the disk.
enum OutputFile {
  /// Writes beside the file and then takes its place, with its permissions; through a symbolic link
  /// to what it points at. A pipe or a device is written to as it is.
  ///
  /// - Throws: ``FileError``, ``ClosedPipe``; the file is then as it was before.
  static func write(_ bytes: [UInt8], to path: String) throws {
    var target = path
    var found = stat()
    let exists = stat(path, &found) == 0
    if exists {
      switch found.st_mode & S_IFMT {
      case S_IFDIR: throw FileError(.isFolder, path)
      case S_IFREG: break
      default: return try writeDirectly(bytes, to: path)
      }
      if let real = realpath(path, nil) {
        target = String(cString: real)
        free(real)
      }
    }
    guard let (descriptor, temporary) = PartialFile.open(beside: target) else {
      throw FileError(.unwritable, path, reason: lastSystemError())
    }
    do {
      defer { close(descriptor) }
      if exists { _ = fchmod(descriptor, found.st_mode & 0o7777) }  // Else the usual permissions.
      try StandardOutput.writeAll(bytes, to: descriptor, name: path)
      guard fsync(descriptor) == 0 else {
        throw FileError(.unwritable, path, reason: lastSystemError())
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let reason = lastSystemError()
      unlink(temporary)
      throw FileError(.unwritable, path, reason: reason)
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(.unwritable, path, reason: lastSystemError())
    }
    defer { close(descriptor) }
    try StandardOutput.writeAll(bytes, to: descriptor, name: path)
  }
}
