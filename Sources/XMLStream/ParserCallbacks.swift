import CLibXML2Shims

/// The C functions that libxml2 calls: each finds its ``ParserEngine`` and hands over.
enum ParserCallbacks {
  static var events: cxml_events {
    unsafe cxml_events(
      begin: { parser in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef { $0.begin() }
      },
      doctype: { parser, name, publicID, systemID in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.doctype(name, publicID, systemID)
        }
      },
      start: {
        parser, local, prefix, uri, namespaceCount, namespaces, count, defaulted, attributes in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.start(
            PointerNames.Key(local, prefix, uri),
            UnsafeBufferPointer(start: namespaces, count: 2 * Int(namespaceCount)),
            UnsafeBufferPointer(start: attributes, count: 5 * Int(count)), Int(defaulted))
        }
      },
      end: { parser, _, _, _ in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef { $0.end() }
      },
      text: { parser, bytes, count in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      },
      cdata: { parser, bytes, count in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.cdata(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      },
      comment: { parser, bytes in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef { unsafe $0.comment(bytes) }
      },
      instruction: { parser, target, data in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef { unsafe $0.instruction(target, data) }
      })
  }

  static var alarms: cxml_alarms {
    unsafe cxml_alarms(
      entity_declared: { parser, name in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.refuseEntity(.entityDeclaration, name)
        }
      },
      entity_used: { parser, name in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.refuseEntity(.entityUndeclared, name)
        }
      },
      default_declared: { parser in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef { $0.countDefault() }
      },
      error: { parser, code, isOfNamespaces, message in
        unsafe parserEngine(parser)._withUnsafeGuaranteedRef {
          unsafe $0.error(code, isOfNamespaces, message)
        }
      })
  }
}

extension PointerNames.Key {
  init(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?
  ) {
    self.init(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), uri: UInt(bitPattern: uri))
  }
}

private func parserEngine(_ parser: UnsafeMutableRawPointer?) -> Unmanaged<ParserEngine> {
  // libxml2 calls with what `cxml_open` gave it: never nothing.
  let owner = unsafe parser!.assumingMemoryBound(to: cxml_parser.self).pointee.owner!
  return unsafe Unmanaged<ParserEngine>.fromOpaque(owner)
}

private func parserEngine(_ parser: UnsafeMutablePointer<cxml_parser>) -> Unmanaged<ParserEngine> {
  unsafe parserEngine(UnsafeMutableRawPointer(parser))
}
