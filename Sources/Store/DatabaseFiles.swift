#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A database's file and the files that SQLite keeps beside it, as the file system shows them.
struct DatabaseFiles {
  /// As the user gave it: for messages.
  let shownPath: String
  /// Absolute, without symbolic links, so that it tells where SQLite keeps the others.
  let path: String

  init(_ shownPath: String) {
    self.shownPath = shownPath
    if let real = realpath(shownPath, nil) {
      path = String(cString: real)
      free(real)
    } else if shownPath.hasPrefix("/") {
      path = shownPath
    } else {
      let folder = getcwd(nil, 0)
      path = (folder.map { String(cString: $0) } ?? "") + "/" + shownPath
      free(folder)
    }
  }

  var folder: String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Makes the folder and those above it, private, as the XDG Base Directory Specification asks of
  /// folders for data.
  func makeFolder() throws(StoreError) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) == 0 || errno == EEXIST { continue }
      let reason = "\(made): \(lastSystemError())"
      // A folder that is there may be on a file system that says only that it cannot be written.
      var found = stat()
      if stat(made, &found) == 0 { continue }
      throw StoreError(.cannotCreate, at: shownPath, ["reason": reason])
    }
  }

  /// Changes whenever the file is written to, as finely as the file system's clock goes.
  struct Stamp: Equatable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int

    init(_ found: stat) {
      #if canImport(Darwin)
        let time = found.st_mtimespec
      #else
        let time = found.st_mtim
      #endif
      device = UInt64(found.st_dev)
      inode = UInt64(found.st_ino)
      size = Int64(found.st_size)
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
    }
  }

  /// The stamp of the database; `nil` where there is none.
  ///
  /// - Throws: ``StoreError`` for a folder, for what is no file, and for what may not be read.
  func stamp() throws(StoreError) -> Stamp? {
    var found = stat()
    guard stat(path, &found) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw StoreError(.unreadable, at: shownPath, ["reason": lastSystemError()])
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw StoreError(.isFolder, at: shownPath)
    default: throw StoreError(.notADatabase, at: shownPath)
    }
    guard access(path, R_OK) == 0 else {
      throw StoreError(.unreadable, at: shownPath, ["reason": lastSystemError()])
    }
    return Stamp(found)
  }

  /// The stamp of a file beside the database; `nil` where it is not there.
  func stamp(ofSuffix suffix: String) -> Stamp? {
    var found = stat()
    return stat(path + suffix, &found) == 0 ? Stamp(found) : nil
  }

  /// Refuses a file with other contents: SQLite takes one of less than a page for an empty database,
  /// and would write over it.
  ///
  /// - Throws: ``StoreError`` with `notADatabase`.
  func checkHeader(size: Int64) throws(StoreError) {
    // A creation that was broken off is put right from its journal.
    if size == 0 || !isEmpty("-journal") { return }
    let expected = Array("SQLite format 3\0".utf8)
    var header = [UInt8](repeating: 0, count: expected.count)
    let descriptor = Self.open(path)
    defer { close(descriptor) }
    guard pread(descriptor, &header, header.count, 0) == header.count, header == expected
    else { throw StoreError(.notADatabase, at: shownPath) }
  }

  private static func open(_ path: String) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #else
      Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  /// Whether a file beside the database holds nothing, or is not there.
  private func isEmpty(_ suffix: String) -> Bool { (stamp(ofSuffix: suffix)?.size ?? 0) == 0 }

  /// Whether all that was committed is in the database's own file: no write is under way that
  /// reaches it, and none was broken off.
  var isSettled: Bool { isEmpty("-wal") && isEmpty("-journal") }

  /// Why the database cannot be written; `nil` where it can.
  ///
  /// SQLite's log stands beside the database, so its folder must be writable too.
  func obstacleToWriting(exists: Bool) -> String? {
    if exists, access(path, W_OK) != 0 { return lastSystemError() }
    // With the dot a file in the folder's place is told of as such.
    return access(folder + "/.", W_OK | X_OK) == 0 ? nil : lastSystemError()
  }
}
