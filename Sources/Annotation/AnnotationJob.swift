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

  public init(
    recogniser: any TermRecognising, options: AnnotationOptions, format: AnnotationFormat? = nil,
    isColourful: Bool = false, encoding: SourceEncoding? = nil, inputFormat: InputFormat? = nil,
    target: AnnotationTarget = .standardOutput
  ) {
    self.recogniser = recogniser
    self.options = options
    self.format = format
    self.isColourful = isColourful
    self.encoding = encoding
    self.inputFormat = inputFormat
    self.target = target
  }

  /// How far a long document has come.
  public struct Progress: Sendable {
    public var document: String
    /// UTF-8 bytes done.
    public var done: Int
    public var total: Int
  }

  /// - Parameters:
  ///   - paths: `-` is standard input.
  ///   - standardOutput: where documents go that go nowhere else.
  ///   - report: told of each document that failed.
  ///   - progress: told from time to time of documents over 4 MiB.
  /// - Returns: how many documents failed.
  /// - Throws: ``OutputClosed``, when nobody reads the output any more.
  public func run(
    _ paths: [String], standardOutput: FileOutput, report: (any Error) -> Void,
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws -> Int {
    var failures = 0
    var written: [String: String] = [:]
    var joined: ReplacedFile?
    do {
      if case .file(let path) = target { joined = try ReplacedFile(at: path) }
      if case .folder(let path) = target { try Self.makeFolder(path) }
    } catch {
      report(error)
      return paths.count
    }
    for path in paths {
      do {
        let document = try read(path)
        switch target {
        case .standardOutput:
          try annotate(document, into: standardOutput, progress: progress)
          try standardOutput.flush()
        case .file:
          if let joined { try annotate(document, into: joined.output, progress: progress) }
        case .folder(let folder):
          let place = try Self.place(of: path, in: folder, suffix: suffix, taken: &written)
          let file = try ReplacedFile(at: place)
          try annotate(document, into: file.output, progress: progress)
          try file.commit()
        case .inPlace:
          guard path != "-" else { throw AnnotationError(.notInPlace, in: path) }
          let file = try ReplacedFile(at: path)
          let summary = try annotate(document, into: file.output, progress: progress)
          if summary.isChanged { try file.commit() } else { file.discard() }
        }
      } catch let error as OutputClosed {
        throw error
      } catch {
        failures += 1
        report(error)
      }
    }
    do {
      // With one document that failed there is nothing to write.
      if failures == paths.count { joined?.discard() } else { try joined?.commit() }
    } catch {
      report(error)
      return paths.count
    }
    return failures
  }

  private struct Document {
    var name: String
    var text: SourceText
    var format: InputFormat
  }

  private func read(_ path: String) throws -> Document {
    let text = try SourceText(FileInput.read(path), document: path, encoding: encoding)
    let named = path == "-" ? nil : InputFormat(fileName: path)
    return Document(
      name: path, text: text, format: inputFormat ?? named ?? InputFormat(guessing: text.utf8))
  }

  @discardableResult
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

  private static func place(
    of path: String, in folder: String, suffix: String, taken: inout [String: String]
  ) throws -> String {
    let base = path == "-" ? "stdin" : String(path.split(separator: "/").last ?? "stdin")
    let place = folder + (folder.hasSuffix("/") ? "" : "/") + base + suffix
    if let other = taken[place] {
      throw AnnotationError(.sameOutput, in: path, ["output": place, "other": other])
    }
    taken[place] = path
    return place
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
