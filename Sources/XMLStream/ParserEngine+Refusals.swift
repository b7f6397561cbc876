import CLibXML2Shims

/// What is refused though libxml2 would go on, and what libxml2 refuses.
extension ParserEngine {
  func refuseEntity(_ code: XMLProblem.Code, _ name: UnsafePointer<UInt8>?) {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    fail(code, ["entity": name])
  }

  func countDefault() {
    defaultsDeclared += 1
    guard defaultsDeclared > Self.mostDefaults else { return }
    fail(.doctypeTooLong, ["limit": String(limits.doctypeBytes)])
  }

  func checkAmplification(_ all: Int, _ defaulted: Int) {
    for index in max(0, all - defaulted)..<all {
      defaultBytes += unsafe 32 + slots[index].value.count
    }
    if unsafe defaultBytes > 64 << 10 + limits.amplification * bytesTaken { fail(.amplification) }
  }

  func error(_ code: Int32, _ isOfNamespaces: Bool, _ message: UnsafePointer<CChar>?) {
    guard unsafe failure == nil else { return }
    let text = unsafe message.map { unsafe String(cString: $0) } ?? ""
    fail(LibXMLError(code: cxml_classify(code), isOfNamespaces: isOfNamespaces, message: text))
  }

  func fail(_ error: LibXMLError) {
    var values = ["reason": error.reason]
    if error.problem == .tagMismatch, let element = unsafe open.last {
      values.merge(self.values(of: element)) { $1 }
    }
    fail(error.problem, values)
  }

  // MARK: What waits

  /// What is not complete waits in libxml2's memory: a tag, a comment and so on has a bound.
  func checkUnread() {
    var count = 0
    guard let unread = unsafe cxml_unread(parser, &count) else { return }
    guard count > 0 else { return }
    let isInCDATA = unsafe cxml_is_in_cdata(parser)
    // Fewer bytes than three are looked at as they are.
    let start = unsafe (
      unread[0], count > 1 ? unread[1] : 0, count > 2 ? unread[2] : 0
    )
    if start.0 == UInt8(ascii: "&"), !isInCDATA {
      // libxml2 waits for the semicolon however far away it is.
      let rest = unsafe UnsafeBufferPointer(start: unread + 1, count: min(count - 1, 1024))
      if let end = unsafe rest.first(where: { !Self.isInReference($0) }), end != UInt8(ascii: ";") {
        return fail(.bareAmpersand)
      }
    }
    let isTag = start.0 == UInt8(ascii: "<") && !isInCDATA
    let isDoctype = unsafe cxml_is_in_subset(parser) || !hasRoot && !isTag
    let (code, limit): (XMLProblem.Code, Int) =
      switch start.1 {
      case _ where isDoctype: (.doctypeTooLong, limits.doctypeBytes)
      case _ where !isTag: (.markupTooLong, limits.markupBytes)
      case UInt8(ascii: "?"): (.markupTooLong, limits.markupBytes)
      case UInt8(ascii: "!") where start.2 == UInt8(ascii: "D"):
        (.doctypeTooLong, limits.doctypeBytes)
      case UInt8(ascii: "!"): (.markupTooLong, limits.markupBytes)
      default: (.tagTooLong, limits.startTagBytes)
      }
    if count > min(limit, XMLLimits.largestMarkup) { fail(code, ["limit": String(limit)]) }
  }

  static func isInReference(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF, UInt8(ascii: "#"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
