import Interchange
import TermModel
import XMLStream

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files of a conversion: none is in its place before all are complete.
final class ConversionOutputs {
  private let target: String
  private let isFolder: Bool
  /// Whether the folder was made for this.
  private var isNewFolder = false
  private var outputs: [StreamedOutput] = []
  /// In the order in which they were opened.
  private(set) var paths: [String] = []
  private var isCommitted = false

  /// - Throws: ``FileError``.
  init(_ target: String, isFolder: Bool) throws {
    self.target = target
    self.isFolder = isFolder
    guard isFolder else { return }
    if mkdir(target, 0o777) == 0 {
      isNewFolder = true
    } else {
      var found = stat()
      let isThere =
        errno == EEXIST && stat(target, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
      if !isThere { throw FileError(.unwritable, target, reason: lastSystemError()) }
    }
  }

  deinit {
    if isCommitted || !isNewFolder { return }
    // The unfinished files go first.
    outputs.removeAll()
    rmdir(target)
  }

  /// - Throws: ``FileError``.
  func open(_ pair: TMXLanguagePair?) throws -> any XMLSink {
    let path = pair.map(path) ?? target
    let output = try StreamedOutput(path)
    outputs.append(output)
    paths.append(path)
    return output
  }

  /// Two tags may differ only in what a file name cannot have, or in case.
  private func path(_ pair: TMXLanguagePair) -> String {
    var number = 1
    while true {
      let name = number == 1 ? pair.name : "\(pair.name)-\(number)"
      let path = "\(target)/\(name).tmx"
      if !paths.contains(where: { $0.lowercased() == path.lowercased() }) { return path }
      number += 1
    }
  }

  /// - Throws: ``FileError``, ``ClosedPipe``.
  func commit() throws {
    for output in outputs { try output.commit() }
    // A folder that nothing was written into is not left.
    isCommitted = !outputs.isEmpty
  }
}
