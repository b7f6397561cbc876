import Foundation
import MappedFile
import Synchronization
import TermModel
import TestSupport
import Testing

@testable import TranslationMemory

struct MemorySearchTests {
  private func segment(_ text: String) -> [MemorySegment] {
    [MemorySegment(unit: 0, variant: 0, segment: FlatSegment(text))]
  }

  private func check(
    _ search: MemorySearch, _ source: StandInSource, _ queries: [FlatSegment],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rows = source.all.map { ($0, ReferenceSearch.Text($0.segment)) }
    for query in queries {
      let expected = ReferenceSearch.matches(
        of: query, in: [rows], penalties: [MatchPenalties()], threshold: 60)
      let found = try search.matches(
        of: FuzzyQuery(query), in: [SearchedMemory(source)], threshold: 60, limit: 7)
      #expect(found == Array(expected.prefix(7)), sourceLocation: sourceLocation)
    }
  }

  @Test func `what was added is found at once, what was removed is not, also after a restart`()
    throws
  {
    var sample = SampleSegments(generator: .printed())
    let folder = try TemporaryFolder()
    let source = StandInSource()
    var search = MemorySearch(folder: folder.path, leastOnDisk: 200)
    let other = MemorySearch(folder: nil)
    for round in 0..<25 {
      for _ in 0..<Int.random(in: 0...6, using: &sample.generator) {
        source.add([sample.segment(unit: 0, sample.realistic())])
      }
      if round % 3 == 1, let gone = source.all.randomElement(using: &sample.generator) {
        source.remove(gone.unit)
        // An edit is a removal and a new unit.
        if Bool.random(using: &sample.generator) {
          source.add([sample.segment(unit: 0, sample.realistic())])
        }
      }
      if round % 7 == 6 { search = MemorySearch(folder: folder.path, leastOnDisk: 200) }
      if round == 12 { for _ in 0..<210 { source.add(segment("第1條")) } }
      if round == 18 {
        for unit in source.all.map(\.unit) where unit % 3 != 0 { source.remove(unit) }
      }
      let queries = [sample.realistic(), FlatSegment("第2條")]
      guard round < 12 || round % 5 == 4 else { continue }
      try check(search, source, queries)
      try check(other, source, queries)
    }
    #expect(folder.names.contains { $0.hasSuffix(".yimc") })
  }

  @Test func `what an earlier version kept goes when an index is built`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    for _ in 0..<5 { source.add(segment("第1條")) }
    func name(_ identity: String) -> String {
      IndexFiles.prefix(IndexFiles.key(identity, version: IndexSections.version - 1)) + "-0-5.yimc"
    }
    for identity in [source.identity, "another"] {
      try Data("old".utf8).write(to: URL(filePath: "\(folder.path)/\(name(identity))"))
    }
    try MemorySearch(folder: folder.path, leastOnDisk: 2).prepare(source)
    #expect(!folder.names.contains(name(source.identity)))
    #expect(folder.names.contains(name("another")))
    #expect(folder.names.filter { $0.hasSuffix(".yimc") }.count == 2)
  }

  @Test func `a search reads only what is new`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    for number in 0..<250 { source.add(segment("第\(number)條")) }
    let search = MemorySearch(folder: folder.path, leastOnDisk: 200)
    try search.prepare(source)
    #expect(source.reads.withLock { $0 } == 250)
    source.add(segment("新的"))
    try search.prepare(source)
    try search.prepare(source)
    #expect(source.reads.withLock { $0 } == 251)
    try MemorySearch(folder: folder.path, leastOnDisk: 200).prepare(source)
    #expect(source.reads.withLock { $0 } == 252)
    #expect(folder.names.filter { $0.hasSuffix(".yimc") }.count == 1)
  }

  @Test func `many small additions leave few parts`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    let search = MemorySearch(folder: folder.path, leastOnDisk: 200)
    for round in 0..<6 {
      for number in 0..<205 { source.add(segment("第\(number)條\(round)")) }
      try search.prepare(source)
    }
    #expect(folder.names.filter { $0.hasSuffix(".yimc") }.count <= 3)
    #expect(try search.segmentCount(of: source) == 1_230)
  }

  @Test func `damaged, cut and foreign files are made again`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    for number in 0..<210 { source.add(segment("第\(number % 100)條")) }
    try MemorySearch(folder: folder.path, leastOnDisk: 200).prepare(source)
    let name = try #require(folder.names.first { $0.hasSuffix(".yimc") })
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
    var generator = SeededGenerator.printed()
    for round in 0..<24 {
      var bytes = [UInt8](whole)
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0..<20 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 0x11 }
      }
      try folder.write(bytes, to: name)
      let search = MemorySearch(folder: folder.path, leastOnDisk: 200)
      let found = try search.matches(
        of: FuzzyQuery(FlatSegment("第7條")), in: [SearchedMemory(source)], threshold: 99, limit: 50)
      #expect(found.count == 3)
      let page = try search.concordance(
        of: ConcordanceQuery("9條"), in: [SearchedMemory(source)], limit: 1_000)
      #expect(page.hits.count == 21)
    }
  }

  @Test func `another past of the database is seen`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    for number in 0..<210 { source.add(segment("第\(number % 100)條")) }
    // A copy goes on by itself.
    let copy = StandInSource(source.identity, source.content.withLock { $0 })
    source.add(segment("甲乙丙"))
    copy.add(segment("丁戊己"))
    for number in 0..<210 { source.add(segment("甲\(number % 100)條")) }
    try MemorySearch(folder: folder.path, leastOnDisk: 200).prepare(source)
    try check(
      MemorySearch(folder: folder.path, leastOnDisk: 200), copy,
      [FlatSegment("丁戊己"), FlatSegment("甲乙丙"), FlatSegment("甲1條")])
    try check(
      MemorySearch(folder: folder.path, leastOnDisk: 200), source,
      [FlatSegment("丁戊己"), FlatSegment("甲乙丙"), FlatSegment("甲1條")])
  }

  @Test func `a folder that cannot be written costs nothing but time`() throws {
    let source = StandInSource()
    for number in 0..<210 { source.add(segment("第\(number % 100)條")) }
    let search = MemorySearch(folder: "/proc/none/yiming", leastOnDisk: 200)
    try check(search, source, [FlatSegment("第9條")])
  }

  @Test func `what stands before decides between equals`() throws {
    let source = StandInSource()
    for before in ["甲", "乙", "丙", "丁"] {
      source.add(segment(before))
      source.add(segment("同上。"))
    }
    let search = MemorySearch(folder: nil)
    let found = try search.matches(
      of: FuzzyQuery(FlatSegment("同上。")), in: [SearchedMemory(source)], threshold: 100, limit: 2,
      context: SegmentContext(before: FlatSegment("丙")))
    #expect(found.map(\.unit) == [6, 2])
    #expect(found.map(\.context) == [2, 0])
  }

  @Test func `several memories are searched as one`() throws {
    let first = StandInSource("one")
    let second = StandInSource("two")
    first.add(segment("本法自公布日施行。"))
    second.add(segment("本法自公布日施行。"))
    second.add(segment("本法自公布日起施行。"))
    let memories = [
      SearchedMemory(first, penalties: MatchPenalties(memory: 50)), SearchedMemory(second),
    ]
    let found = try MemorySearch(folder: nil).matches(
      of: FuzzyQuery(FlatSegment("本法自公布日施行。")), in: memories, threshold: 70, limit: 9)
    #expect(found.map { [$0.memory, Int($0.unit)] } == [[1, 1], [0, 1], [1, 2]])
    #expect(found.map(\.penalties) == [[], [.memory], []])
  }

  @Test func `searches go on while others add and remove`() throws {
    let folder = try TemporaryFolder()
    let source = StandInSource()
    for number in 0..<225 { source.add(segment("第\(number)條規定")) }
    let search = MemorySearch(folder: folder.path, leastOnDisk: 200)
    inThreads(3) { thread in
      if thread == 0 {
        for number in 0..<40 {
          let unit = source.add(segment("新\(number)條規定"))
          if number % 2 == 0 { source.remove(unit) }
        }
      } else {
        for _ in 0..<20 {
          let found = try?
            (thread == 1 ? search : MemorySearch(folder: folder.path, leastOnDisk: 200)).matches(
              of: FuzzyQuery(FlatSegment("第3條規定")), in: [SearchedMemory(source)], threshold: 90,
              limit: 1)
          #expect(found?.first?.score.percent == 100)
        }
      }
    }
    let page = try search.concordance(
      of: ConcordanceQuery("新"), in: [SearchedMemory(source)], limit: 100)
    #expect(page.hits.count == 20)
  }
}
