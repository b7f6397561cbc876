import CLibXML2Shims

/// What libxml2 says of an error, in our terms.
struct LibXMLError {
  var code: cxml_code
  var isOfNamespaces: Bool
  var message: String

  var problem: XMLProblem.Code {
    return switch code {
    case cxml_code_document_empty: .notXML
    case cxml_code_document_end: .afterEnd
    case cxml_code_declaration_not_first: .declarationNotFirst
    case cxml_code_invalid_character:
      wrongBytes == nil || forbidden != nil ? .forbiddenCharacter : .wrongBytes
    case cxml_code_tag_mismatch: .tagMismatch
    case cxml_code_attribute_twice: .attributeTwice
    case _ where isOfNamespaces: .namespace
    case _ where message.contains("EntityRef:"): .bareAmpersand
    default: .notWellFormed
    }
  }

  /// The bytes of "Input is not proper UTF-8 … Bytes: 0x01 0x5D …", which it says of forbidden
  /// characters in CDATA sections too.
  private var wrongBytes: [UInt8]? {
    guard message.hasPrefix("Input is not proper UTF-8") else { return nil }
    return message.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("0x") }
      .compactMap { UInt8($0.dropFirst(2), radix: 16) }
  }

  /// The character that XML forbids, where the bytes are one.
  private var forbidden: String? {
    guard let bytes = wrongBytes, let first = bytes.first else { return nil }
    if first < 0x80 || bytes.starts(with: [0xEF, 0xBF, 0xBE])
      || bytes.starts(with: [0xEF, 0xBF, 0xBF])
    {
      return XMLText.character(at: 0, in: bytes.span)
    }
    return nil
  }

  /// The message on one line, without the name of a function of libxml2.
  var reason: String {
    if let forbidden { return forbidden }
    if let wrongBytes {
      return XMLText.hexadecimal(wrongBytes) + " is not UTF-8"
    }
    var words = message.split(whereSeparator: \.isWhitespace).map(String.init)
    if let first = words.first, first.hasPrefix("xmlParse") { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
