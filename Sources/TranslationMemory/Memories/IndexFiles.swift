import MappedFile

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The parts of one index in a folder: files `memory-KEY-FIRST-END.yimc`, named for the units in them.
struct IndexFiles: Sendable {
  /// Of the memory and language.
  let key: UInt64
  private let identity: String
  private let folder: String?
  private let prefix: String

  init(identity: String, folder: String?) {
    self.identity = identity
    key = Self.key(identity, version: IndexSections.version)
    self.folder = folder
    prefix = Self.prefix(key)
  }

  static func key(_ identity: String, version: UInt64) -> UInt64 {
    var sum = Checksum(of: identity.utf8)
    sum.combine(version)
    return sum.value
  }

  static func prefix(_ key: UInt64) -> String {
    let hex = String(key, radix: 16)
    return "memory-" + String(repeating: "0", count: 16 - hex.count) + hex
  }

  /// Parts that follow each other from the first unit on; of two that begin alike, the longer.
  func parts() -> [IndexPart] {
    guard let folder else { return [] }
    var parts: [IndexPart] = []
    var end: Int64 = 0
    var names = names(in: folder, prefix: prefix)
    while true {
      let next = names.filter { $0.units.lowerBound == end && $0.units.upperBound > end }
        .max { $0.units.upperBound < $1.units.upperBound }
      guard let next else { return parts }
      // A file that went meanwhile, or is damaged, is as good as none.
      if let file = try? MappedFile(path: "\(folder)/\(next.name)"), file.key == key,
        let part = try? IndexPart(file), part.units == next.units
      {
        parts.append(part)
        end = next.units.upperBound
      } else {
        names.removeAll { $0.name == next.name }
      }
    }
  }

  private func names(
    in folder: String, prefix: String
  ) -> [(name: String, units: Range<Int64>)] {
    guard let handle = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(handle) }
    var names: [(name: String, units: Range<Int64>)] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name.hasPrefix(prefix + "-"), name.hasSuffix(".yimc") else { continue }
      let numbers = name.dropFirst(prefix.count + 1).dropLast(5).split(separator: "-").map {
        Int64($0)
      }
      if numbers.count == 2, let first = numbers[0], let end = numbers[1], first >= 0, first <= end
      {
        names.append((name, first..<end))
      }
    }
    return names
  }

  /// Saves a part, and opens it from the folder, or from memory where the folder cannot be written.
  func save(_ writer: MappedFileWriter, _ units: Range<Int64>) throws(MappedFileError) -> MappedFile
  {
    guard let folder else { return try MappedFile(bytes: writer.bytes(), name: "memory") }
    let path = "\(folder)/\(prefix)-\(units.lowerBound)-\(units.upperBound).yimc"
    do throws(MappedFileError) {
      try writer.save(to: path)
      return try MappedFile(path: path)
    } catch {
      return try MappedFile(bytes: writer.bytes(), name: "memory")
    }
  }

  /// Removes the files of parts that longer ones took the place of.
  func removeWhatIsCovered(by parts: [IndexPart]) {
    guard let folder, let end = parts.last?.units.upperBound else { return }
    let wanted = Set(parts.map(\.units))
    for (name, units) in names(in: folder, prefix: prefix)
    where !wanted.contains(units) && units.upperBound <= end {
      unsafe unlink("\(folder)/\(name)")
    }
  }

  /// Removes what earlier versions of the program kept of this index.
  func removeEarlierVersions() {
    guard let folder else { return }
    for version in 1..<IndexSections.version {
      let prefix = Self.prefix(Self.key(identity, version: version))
      for (name, _) in names(in: folder, prefix: prefix) { unsafe unlink("\(folder)/\(name)") }
      unsafe unlink("\(folder)/\(prefix).lock")
    }
  }

  func remove(_ path: String) {
    guard let folder, path.hasPrefix("\(folder)/\(prefix)-") else { return }
    unsafe unlink(path)
  }

  /// The right to build, or `nil` where another process has it, or there is nowhere to build.
  ///
  /// - Parameter waits: for the other process to be done.
  func lock(waits: Bool) -> BuildLock? {
    guard let folder else { return nil }
    Self.makeFolder(folder)
    let path = "\(folder)/\(prefix).lock"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      close(descriptor)
      return nil
    }
    return BuildLock(descriptor: descriptor)
  }

  /// Makes a folder and those above it, for the user alone where they are new.
  private static func makeFolder(_ path: String) {
    guard unsafe access(path, F_OK) != 0 else { return }
    if let slash = path.dropFirst().lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    unsafe mkdir(path, 0o700)
  }

  /// Held until it is released; the system lets go of it when its process ends.
  struct BuildLock {
    fileprivate let descriptor: Int32
    func release() { close(descriptor) }
  }
}
