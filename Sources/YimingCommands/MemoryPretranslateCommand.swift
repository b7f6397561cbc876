import ArgumentParser
import Interchange
import TermModel
import TranslationMemory
import Workspace
import XMLStream

/// `yiming memory pretranslate`
struct MemoryPretranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretranslate",
    abstract: "Fill in what was translated before, and count the rest.",
    discussion: """
      Of plain text each line is a segment, or with --segment each sentence; the answer has a line for each: the \
      translation of the best match, or nothing. With --format tsv or tmx the source stands beside it, with the \
      score and where it comes from. Of TMX, units without the target language get it, and all else \
      stays as it is; properties x-match and x-memory say where a translation comes from.

      The report counts segments, words (of Chinese, characters) and characters by how like a match there is: 101 % \
      also has the same neighbours. It goes to standard error, or to standard output with -o.

      EXAMPLES
        yiming memory pretranslate article.txt --segment --from zh-TW --to en --format tsv
        yiming memory pretranslate ui.tmx --to zh-TW --threshold 85 -o ui-filled.tmx --report json
      """)

  @Argument(help: ArgumentHelp("A text or a TMX file; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var languages: MemoryLanguagePair

  @Option(help: ArgumentHelp("The least score that is filled in.", valueName: "points"))
  var threshold: Double = 75

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(help: "Cut the text into sentences.")
  var segment = false

  @Option(
    help: "Of a text: text (a line a segment), tsv or tmx (default: text; of TMX always tmx).")
  var format: PretranslationFormat?

  @Option(help: "text or tmx: what the file is (default: by its name and its first characters).")
  var input: PretranslationInput?

  @Option(help: "text or json.")
  var report: OutputFormat = .text

  @OptionGroup var penalties: MemoryPenaltyOptions
  @OptionGroup var scope: MemoryScopeOptions

  func validate() throws {
    guard threshold > 0, threshold <= 100 else {
      throw ValidationError("--threshold takes more than 0 and up to 100 points, not \(threshold).")
    }
  }

  func run() throws {
    let isTMX = input.map { $0 == .tmx } ?? PretranslationInput.isTMX(file)
    if isTMX, segment || (format ?? .tmx) != .tmx {
      throw CommandError(.onlyTMX, file)
    }
    let library = try scope.open()
    if library == nil { Console.warn(CommandError(.noMemories)) }
    let job = Pretranslation(
      file, library: library, scope: scope, penalties: penalties, threshold: threshold)
    // What was begun is taken away first.
    try Interruption.deferred {
      if isTMX { try pretranslateTMX(job) } else { try pretranslateText(job) }
    }
    let report = self.report == .json ? job.report.json.description + "\n" : job.report.text
    if output == nil || output == "-" {
      Console.put(report)
    } else {
      var standard = StandardOutput()
      try standard.write(report)
      try standard.flush()
    }
  }

  private func pretranslateTMX(_ job: Pretranslation) throws {
    let source = try XMLByteSource(path: file)
    let output = try StreamedOutput(self.output ?? "-")
    let consumer = PretranslatedTMX(
      document: file, languages: languages, job: job, output: output)
    let reader = TMXReader(document: file, consumer: consumer)
    let progress = ProgressLine(file)
    defer { progress.clear() }
    try reader.read(source) { source in
      try Interruption.check("interrupted; nothing was written")
      progress.update(bytes: source.bytesTaken, of: source.totalBytes, units: reader.unitCount)
    }
    try consumer.finish()
    try output.commit()
  }

  private func pretranslateText(_ job: Pretranslation) throws {
    guard var text = String(validating: try InputFile.read(file), as: UTF8.self) else {
      throw CommandError(.notUTF8, file)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let segments = segment ? Segmenter().sentences(in: text) : PretranslatedText.lines(of: text)
    let output = try StreamedOutput(self.output ?? "-")
    let writer = try PretranslatedText(format ?? .text, to: output, languages.pair(for: text))
    try writer.write(segments, job)
    try output.commit()
  }
}

/// What `memory pretranslate` writes of a text.
enum PretranslationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, tsv, tmx
}

/// What `memory pretranslate` reads.
enum PretranslationInput: String, ExpressibleByArgument, CaseIterable {
  case text, tmx

  /// By the name: TMX as it is, or packed.
  static func isTMX(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".tmx", ".tmx.gz", ".tmx.zip"].contains { name.hasSuffix($0) }
  }
}
