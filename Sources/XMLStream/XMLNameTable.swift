/// The names of a document, each once, and the numbers that stand for them.
///
/// A table may serve several readers after one another, and the tapes made with it must be read
/// with it. It is not for use by several threads at once.
public final class XMLNameTable {
  private struct Entry {
    var prefix: [UInt8]
    var local: [UInt8]
    var namespace: [UInt8]
    var qualified: [UInt8]
    /// The same local name without prefix and namespace.
    var plain: UInt32
  }

  private struct Key: Hashable {
    var prefix: [UInt8]
    var local: [UInt8]
    var namespace: [UInt8]
  }

  private var entries: [Entry] = []
  private var ids: [Key: UInt32] = [:]
  /// The place of the first names among themselves in the order of Canonical XML.
  private var ranks: [UInt32] = []

  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  /// The namespace of `xmlns` and `xmlns:…`, the names of namespace declarations.
  public static let xmlnsNamespace = "http://www.w3.org/2000/xmlns/"

  /// - Parameter known: names without prefix or namespace, which get ``XMLName/init(known:)`` of
  ///   their place. None may be there twice.
  public init(known: [String] = []) {
    let xml = Array(Self.xmlNamespace.utf8)
    append(Key(prefix: Array("xml".utf8), local: Array("lang".utf8), namespace: xml), plain: 3)
    append(Key(prefix: Array("xml".utf8), local: Array("space".utf8), namespace: xml), plain: 4)
    append(
      Key(prefix: [], local: Array("xmlns".utf8), namespace: Array(Self.xmlnsNamespace.utf8)),
      plain: 5)
    // The plain names of these three, and of nothing, come last: "lang" may be a known name.
    let last = UInt32(known.count) + XMLName.reserved
    for filler in 3..<XMLName.reserved {
      append(Key(prefix: [], local: [], namespace: [UInt8(filler)]), plain: filler)
    }
    for name in known {
      let place = UInt32(entries.count)
      append(Key(prefix: [], local: Array(name.utf8), namespace: []), plain: place)
    }
    precondition(ids.count == Int(last), "a known name is there twice")
    for (place, name) in ["lang", "space", "xmlns"].enumerated() {
      entries[place].plain = intern(prefix: "", local: name, namespace: "").rawValue
    }
  }

  public var count: Int { entries.count }

  /// The number of a name, which is new where the table has not met it.
  public func intern(prefix: String = "", local: String, namespace: String = "") -> XMLName {
    intern(prefix: Array(prefix.utf8), local: Array(local.utf8), namespace: Array(namespace.utf8))
  }

  func intern(prefix: [UInt8], local: [UInt8], namespace: [UInt8]) -> XMLName {
    let key = Key(prefix: prefix, local: local, namespace: namespace)
    if let found = ids[key] { return XMLName(rawValue: found) }
    let plainKey = Key(prefix: [], local: local, namespace: [])
    if key == plainKey {
      return append(key, plain: UInt32(entries.count))
    }
    let plain = ids[plainKey] ?? append(plainKey, plain: UInt32(entries.count)).rawValue
    return append(key, plain: plain)
  }

  @discardableResult private func append(_ key: Key, plain: UInt32) -> XMLName {
    let id = UInt32(entries.count)
    let qualified = key.prefix.isEmpty ? key.local : key.prefix + [UInt8(ascii: ":")] + key.local
    entries.append(
      Entry(
        prefix: key.prefix, local: key.local, namespace: key.namespace, qualified: qualified,
        plain: plain))
    ids[key] = id
    return XMLName(rawValue: id)
  }

  /// `xml:lang`: as it is written.
  public func qualified(_ name: XMLName) -> String {
    String(decoding: qualifiedBytes(name), as: UTF8.self)
  }
  /// Empty where there is none.
  public func prefix(_ name: XMLName) -> String {
    String(decoding: entries[Int(name.rawValue)].prefix, as: UTF8.self)
  }
  public func local(_ name: XMLName) -> String {
    String(decoding: entries[Int(name.rawValue)].local, as: UTF8.self)
  }
  /// Empty where there is none.
  public func namespace(_ name: XMLName) -> String {
    String(decoding: entries[Int(name.rawValue)].namespace, as: UTF8.self)
  }
  public func qualifiedBytes(_ name: XMLName) -> [UInt8] { entries[Int(name.rawValue)].qualified }

  /// The name with the same local part and neither prefix nor namespace: how a `<t:tu>` or a `<tu>`
  /// of a default namespace is known for a `tu`. O(1).
  public func plain(_ name: XMLName) -> XMLName {
    XMLName(rawValue: entries[Int(name.rawValue)].plain)
  }

  /// Whether a name comes before another in the order of Canonical XML: by namespace, then by local
  /// name.
  func precedes(_ first: XMLName, _ second: XMLName) -> Bool {
    if entries.count >= 2 * ranks.count { order() }
    let (a, b) = (Int(first.rawValue), Int(second.rawValue))
    if a < ranks.count, b < ranks.count { return ranks[a] < ranks[b] }
    return isBefore(a, b)
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (entries[first], entries[second])
    if a.namespace != b.namespace { return a.namespace.lexicographicallyPrecedes(b.namespace) }
    return a.local.lexicographicallyPrecedes(b.local)
  }

  /// Made anew whenever the table has doubled, so that names cost no more than their sorting.
  private func order() {
    let sorted = entries.indices.sorted(by: isBefore)
    ranks = Array(repeating: 0, count: entries.count)
    for (rank, id) in sorted.enumerated() { ranks[id] = UInt32(rank) }
  }
}
