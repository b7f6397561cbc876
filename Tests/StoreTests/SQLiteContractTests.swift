import Store
import TestSupport
import Testing

@Suite struct SQLiteContractTests {
  @Test(arguments: TermBaseContract.cases)
  func `SQLite keeps what a store promises`(_ promise: TermBaseContract) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("base.sqlite")
    let policy = WaitPolicy(command: "test")
    let one = try SQLiteTermBase.open(at: path, policy: policy)
    let other = try SQLiteTermBase.open(at: path, policy: policy)
    try promise.check((one, other))
  }
}
