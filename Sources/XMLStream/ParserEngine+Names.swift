/// Names and strings of libxml2's dictionary.
extension ParserEngine {
  func interned(_ key: PointerNames.Key) -> XMLName {
    if let name = unsafe known.find(key) { return name }
    let name = names.intern(
      prefix: Self.bytes(key.prefix), local: Self.bytes(key.local),
      namespace: Self.resolved(Self.bytes(key.uri)))
    unsafe known.insert(key, name)
    return name
  }

  /// The name `xmlns:prefix`: known by a prefix that is no address.
  func namespaceName(_ prefix: UnsafePointer<UInt8>?) -> XMLName {
    guard let prefix = unsafe prefix else { return .xmlns }
    let key = PointerNames.Key(local: UInt(bitPattern: prefix), prefix: 1, uri: 0)
    if let name = unsafe known.find(key) { return name }
    let name = names.intern(
      prefix: Array("xmlns".utf8), local: Self.bytes(key.local),
      namespace: Array(XMLNameTable.xmlnsNamespace.utf8))
    unsafe known.insert(key, name)
    return name
  }

  static func bytes(_ address: UInt) -> [UInt8] {
    guard let start = unsafe UnsafePointer<UInt8>(bitPattern: address) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: length(start)))
  }

  /// As ``AttributeValues`` does.
  static func resolved(_ uri: [UInt8]) -> [UInt8] {
    guard uri.contains(UInt8(ascii: "&")) else { return uri }
    return Array(String(decoding: uri, as: UTF8.self).replacing("&#38;", with: "&").utf8)
  }

  static func length(_ string: UnsafePointer<UInt8>?) -> Int {
    guard let string = unsafe string else { return 0 }
    var count = 0
    while unsafe string[count] != 0 { count += 1 }
    return count
  }

  static func buffer(_ string: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: string ?? nothing, count: length(string))
  }
}
