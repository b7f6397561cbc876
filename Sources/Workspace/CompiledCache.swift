import MappedFile

/// Compiled files in a folder, each under the key of what it was made from.
///
/// A cache only: whatever is missing, damaged or of another version is made again, and nothing is
/// lost with the folder.
struct CompiledCache {
  /// Raised whenever what a room compiles changes its form or its meaning.
  static let formVersion: UInt64 = 6
  /// Older files of one kind than this many are removed.
  static let kept = 8

  /// Looked into first; never written.
  let installedFolder: String?
  let folder: String?
  /// Which of the files that are there are used.
  var trust = Trust.all

  enum Trust {
    case all
    /// Not those in ``installedFolder``.
    case cached
    /// None: everything is made anew.
    case none

    /// Less, after a file turned out to be damaged; `nil` where there is nothing less.
    var less: Trust? {
      switch self {
      case .all: .cached
      case .cached: Trust.none
      case .none: nil
      }
    }
  }

  /// The file of this kind and key, made where there is none.
  ///
  /// - Parameter installed: what the installed file of this kind has to be made from to be what is
  ///   asked for; `nil` where it never is.
  /// - Throws: what `make` throws.
  func file(
    _ kind: String, key: UInt64, installed: CompiledSources?, make: () throws -> MappedFileWriter
  ) throws -> MappedFile {
    if trust == .all, let installed, let installedFolder {
      let path = "\(installedFolder)/\(kind).yimc"
      // Not there, of another version, or the glossary beside it was edited: the cache serves.
      if let file = try? MappedFile(path: path), installed.areSources(of: file, at: path) {
        return file
      }
    }
    guard let folder else { return try MappedFile(bytes: make().bytes(), name: kind) }
    let hex = String(key, radix: 16)
    let name = "\(kind)-\(String(repeating: "0", count: 16 - hex.count))\(hex).yimc"
    let path = "\(folder)/\(name)"
    // A damaged file is made again.
    if trust != .none, let file = try? MappedFile(path: path), file.key == key { return file }
    var writer = try make()
    writer.key = key
    FileAccess.makeFolder(folder)
    do throws(MappedFileError) {
      try writer.save(to: path)
      removeOldest(kind, in: folder)
      return try MappedFile(path: path)
    } catch {
      // A folder that cannot be written: the file serves this process from memory.
      return try MappedFile(bytes: writer.bytes(), name: kind)
    }
  }

  private func removeOldest(_ kind: String, in folder: String) {
    let files = FileAccess.files(in: folder, ending: ".yimc").filter { $0.hasPrefix(kind + "-") }
      .map { "\(folder)/\($0)" }
    guard files.count > Self.kept else { return }
    let byAge = files.sorted {
      (FileAccess.identity(of: $0)?[3] ?? 0) < (FileAccess.identity(of: $1)?[3] ?? 0)
    }
    for file in byAge.dropLast(Self.kept) { FileAccess.remove(file) }
  }
}
