import Foundation
import GRDB
import Store
import Synchronization
import TermModel
import TestSupport
import Testing

@Suite struct SQLiteTermBaseTests {
  private let folder: TemporaryFolder
  private let path: String
  private let policy = WaitPolicy(command: "yiming test")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("base.sqlite")
  }

  private func open(_ path: String) throws -> SQLiteTermBase {
    try SQLiteTermBase.open(at: path, policy: policy)
  }

  /// A base of one concept, closed again.
  private func makeBase() throws {
    try open(path).write { _ = try $0.put(Samples.nvidia) }
  }

  // MARK: What is no term base

  private enum Wrong: String, CaseIterable {
    case text, shortText, folder, foreign, foreignUnmarked, newer, damaged, pipe
  }

  private func make(_ wrong: Wrong) throws {
    switch wrong {
    case .text: try folder.write(String(repeating: "no database\n", count: 500), to: "base.sqlite")
    case .shortText: try folder.write("x", to: "base.sqlite")
    case .folder: try folder.write("x", to: "base.sqlite/inside")
    case .foreign, .foreignUnmarked:
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(sql: "CREATE TABLE t (x)")
        if wrong == .foreign { try db.execute(sql: "PRAGMA application_id = 1234") }
      }
    case .newer:
      try makeBase()
      try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    case .damaged:
      try makeBase()
      try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TABLE revisions") }
    case .pipe: mkfifo(path, 0o600)
    }
  }

  @Test(arguments: [
    ("text", "store-not-a-database"), ("shortText", "store-not-a-database"),
    ("folder", "store-is-folder"), ("foreign", "store-foreign"),
    ("foreignUnmarked", "store-foreign"), ("newer", "store-newer"), ("damaged", "store-damaged"),
    ("pipe", "store-not-a-database"),
  ])
  func `what is no term base is refused and left as it is`(_ name: String, _ code: String) throws {
    let wrong = try #require(Wrong(rawValue: name))
    try make(wrong)
    let isFile = wrong != .folder && wrong != .pipe
    let before = isFile ? try Data(contentsOf: URL(filePath: path)) : Data()
    let names = folder.names
    let reading = #expect(throws: StoreError.self) {
      _ = try SQLiteTermBase.openForReading(at: path)?.revision()
    }
    let writing = #expect(throws: StoreError.self) {
      try open(path).write { _ = try $0.put(Samples.named("other")) }
    }
    #expect(reading?.codeName == code && writing?.codeName == code)
    #expect(reading?.place?.document == path)
    if isFile {
      #expect(try Data(contentsOf: URL(filePath: path)) == before || wrong == .damaged)
    }
    if wrong != .damaged { #expect(folder.names == names) }
  }

  @Test func `every code has words`() {
    for code in StoreError.Code.allCases { #expect(Message.knows(code: code.rawValue), "\(code)") }
  }

  // MARK: Making and reading

  @Test func `reading makes no base, and an empty file is none`() throws {
    #expect(try SQLiteTermBase.openForReading(at: path) == nil)
    #expect(try SQLiteTermBase.openForReading(at: folder.file("a/b/c.sqlite")) == nil)
    #expect(folder.names.isEmpty)
    try folder.write("", to: "base.sqlite")
    #expect(try SQLiteTermBase.openForReading(at: path) == nil)
    #expect(folder.names == ["base.sqlite"])
  }

  @Test func `a base is made with its folders, from an empty file too`() throws {
    let deep = folder.file("a/b/c.sqlite")
    try open(deep).write { _ = try $0.put(Samples.nvidia) }
    #expect(try SQLiteTermBase.openForReading(at: deep)?.concepts() == [Samples.nvidia])
    try folder.write("", to: "base.sqlite")
    try makeBase()
    #expect(try SQLiteTermBase.openForReading(at: path)?.revision() == 1)
  }

  @Test(arguments: ["with space.sqlite", "百分%25?#&.sqlite", "file:x?mode=memory", "'\"\\.sqlite"])
  func `a base may have any name`(_ name: String) throws {
    let path = folder.file("x") + "/" + name
    try open(path).write { _ = try $0.put(Samples.nvidia) }
    #expect(try SQLiteTermBase.openForReading(at: path)?.concepts() == [Samples.nvidia])
    #expect(folder.names.contains("x/" + name))
  }

  @Test func `a base is found through a symbolic link`() throws {
    try makeBase()
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try open(link).write { _ = try $0.put(Samples.named("other")) }
    #expect(try SQLiteTermBase.openForReading(at: link)?.concepts().count == 2)
    #expect(try SQLiteTermBase.openForReading(at: path)?.concepts().count == 2)
  }

  @Test func `a base of the first version is read as it is, and brought up by the first write`() throws {
    try open(path).write { _ = try $0.put(Samples.nvidia) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      let later = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name
          NOT IN ('fact', 'revisions', 'concept', 'term', 'context_word', 'other_field')
          """)
      for table in later { try db.execute(sql: "DROP TABLE IF EXISTS \"\(table)\"") }
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    try queue.close()
    let old = try #require(try SQLiteTermBase.openForReading(at: path))
    #expect(try old.concepts() == [Samples.nvidia] && old.exceptions().isEmpty)
    let exception = FormException("川普", .always)
    try open(path).write { _ = try $0.put(exception) }
    #expect(try old.concepts() == [Samples.nvidia] && old.exceptions() == [exception])
  }

  @Test func `two bases have two ids`() throws {
    let one = try open(path).databaseID()
    let other = try open(folder.file("other.sqlite")).databaseID()
    #expect(one != other && one.count == 32)
  }

  @Test func `copies that go on apart have other stamps at the same revision`() throws {
    try makeBase()
    let copy = folder.file("copy.sqlite")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    try open(path).write { _ = try $0.put(Samples.named("one")) }
    try open(copy).write { _ = try $0.put(Samples.named("other")) }
    let one = try #require(try SQLiteTermBase.openForReading(at: path))
    let other = try #require(try SQLiteTermBase.openForReading(at: copy))
    #expect(try one.revision() == other.revision())
    #expect(try one.databaseID() == other.databaseID())
    #expect(try one.stamp() != other.stamp())
  }

  @Test func `reading leaves no file behind, nor does writing`() throws {
    try makeBase()
    #expect(folder.names == ["base.sqlite"])
    let base = try #require(try SQLiteTermBase.openForReading(at: path))
    #expect(try base.concepts() == [Samples.nvidia])
    #expect(folder.names == ["base.sqlite"])
  }

  @Test func `reading sees what a writer has committed but not yet moved into the file`() throws {
    let writer = try open(path)
    try writer.write { _ = try $0.put(Samples.nvidia) }
    #expect(folder.names.contains("base.sqlite-wal"))
    let names = folder.names
    #expect(try SQLiteTermBase.openForReading(at: path)?.concepts() == [Samples.nvidia])
    #expect(folder.names == names)
    try writer.write { _ = try $0.remove(id: "nvidia") }
    #expect(try SQLiteTermBase.openForReading(at: path)?.concepts() == [])
  }

  @Test func `reading goes on during a write, and sees nothing of it`() throws {
    try makeBase()
    let writer = try open(path)
    let reader = try #require(try SQLiteTermBase.openForReading(at: path))
    try writer.write { base in
      _ = try base.put(Samples.named("other"))
      #expect(try reader.concepts() == [Samples.nvidia])
    }
    #expect(try reader.concepts().count == 2)
  }

  /// A copy of a base in use: its log is there, the log's index is not.
  @Test func `a copied base is read with its log, and its folder left as it is`() throws {
    let writer = try open(path)
    try writer.write { _ = try $0.put(Samples.nvidia) }
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.file("copy"), withIntermediateDirectories: false)
    for suffix in ["", "-wal"] {
      try manager.copyItem(
        atPath: path + suffix, toPath: folder.file("copy/base.sqlite") + suffix)
      try manager.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: folder.file("copy/base.sqlite") + suffix)
    }
    let names = folder.names
    let base = try #require(try SQLiteTermBase.openForReading(at: folder.file("copy/base.sqlite")))
    #expect(try base.concepts() == [Samples.nvidia])
    #expect(folder.names == names)
  }

  @Test func `readers beside a writer that comes and goes see whole states only`() throws {
    try makeBase()
    let shared = Mutex((isDone: false, failures: [String](), reads: 0))
    let (path, policy) = (path, policy)
    inThreads(3) { worker in
      do {
        if worker == 0 {
          // Each opening and closing moves the log into the file, under the readers' eyes. A pair
          // is always put together, so a state with one of them is no state.
          for number in 1...60 {
            let writer = try SQLiteTermBase.open(at: path, policy: policy)
            try writer.write { base in
              for name in ["left", "right"] {
                var concept = Samples.named(name)
                concept.note = "\(number)" + String(repeating: "x", count: number * 400)
                try base.put(concept)
              }
            }
          }
          shared.withLock { $0.isDone = true }
        } else {
          while !shared.withLock({ $0.isDone }) {
            let (concepts, revision) = try #require(try SQLiteTermBase.openForReading(at: path))
              .read { (try $0.concepts(), try $0.revision()) }
            let notes = Set(concepts.dropFirst().map(\.note))
            if notes.count > 1 || (concepts.count == 1) != (revision == 1) {
              shared.withLock { $0.failures.append("torn state at revision \(revision)") }
            }
            shared.withLock { $0.reads += 1 }
          }
        }
      } catch {
        shared.withLock { state in
          state.isDone = true
          state.failures.append("worker \(worker): \(error)")
        }
      }
    }
    #expect(shared.withLock { $0.failures } == [])
    #expect(shared.withLock { $0.reads } > 10)
  }

  // MARK: Waiting

  @Test func `whoever waits is told for whom, and gives up in time`() throws {
    let one = try SQLiteTermBase.open(
      at: path, policy: WaitPolicy(command: "yiming glossary import names.tsv"))
    let notices = Mutex<[String]>([])
    let impatient = WaitPolicy(
      limit: .milliseconds(600), patience: .milliseconds(100), command: "x"
    ) { notice in notices.withLock { $0.append(Message(notice).description) } }
    let other = try SQLiteTermBase.open(at: path, policy: impatient)
    try one.write { base in
      _ = try base.put(Samples.nvidia)
      let error = #expect(throws: StoreError.self) {
        try other.write { _ = try $0.put(Samples.named("other")) }
      }
      #expect(error?.code == .busy)
      #expect(error?.values["seconds"] == "0.6")
    }
    let holder = "process \(getpid()) (yiming glossary import names.tsv)"
    #expect(
      notices.withLock { $0 } == [
        "\(path): waiting for \(holder), which is writing [store-waiting]"
      ])
    try other.write { _ = try $0.put(Samples.named("other")) }
    #expect(try one.concepts().map(\.id) == ["nvidia", "other"])
  }

  @Test func `a program that knows nothing of our turns is waited for too`() throws {
    try makeBase()
    let notices = Mutex<[String]>([])
    let impatient = WaitPolicy(
      limit: .milliseconds(400), patience: .milliseconds(100), command: "x"
    ) { notice in notices.withLock { $0.append(notice.values["holder"] ?? "") } }
    let base = try SQLiteTermBase.open(at: path, policy: impatient)
    let foreign = try DatabaseQueue(path: path)
    try foreign.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let error = #expect(throws: StoreError.self) {
          try base.write { _ = try $0.put(Samples.named("other")) }
        }
        #expect(error?.code == .busy)
        return .rollback
      }
    }
    #expect(notices.withLock { $0 } == ["another program"])
    try base.write { _ = try $0.put(Samples.named("other")) }
  }

  @Test func `a lock file that was left behind stops nobody`() throws {
    try makeBase()
    try folder.write("1\tyiming glossary import\n", to: "base.sqlite.lock")
    try open(path).write { _ = try $0.put(Samples.named("other")) }
    #expect(folder.names == ["base.sqlite"])
  }

  @Test func `a base opened to read is not written`() throws {
    try makeBase()
    let base = try #require(try SQLiteTermBase.openForReading(at: path))
    let error = #expect(throws: StoreError.self) {
      try base.write { _ = try $0.put(Samples.nvidia) }
    }
    #expect(error?.code == .readOnly)
  }
}
