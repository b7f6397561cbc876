import GRDB
import GRDBSQLite

/// A prepared statement by SQLite's C interface, for what is done once a unit: bytes are bound and
/// read where they lie, without a `String`, a `Data` or an array of arguments.
///
/// Valid within the transaction in which it was made, like the `Database`.
final class RawStatement {
  /// Owns what ``pointer`` points at.
  private let statement: Statement
  private let pointer: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  /// Binds a number. Parameters count from 1, as SQL's do.
  func bind(_ value: Int64?, at parameter: Int32) {
    if let value {
      sqlite3_bind_int64(pointer, parameter, value)
    } else {
      sqlite3_bind_null(pointer, parameter)
    }
  }

  func bind(_ value: Int, at parameter: Int32) { bind(Int64(value), at: parameter) }

  /// Binds bytes that stay where they are until the statement is reset; `NULL` where there are
  /// none.
  func bind(blob bytes: UnsafeRawBufferPointer, at parameter: Int32) {
    guard let start = bytes.baseAddress, bytes.count > 0 else {
      sqlite3_bind_null(pointer, parameter)
      return
    }
    // No destructor: SQLite takes no copy (SQLITE_STATIC).
    sqlite3_bind_blob64(pointer, parameter, start, sqlite3_uint64(bytes.count), nil)
  }

  /// As ``bind(blob:at:)``, for UTF-8.
  func bind(text bytes: UnsafeBufferPointer<UInt8>, at parameter: Int32) {
    guard let start = bytes.baseAddress, bytes.count > 0 else {
      sqlite3_bind_null(pointer, parameter)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      _ = sqlite3_bind_text64(
        pointer, parameter, $0, sqlite3_uint64(bytes.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  /// Goes on to the next row; `false` after the last.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let connection = sqlite3_db_handle(pointer)
      let code = ResultCode(rawValue: sqlite3_extended_errcode(connection))
      let message = sqlite3_errmsg(connection).map { String(cString: $0) }
      sqlite3_reset(pointer)
      throw DatabaseError(resultCode: code, message: message)
    }
  }

  /// Lets go of the row and of what was bound.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  /// Runs a statement that has no answer, and resets it.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  /// A column of the row, from 0; `nil` for `NULL`.
  func integer(_ column: Int32) -> Int? {
    if sqlite3_column_type(pointer, column) == SQLITE_NULL { return nil }
    return Int(sqlite3_column_int64(pointer, column))
  }

  /// The bytes of a blob or a text, which stay until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_blob(pointer, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
