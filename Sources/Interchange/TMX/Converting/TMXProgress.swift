/// How far the reading of a file has come.
public struct TMXProgress: Sendable {
  /// The file's name as the user gave it.
  public var document: String
  /// Bytes of the file, packed where it is packed.
  public var bytes: Int
  /// All of its bytes; `nil` of a pipe.
  public var totalBytes: Int?
  public var units: Int

  /// Told after each block; what it throws ends the work, so that a job can be cancelled.
  public typealias Report = (TMXProgress) throws -> Void
}
