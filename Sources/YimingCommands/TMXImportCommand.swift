import ArgumentParser
import Interchange
import Store
import TermModel
import Workspace
import XMLStream

/// `yiming tmx import`
struct TMXImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the units of TMX files into a translation memory.",
    discussion: """
      Each file is taken as a whole or not at all, and what is there stays: a unit that is equal to \
      one of the memory, by its canonical XML, is not added again; all others are added behind the \
      units that are there. So importing a file twice changes nothing, and "yiming memory undo" \
      takes the last import back.

      With --update a unit takes the place of the one with the same tuid and source segment, if its \
      date (changedate, else creationdate) is newer. If that one is as new or newer, the unit is \
      skipped; where either has no date, it is added.

      A unit that has no segment in any language is rejected; --rejects writes those into a file. \
      Then the exit code is 1. A file that cannot be read to its end leaves nothing behind, unless \
      --keep-complete is given. Files may be packed with gzip or zip; - is standard input.

      EXAMPLES
        yiming tmx import news.tmx --memory news
        yiming tmx import *.tmx.gz --memory news --dry-run
        yiming tmx import news.tmx --memory news --update --rejects failed.tmx
      """)

  @Argument(help: ArgumentHelp("TMX files; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The memory, made where there is none.", valueName: "name"))
  var memory: String = MemoryChoice.usual

  @Flag(help: "Replace older units with the same tuid and source segment.")
  var update = false

  @Flag(help: "Say what would be done, and store nothing.")
  var dryRun = false

  @Flag(help: "Of a file that breaks off, import the units before the error.")
  var keepComplete = false

  @Option(help: ArgumentHelp("Write the rejected units into a TMX file.", valueName: "file"))
  var rejects: String?

  @OptionGroup var reading: TMXReadingOptions

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json (one object a line).")
  var report: OutputFormat = .text

  func validate() throws {
    if files.count > 1, rejects != nil {
      throw ValidationError("--rejects takes the units of one file; import the files one by one.")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read once only.")
    }
  }

  func run() throws {
    var output = StandardOutput()
    var base: SQLiteTermBase?
    let spool = dryRun ? nil : SegmentSpool(folder: CommonOptions.cacheFolder)
    var hasFailed = false
    var hasLess = false
    var hasStored = false
    for file in files {
      var report = TMXImportReport(file, memory: memory, isDryRun: dryRun)
      do {
        if dryRun {
          try rehearse(file, &report)
        } else {
          // A file that is not there makes no base.
          let source = try XMLByteSource(path: file, limits: reading.limits)
          let opened = try base ?? writing.open()
          base = opened
          try store(source, in: opened, spool, &report)
          if report.isStored { hasStored = true }
        }
        if report.counts.rejected > 0 || !report.isComplete { hasLess = true }
        report.tell()
        if let error = report.error {
          Console.report(error)
          let values = ["count": "\(report.counts.read)"]
          Console.report(CommandError(.keptComplete, file, values))
        }
        try output.write(line: report.line(self.report))
        try output.flush()
        try Interruption.check(
          "interrupted; the files after \(Message.shown(file)) are not imported")
      } catch let failure as BrokenFile {
        hasFailed = true
        report.tell()
        Console.report(failure.error)
        let values = ["count": "\(failure.unitCount)"]
        Console.report(CommandError(.brokenImport, file, values))
        if self.report == .json {
          report.error = failure.error
          report.isComplete = false
          report.counts = ImportCounts()
          try output.write(line: report.line(.json))
          try output.flush()
        }
      } catch let error as any ReportableError {
        hasFailed = true
        Console.report(error)
      }
    }
    if let base, hasStored { MemoryIndexing.prepare(memory, in: base, spool: spool) }
    if hasFailed { throw ExitCode(2) }
    if hasLess { throw ExitCode(1) }
  }

  /// That a file cannot be read to its end, so that nothing of it is to be stored.
  private struct BrokenFile: Error {
    var error: any ReportableError
    /// Whole units before the error.
    var unitCount: Int
  }

  private func store(
    _ source: XMLByteSource, in base: SQLiteTermBase, _ spool: SegmentSpool?,
    _ report: inout TMXImportReport
  ) throws {
    spool?.begin()
    let rejected = try RejectedUnits(path: rejects)
    try Interruption.deferredOnceBegun { begin in
      let stored = try base.writeMemories { memories in
        // Waiting for a turn is over; from here on what was begun is undone first.
        begin()
        let before = try memories.memory(named: memory).flatMap { try memories.state(of: $0.id) }
        try take(source, &report, rejected, spool) { root, header in
          try memories.startImport(start(source.document, root, header))
        }
        // Units get rising numbers, from 1 on in a new memory.
        let first = before?.nextNumber ?? 1
        return try memories.memory(named: memory).map { (memory: $0.id, first: first) }
      }
      if let stored { spool?.end(memory: stored.memory, first: stored.first) }
      try rejected.finish()
    }
    report.isStored = report.counts.added + report.counts.replaced > 0
  }

  private func rehearse(_ file: String, _ report: inout TMXImportReport) throws {
    let source = try XMLByteSource(path: file, limits: reading.limits)
    let path = try writing.databaseOptions.path()
    let base = try SQLiteTermBase.openForReading(at: path)
    let rejected = try RejectedUnits(path: rejects)
    try Interruption.deferredOnceBegun { begin in
      begin()
      if let base {
        try base.readMemoriesOnce { memories in
          try take(source, &report, rejected) { root, header in
            try memories.rehearseImport(start(source.document, root, header))
          }
        }
      } else {
        try take(source, &report, rejected) { _, _ in nil }
      }
      try rejected.finish()
    }
  }

  private func start(_ document: String, _ root: [UInt8], _ header: [UInt8]) -> ImportStart {
    ImportStart(
      memory: memory, document: document, isUpdate: update, root: root, header: header)
  }

  /// Reads the file to its end.
  private func take(
    _ source: XMLByteSource, _ report: inout TMXImportReport, _ rejected: RejectedUnits,
    _ spool: SegmentSpool? = nil, begin: @escaping ([UInt8], [UInt8]) throws -> (any MemoryImport)?
  ) throws {
    let document = source.document
    let importer = TMXImporter(
      document: document, reading: reading, rejects: rejected, begin: begin)
    importer.spool = spool
    let reader = TMXReader(document: document, limits: reading.limits, consumer: importer)
    let progress = ProgressLine(document)
    defer {
      progress.clear()
      Self.note(importer.findings, rejected, in: &report)
    }
    let stopped = "interrupted; nothing of \(Message.shown(document)) was imported"
    do {
      try reader.read(source) { source in
        try Interruption.check(stopped)
        progress.update(
          bytes: source.bytesTaken, of: source.totalBytes, units: reader.unitCount)
      }
    } catch let error as any ReportableError where error is XMLProblem || error is TMXError {
      guard keepComplete else {
        throw BrokenFile(error: error, unitCount: reader.unitCount)
      }
      report.error = error
      report.isComplete = false
    }
    try Interruption.check(stopped)
    var skipped: [SkippedUnit] = []
    try importer.finish(vocabulary: reader.vocabulary, isComplete: report.isComplete) { unit in
      if skipped.count < TMXImportReport.mostKept { skipped.append(unit) }
    }
    report.skipped = skipped
    report.counts = importer.counts
  }

  /// What is wrong with a rejected unit is told once.
  private static func note(
    _ findings: TMXFindingList, _ rejected: RejectedUnits, in report: inout TMXImportReport
  ) {
    report.rejected = rejected.findings
    let reasons = Set(rejected.findings.map(\.codeName))
    report.warnings = findings.findings.filter { finding in
      guard reasons.contains(finding.codeName), let number = finding.unitNumber else { return true }
      return !rejected.numbers.contains(number)
    }
    report.moreWarnings = findings.leftOut.filter { !reasons.contains($0.code) }
  }
}
