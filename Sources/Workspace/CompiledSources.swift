import MappedFile

/// The shipped files that an installed compiled file was made from.
///
/// They are known by name, size and content: copying an installation, or packing it up, keeps these
/// and changes the times and the place.
struct CompiledSources {
  /// In an installed file: the checksum of all that its sources held.
  static let contentsSection: SectionName = "sources"

  /// What the names in ``key`` are relative to.
  let folder: String
  let paths: [String]

  /// Of the names and the sizes, and the form version. No file is read.
  var key: UInt64 {
    var key = Checksum(of: [])
    key.combine(CompiledCache.formVersion)
    for path in paths {
      key.combine(Checksum(of: Array(path.dropFirst(folder.count).utf8)).value)
      key.combine(FileAccess.identity(of: path)?[2] ?? UInt64.max)
    }
    return key.value
  }

  /// Of what stands in the files.
  ///
  /// - Complexity: all files are read: 5 ms for the 6 MB of names and language data, on the
  ///   project's 2-core AMD EPYC, 2026-11-22.
  /// - Throws: ``WorkspaceError`` with `unreadable`.
  func contents() throws(WorkspaceError) -> UInt64 {
    var checksum = Checksum(of: [])
    for path in paths { checksum.combine(Checksum(of: try FileAccess.read(path)).value) }
    return checksum.value
  }

  /// Marks a compiled file as made from what these files hold now.
  ///
  /// - Throws: ``WorkspaceError`` with `unreadable`.
  func sign(_ writer: inout MappedFileWriter) throws(WorkspaceError) {
    writer.key = key
    writer.add(Self.contentsSection, [try contents()])
  }

  /// Whether a compiled file was made from what these files hold now.
  ///
  /// Where no file was written after it, the sizes are the whole question. A later file was edited
  /// or only copied: then the contents are compared.
  func areSources(of file: MappedFile, at path: String) -> Bool {
    guard file.key == key else { return false }
    guard let compiled = Self.time(of: path) else { return false }
    if paths.allSatisfy({ Self.time(of: $0).map { $0 <= compiled } ?? false }) { return true }
    // A damaged section and an unreadable file: no.
    guard let signed = try? file.array(Self.contentsSection, of: UInt64.self), signed.count == 1
    else { return false }
    return (try? contents()) == signed[0]
  }

  /// When a file was last written: seconds and nanoseconds.
  private static func time(of path: String) -> (Int64, Int64)? {
    FileAccess.identity(of: path).map { (Int64(bitPattern: $0[3]), Int64(bitPattern: $0[4])) }
  }
}
