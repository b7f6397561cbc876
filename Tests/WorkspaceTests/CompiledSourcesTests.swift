import Foundation
import MappedFile
import TestSupport
import Testing

@testable import Workspace

/// When an installed compiled file is still that of the glossary beside it.
@Suite struct CompiledSourcesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("輝達\tNvidia\n", to: "share/core/names.tsv")
    try folder.write("", to: "share/wide/empty.tsv")
    var writer = MappedFileWriter()
    try sources().sign(&writer)
    try writer.save(to: folder.file("share/terms.yimc"))
  }

  private func sources(_ place: String = "share", and more: String...) -> CompiledSources {
    let names = ["core/names.tsv", "wide/empty.tsv"] + more
    return CompiledSources(
      folder: folder.file(place), paths: names.map { folder.file("\(place)/\($0)") })
  }

  private func isCurrent(_ sources: CompiledSources, in place: String = "share") throws -> Bool {
    let path = folder.file("\(place)/terms.yimc")
    return sources.areSources(of: try MappedFile(path: path), at: path)
  }

  /// Says that a file was written so many seconds after the compiled one.
  private func setTime(_ seconds: Double, of name: String) throws {
    let compiled = try FileManager.default.attributesOfItem(atPath: folder.file("share/terms.yimc"))
    let date = try #require(compiled[.modificationDate] as? Date)
    try FileManager.default.setAttributes(
      [.modificationDate: date.addingTimeInterval(seconds)], ofItemAtPath: folder.file(name))
  }

  @Test func `what was compiled is that of its sources`() throws {
    #expect(try isCurrent(sources()))
  }

  @Test func `a copy at another place and another time is the same`() throws {
    try FileManager.default.copyItem(atPath: folder.file("share"), toPath: folder.file("copy"))
    for seconds in [-1e6, 5, 1e6] {
      try setTime(seconds, of: "copy/core/names.tsv")
      #expect(try isCurrent(sources("copy"), in: "copy"), "\(seconds) s")
    }
  }

  @Test(arguments: ["輝達\tNVIDIA\n", "輝達\tNvidia Corporation\n", ""])
  func `an edit is noticed, of the same length too`(_ text: String) throws {
    try folder.write(text, to: "share/core/names.tsv")
    try setTime(5, of: "share/core/names.tsv")
    #expect(try !isCurrent(sources()))
  }

  @Test func `a file more, one less, or one by another name is noticed`() throws {
    try folder.write("", to: "share/wide/more.tsv")
    #expect(try !isCurrent(sources(and: "wide/more.tsv")))
    try FileManager.default.moveItem(
      atPath: folder.file("share/wide/empty.tsv"), toPath: folder.file("share/wide/other.tsv"))
    #expect(try !isCurrent(sources()))
    let renamed = CompiledSources(
      folder: folder.file("share"),
      paths: ["core/names.tsv", "wide/other.tsv"].map { folder.file("share/\($0)") })
    #expect(try !isCurrent(renamed))
  }

  @Test func `a file that nobody signed is not taken when it has to be looked into`() throws {
    var writer = MappedFileWriter(key: sources().key)
    writer.add("other", [1] as [UInt64])
    try writer.save(to: folder.file("share/terms.yimc"))
    try setTime(5, of: "share/core/names.tsv")
    #expect(try !isCurrent(sources()))
  }
}
