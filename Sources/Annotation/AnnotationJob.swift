public import TermRecognition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Annotates files: reads, decodes, guesses what they are, writes, and goes on after an error.
public struct AnnotationJob: Sendable {
  public var recogniser: any TermRecognising
  /// The format in here counts only where ``format`` is set.
  public var options: AnnotationOptions
  /// `nil`: colours for plain text on a terminal, else parentheses.
  public var format: AnnotationFormat?
  /// Whether the output is a terminal on which colours may be shown.
  public var isColourful: Bool
  public var encoding: SourceEncoding?
  public var inputFormat: InputFormat?
  public var target: AnnotationTarget
  /// How many documents are worked on at once.
  public var threads: Int

  public init(
    recogniser: any TermRecognising, options: AnnotationOptions, format: AnnotationFormat? = nil,
    isColourful: Bool = false, encoding: SourceEncoding? = nil, inputFormat: InputFormat? = nil,
    target: AnnotationTarget = .standardOutput, threads: Int = 1
  ) {
    self.recogniser = recogniser
    self.options = options
    self.format = format
    self.isColourful = isColourful
    self.encoding = encoding
    self.inputFormat = inputFormat
    self.target = target
    self.threads = threads
  }

  /// How far a long document has come.
  public struct Progress: Sendable {
    public var document: String
    /// UTF-8 bytes done.
    public var done: Int
    public var total: Int
  }

  /// Annotates documents; outputs and reports come in the order of `paths`, however many threads
  /// there are.
  ///
  /// - Parameters:
  ///   - paths: `-` is standard input.
  ///   - standardOutput: where documents go that go nowhere else.
  ///   - report: told of each document that failed.
  ///   - progress: told from time to time of documents over 4 MiB; with several threads, only of the
  ///     one whose output is being written, and from the thread that works on it.
  /// - Returns: how many documents failed.
  /// - Throws: ``OutputClosed``, when nobody reads the output any more.
  public func run(
    _ paths: [String], standardOutput: FileOutput, report: (any Error) -> Void,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> Int {
    var joined: ReplacedFile?
    do {
      if case .file(let path) = target { joined = try ReplacedFile(at: path) }
      if case .folder(let path) = target { try Self.makeFolder(path) }
    } catch {
      report(error)
      return paths.count
    }
    let shared: FileOutput? = target == .standardOutput ? standardOutput : joined?.output
    let failures =
      threads > 1 && paths.count > 1
      ? try runAtOnce(paths, shared: shared, report: report, progress: progress)
      : try runOneByOne(paths, shared: shared, report: report, progress: progress)
    do {
      // With one document that failed there is nothing to write.
      if failures == paths.count { joined?.discard() } else { try joined?.commit() }
    } catch {
      report(error)
      return paths.count
    }
    return failures
  }

  private func runOneByOne(
    _ paths: [String], shared: FileOutput?, report: (any Error) -> Void,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws -> Int {
    var failures = 0
    var taken: [String: String] = [:]
    for path in paths {
      do {
        let document = try read(path)
        let place = try place(of: path, taken: &taken)
        try write(document, to: place, shared: shared, progress: progress)
        if target == .standardOutput { try shared?.flush() }
      } catch let error as OutputClosed {
        throw error
      } catch {
        failures += 1
        report(error)
      }
    }
    return failures
  }

  /// Annotates a document to where it belongs.
  ///
  /// - Parameters:
  ///   - place: the path of its own file, where it has one.
  ///   - shared: where all documents go.
  func write(
    _ document: Document, to place: String?, shared: (any ByteOutput)?,
    progress: @escaping (Progress) -> Void
  ) throws {
    guard let place else {
      if let shared { _ = try annotate(document, into: shared, progress: progress) }
      return
    }
    let file = try ReplacedFile(at: place)
    let summary = try annotate(document, into: file.output, progress: progress)
    if summary.isChanged || target != .inPlace { try file.commit() } else { file.discard() }
  }

  struct Document {
    var name: String
    var text: SourceText
    var format: InputFormat
  }

  func read(_ path: String) throws -> Document {
    let text = try SourceText(FileInput.read(path), document: path, encoding: encoding)
    let named = path == "-" ? nil : InputFormat(fileName: path)
    return Document(
      name: path, text: text, format: inputFormat ?? named ?? InputFormat(guessing: text.utf8))
  }

  private func annotate(
    _ document: Document, into output: any ByteOutput, progress: @escaping (Progress) -> Void
  ) throws -> AnnotationSummary {
    var options = options
    let isColoured = isColourful && target == .standardOutput && document.format == .plain
    options.format = format ?? (isColoured ? .ansi : .parentheses)
    let total = document.text.utf8.count
    let name = document.name
    return try Annotator(recogniser: recogniser, options: options).annotate(
      document.text, format: document.format, document: name, into: output
    ) { done in
      if total > 4 << 20 { progress(Progress(document: name, done: done, total: total)) }
    }
  }

  /// What is put behind the name of a document in a folder, because it is no document of its sort.
  private var suffix: String {
    if format == .json { return ".json" }
    return options.explains ? ".txt" : ""
  }

  /// The path of a document's own file; `nil` where documents share an output.
  ///
  /// - Parameter taken: the places of the documents before it.
  func place(of path: String, taken: inout [String: String]) throws -> String? {
    switch target {
    case .standardOutput, .file: return nil
    case .inPlace:
      guard path != "-" else { throw AnnotationError(.notInPlace, in: path) }
      return path
    case .folder(let folder):
      let base = path == "-" ? "stdin" : String(path.split(separator: "/").last ?? "stdin")
      let place = folder + (folder.hasSuffix("/") ? "" : "/") + base + suffix
      if let other = taken[place] {
        throw AnnotationError(.sameOutput, in: path, ["output": place, "other": other])
      }
      taken[place] = path
      return place
    }
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o777) != 0 else { return }
    let reason = lastSystemError()
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw AnnotationError(.unwritable, in: path, ["reason": reason])
    }
  }
}
