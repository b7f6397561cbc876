public import XMLStream

extension TMXReader {
  /// Reads a file, or standard input for `-`; gzip and zip as well.
  ///
  /// - Throws: ``XMLStream/XMLProblem``, ``TMXError``, what the consumer or `progress` threw.
  public func read(
    path: String, limits: XMLLimits = XMLLimits(), progress: TMXProgress.Report? = nil
  ) throws {
    try read(XMLByteSource(path: path, limits: limits), reporting: progress)
  }

  /// As above, from a source that is open.
  func read(_ source: XMLByteSource, reporting progress: TMXProgress.Report?) throws {
    guard let progress else { return try read(source) }
    try read(source) { [self] source in
      try progress(
        TMXProgress(
          document: source.document, bytes: source.bytesTaken, totalBytes: source.totalBytes,
          units: unitCount))
    }
  }
}
