import TermModel
public import XMLStream

/// The work of `yiming tmx check` and `yiming tmx stats` on one file.
///
///     var check = TMXCheck(path: "a.tmx")
///     let result = try check.run()
///     result.isRejected   // the XML is broken, or it is no TMX
public struct TMXCheck {
  public var path: String
  public var limits = XMLLimits()
  /// The language of source where neither header nor unit says.
  public var sourceLanguage: String?
  public var map = LanguageMap()
  /// How many findings of one kind are kept; all are counted.
  public var findingLimit = TMXFindingList.usualLimit

  public init(path: String) { self.path = path }

  /// What came of it.
  public struct Result: Sendable {
    /// Complete units; of a rejected file those before the place of the error.
    public var units = 0
    /// The last one is why the file is rejected, if it is.
    public var findings = TMXFindingList()
    public var isRejected = false
    /// Whether there were more `tuid` than are compared.
    public var hasUncomparedIdentifiers = false
    /// What the file holds, where it was counted.
    public var counts: TMXCounts?
  }

  /// Checks the file.
  ///
  /// - Throws: what `progress` threw, or that there is no file; what is wrong with it is in the answer.
  public func run(progress: TMXProgress.Report? = nil) throws -> Result {
    let checker = TMXChecker(
      document: path, source: sourceLanguage, map: map, limit: findingLimit)
    let reader = TMXReader(document: path, limits: limits, consumer: checker)
    var result = Result()
    if let error = try read(reader, progress) {
      checker.reject(error)
      result.isRejected = true
    }
    result.units = reader.unitCount
    result.findings = checker.findings
    result.hasUncomparedIdentifiers = checker.hasUncomparedIdentifiers
    return result
  }

  /// Counts what is in the file, and checks nothing but that it can be read.
  ///
  /// - Throws: as ``run(progress:)``.
  public func count(progress: TMXProgress.Report? = nil) throws -> Result {
    let statistics = TMXStatistics(source: sourceLanguage, map: map)
    let reader = TMXReader(document: path, limits: limits, consumer: statistics)
    var result = Result()
    if let error = try read(reader, progress) {
      result.findings.add(rejection: error)
      result.isRejected = true
      statistics.finish()
    }
    result.units = reader.unitCount
    result.counts = statistics.counts
    return result
  }

  /// - Returns: why the file is rejected.
  /// - Throws: what `progress` threw, and why there is no file to be read.
  private func read(
    _ reader: TMXReader, _ progress: TMXProgress.Report?
  ) throws -> (any ReportableError)? {
    do {
      try reader.read(path: path, limits: limits, progress: progress)
      return nil
    } catch let error as XMLProblem {
      if [.missing, .folder, .unreadable].contains(error.code) { throw error }
      return error
    } catch let error as TMXError {
      return error
    }
  }
}
