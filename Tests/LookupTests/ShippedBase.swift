import CompiledTerms
import Foundation
import HanText
import Interchange
import Lookup
import MappedFile
import TermModel

/// The glossary that is shipped, compiled for look-up once for all tests.
enum ShippedBase {
  static let engine = Result { try compile() }

  /// The glossary's folder in the checkout.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../glossary").standardized

  /// The language file: what is made from shipped data alone.
  static let language = Result {
    var writer = MappedFileWriter()
    writer.add(FoldTable.section, try FoldTable.build())
    let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold"))
    let bpmf = try Data(contentsOf: folder.appending(path: "language/BPMFBase.txt"))
    try ReadingTable.build(bpmf: Array(bpmf), table: table, into: &writer)
    return try MappedFile(bytes: writer.bytes(), name: "language")
  }

  private static func compile() throws -> LookupEngine {
    var layers = try files("core").map { try layer($0, name: "core", rank: 20, isWide: false) }
    layers += try files("wide").map {
      try layer($0, name: $0.deletingPathExtension().lastPathComponent, rank: 30, isWide: true)
    }
    return try engine(layers)
  }

  static func engine(_ layers: [TermLayer]) throws -> LookupEngine {
    let language = try language.get()
    let table = try FoldTable(language)
    let simplified = try ScriptConverter(to: .simplified)
    let terms = try LayeredTerms(layers, table: table) { try simplified($0) }
    var writer = MappedFileWriter()
    CompiledTermBase.build(terms, into: &writer)
    let clock = ContinuousClock()
    let taken = clock.measure {
      LookupIndex.build(
        terms, table: table, readings: try! ReadingTable(language), into: &writer)
    }
    if terms.concepts.count > 1_000 {
      print("look-up index of \(terms.concepts.count) concepts built in \(taken)")
    }
    return try LookupEngine(
      terms: try MappedFile(bytes: writer.bytes(), name: "terms"), language: language)
  }

  static func engine(tsv: String) throws -> LookupEngine {
    let rows = GlossaryReader.read(Array(tsv.utf8), document: "test.tsv").rows
    return try engine([TermLayer(name: "test", rank: 1, rows: rows.map { .init($0.concept) })])
  }

  private static func files(_ name: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }
  }

  private static func layer(_ file: URL, name: String, rank: Int, isWide: Bool) throws -> TermLayer
  {
    let contents = GlossaryReader.read(
      Array(try Data(contentsOf: file)), document: file.lastPathComponent)
    let rows = contents.rows.map {
      TermLayer.Row($0.concept, hasGivenID: contents.columns.contains(.id))
    }
    return TermLayer(name: name, rank: rank, isWide: isWide, rows: rows)
  }
}
