import TermModel

/// Reads a glossary file.
///
///     let bytes = Array("zh-TW\ten\n輝達\tNvidia|NVIDIA\n".utf8)
///     let contents = GlossaryReader.read(bytes, document: "names.tsv")
///     contents.rows[0].concept.english   // ["Nvidia", "NVIDIA"]
///
/// A byte order mark, CR LF, missing and unknown columns, any order and case of the header,
/// comments, trailing tabs and short rows are taken as they come. White space around a cell or a
/// form is dropped, and so is a form that its cell has already. `|` parts forms in the columns that
/// hold lists; in the others (note, source, domain, kind, unknown ones) it is a character.
///
/// A row that names no `id` gets one from its English name (``ConceptIdentifier``), the same in
/// every run; `-2`, `-3`… where the file has it already.
///
/// - SeeAlso: DESIGN.md, "Glossary files (TSV)".
public struct GlossaryReader {
  /// The most problems that are kept with their places; the rest are counted.
  public static let mostProblems = 1_000
  /// UTF-8 bytes of the longest row that is read.
  public static let longestRow = 65_536

  private let document: String
  private var contents = GlossaryContents()
  private var row: GlossaryRowReader
  /// Where each explicit id stands.
  private var lines: [String: Int] = [:]
  /// Indices into the rows that named no id.
  private var nameless: [Int] = []

  /// Never throws: what is wrong is in the answer, with its line.
  ///
  /// - Parameter document: the name of the file in messages.
  /// - Complexity: O(*n*); measured 2026-11: 23,161 rows (1.7 MB) in 40 ms.
  public static func read(_ bytes: [UInt8], document: String) -> GlossaryContents {
    var reader = GlossaryReader(bytes, document: document)
    reader.readAll(bytes)
    return reader.contents
  }

  private init(_ bytes: [UInt8], document: String) {
    self.document = document
    row = GlossaryRowReader(bytes, document: document)
  }

  private mutating func readAll(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return refuse(GlossaryError(.utf16, SourcePlace(document: document)))
    }
    var lines = GlossaryLines(bytes)
    var header: GlossaryHeader?
    while let line = lines.next() {
      if lines.isSilent(line) { continue }
      let place = SourcePlace(document: document, line: lines.line)
      do throws(GlossaryError) {
        if let header {
          add(try row.read(line, header: header, place: place), line: lines.line)
        } else {
          header = try readHeader(line, place: place)
        }
      } catch {
        if header == nil { return refuse(error) }
        reject(error)
      }
    }
    guard header != nil else {
      return refuse(GlossaryError(.empty, SourcePlace(document: document)))
    }
    nameTheNameless()
  }

  private mutating func readHeader(
    _ line: Range<Int>, place: SourcePlace
  ) throws(GlossaryError) -> GlossaryHeader {
    let header = try GlossaryHeader(try row.texts(line, place: place), place: place)
    contents.columns = header.knownColumns
    contents.otherColumns = Set(header.otherNames)
    for name in header.otherNames {
      contents.warnings.append(GlossaryError(.unknownColumn, place, ["column": name]))
    }
    return header
  }

  private mutating func add(_ concept: Concept, line: Int) {
    let hasOwnID = !concept.id.isEmpty
    if !hasOwnID {
      nameless.append(contents.rows.count)
    } else if let first = lines.updateValue(line, forKey: concept.id) {
      lines[concept.id] = first
      let place = SourcePlace(document: document, line: line)
      return reject(GlossaryError(.idTwice, place, ["id": concept.id, "first": "\(first)"]))
    }
    contents.rows.append(GlossaryContents.Row(concept: concept, line: line, hasOwnID: hasOwnID))
  }

  private mutating func nameTheNameless() {
    var identifiers = ConceptIdentifier(taken: Set(lines.keys))
    for index in nameless {
      let terms = contents.rows[index].concept.terms
      // The reader made these tags, so they need not be compared without regard to case.
      let english = terms.first { $0.language.description == LanguageTag.english.description }
      contents.rows[index].hasGivenID = false
      contents.rows[index].concept.id = identifiers.next(
        for: english?.text ?? "", else: terms.first?.text ?? "")
    }
  }

  private mutating func refuse(_ error: GlossaryError) {
    contents.problems = [error]
    contents.isRefused = true
  }

  private mutating func reject(_ error: GlossaryError) {
    contents.badRowCount += 1
    if contents.problems.count < Self.mostProblems { contents.problems.append(error) }
  }
}
