/// A document type declaration: `<!DOCTYPE tmx SYSTEM "tmx14.dtd">`.
public struct XMLDoctype: Hashable, Sendable {
  public var name: String
  public var publicID: String?
  public var systemID: String?

  public init(name: String, publicID: String? = nil, systemID: String? = nil) {
    self.name = name
    self.publicID = publicID
    self.systemID = systemID
  }
}
