import Annotation
import ArgumentParser
import CompiledTerms
import Foundation
import TermModel
import TermRecognition
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `yiming annotate`: a text with the names of the other language in it.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Write a text with the English names beside the Chinese ones.",
    discussion: """
      Plain text, Markdown and HTML; what is no text (tags, code, links, front matter) is left as \
      it is. Apart from what is inserted, the output is byte for byte the input, in its encoding. \
      A name that the text glosses already is left alone, so annotating twice changes nothing. \
      Without a document, standard input is read.

      The formats are parentheses, 川普（Donald Trump）; ruby and span, for HTML; footnotes, for \
      Markdown; table, the text with its names after it; ansi, parentheses in colours; json, an \
      object a line for each document.

      The exit code is 0 when all is done, also if there was nothing to annotate; 2 if the \
      arguments are wrong or any of several documents failed, the others are still done; 130 \
      after Ctrl-C.

      EXAMPLES
        yiming annotate article.txt
        yiming annotate --format ruby page.html -o annotated.html
        yiming annotate --direction en-zh --mentions all < draft.md
        yiming annotate --explain article.txt
      """)

  @Argument(help: ArgumentHelp("Documents; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: "How names are shown: parentheses, on a terminal ansi unless NO_COLOR is set.")
  var format: AnnotationFormat?

  @Option(help: "Which mentions of a name get one.")
  var mentions: MentionChoice = .first

  @Option(help: "Which English name is shown.")
  var names: NameStyle = .firstFull

  @Option(
    help: ArgumentHelp(
      "Only names of these kinds, with commas: person, org, place, product, work, other.",
      valueName: "list"))
  var kinds: String?

  @Option(
    name: .customLong("except"),
    help: ArgumentHelp("A form to leave alone; repeatable.", valueName: "form"))
  var exceptForms: [String] = []

  @Flag(help: "Also names that every reader knows: countries, capitals.")
  var familiar = false

  @Option(
    help: ArgumentHelp(
      """
      Only names of these lists, with commas: core, personal (your term base), a wide list such \
      as cldr, or the name of a --glossary file.
      """, valueName: "list"))
  var sources: String?

  @Option(help: "The language of the text, then that of what is shown.")
  var direction: Direction = .chineseToEnglish

  @Option(help: "The region whose Chinese forms are shown or looked for first.")
  var region: Region = .taiwan

  @Option(
    help: ArgumentHelp(
      "utf-8, utf-16, utf-16le, utf-16be, big5 or big5-hkscs; else it is detected.",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp("What the input is; else its name and content tell.", valueName: "format"))
  var inputFormat: InputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file to write, or a folder for several documents.", valueName: "path"))
  var output: String?

  @Flag(help: "Replace each document by its annotated text.")
  var inPlace = false

  @Flag(help: "Show for each candidate why it was taken or left.")
  var explain = false

  @Option(help: "Which candidates --format json lists.")
  var verdicts: VerdictChoice = .accepted

  @OptionGroup var common: CommonOptions

  enum VerdictChoice: String, CaseIterable, ExpressibleByArgument {
    case accepted, all
  }

  func validate() throws {
    if files.isEmpty, isatty(0) == 1 {
      throw ValidationError("Name a document, or give one on standard input.")
    }
    if inPlace {
      if output != nil { throw ValidationError("Use either --in-place or --output.") }
      if files.isEmpty || files.contains("-") {
        throw ValidationError("Standard input cannot be replaced; --in-place needs file names.")
      }
      if explain || format == .json || format == .ansi {
        throw ValidationError("--in-place writes a document; it takes no --explain, json or ansi.")
      }
    }
    _ = try chosenKinds()
    _ = try chosenEncoding()
  }

  func run() throws {
    UnfinishedFile.removeWhenInterrupted()
    let workspace = try Workspace(try common.workspaceOptions()) { Console.say($0) }
    let recogniser = try workspace.recogniser()
    try checkSources(against: recogniser.base.layers)
    let paths = files.isEmpty ? ["-"] : files
    let isColourful = isatty(1) == 1 && (getenv("NO_COLOR").map { $0[0] == 0 } ?? true)
    let job = AnnotationJob(
      recogniser: recogniser, options: try annotationOptions(), format: format,
      isColourful: isColourful, encoding: try chosenEncoding(), inputFormat: inputFormat,
      target: inPlace
        ? .inPlace
        : AnnotationTarget(
          output: output, documents: paths.count, joins: format == .json || explain),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let showsProgress = Console.isTerminal
    let failures: Int
    do {
      failures = try job.run(
        paths, standardOutput: .standard(),
        report: { Self.report($0) },
        progress: { if showsProgress { Self.show($0) } })
    } catch is OutputClosed {
      return
    }
    if failures > 0 { throw ExitCode(2) }
  }

  private func annotationOptions() throws -> AnnotationOptions {
    AnnotationOptions(
      recognition: RecognitionOptions(
        direction: direction, sources: sources.map { Set(Self.words($0)) },
        exceptForms: Set(exceptForms), region: region,
        keepsAllVerdicts: verdicts == .all || explain, explains: explain || format == .json),
      format: format ?? .parentheses, mentions: mentions, names: names, kinds: try chosenKinds(),
      includesFamiliar: familiar, explains: explain)
  }

  /// A list that is mistyped would leave the whole text alone without a word.
  private func checkSources(against layers: [String]) throws {
    for name in sources.map(Self.words) ?? [] where !layers.contains(name) {
      throw ValidationError(
        "\"\(Message.shown(name))\" is no list of names here; there are \(layers.joined(separator: ", ")).")
    }
  }

  private func chosenKinds() throws -> Set<ConceptKind>? {
    guard let kinds else { return nil }
    return Set(
      try Self.words(kinds).map { word in
        guard let kind = ConceptKind(rawValue: word) else {
          let known = ConceptKind.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("\"\(Message.shown(word))\" is no kind; the kinds are \(known).")
        }
        return kind
      })
  }

  private func chosenEncoding() throws -> SourceEncoding? {
    guard let encoding else { return nil }
    // A byte order mark has its say all the same.
    if ["utf-16", "utf16"].contains(encoding.lowercased()) { return .utf16LittleEndian }
    guard let known = SourceEncoding(label: encoding) else {
      let names = SourceEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "\"\(Message.shown(encoding))\" is no encoding known here; known are \(names).")
    }
    return known
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.filter { $0 != " " } }
  }

  private static func report(_ error: any Error) {
    Console.say((error as? any ReportableError).map { Message($0).description } ?? "\(error)")
  }

  private static func show(_ progress: AnnotationJob.Progress) {
    let percent = progress.done * 100 / max(1, progress.total)
    let end = progress.done >= progress.total ? "\n" : ""
    let line = Array("\r\(Message.shown(progress.document)): \(percent) %\(end)".utf8)
    _ = line.withUnsafeBytes { writeSome(STDERR_FILENO, $0) }
  }
}
