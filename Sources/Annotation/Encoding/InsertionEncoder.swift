import Foundation

/// Encodes what is inserted, in the document's encoding.
struct InsertionEncoder: ~Copyable {
  private let encoding: SourceEncoding
  private let converter: CharacterConverter?
  private let usesReferences: Bool
  private let document: String
  private var room = [UInt8](repeating: 0, count: 16)

  /// - Parameter usesReferences: whether a character that the encoding lacks can be written as an
  ///   HTML character reference.
  init(_ encoding: SourceEncoding, usesReferences: Bool, document: String) throws {
    self.encoding = encoding
    self.usesReferences = usesReferences
    self.document = document
    converter =
      encoding == .utf8
      ? nil : CharacterConverter(from: "UTF-8", to: encoding.converterName)
    if encoding != .utf8, converter == nil {
      throw AnnotationError(.unavailableEncoding, in: document, ["encoding": encoding.rawValue])
    }
  }

  /// - Throws: ``AnnotationError`` with `unwritableCharacter`.
  mutating func encode(_ text: String) throws -> [UInt8] {
    guard encoding != .utf8 else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let encoded = encode(scalar) {
        bytes += encoded
      } else if usesReferences {
        for digit in "&#\(scalar.value);".unicodeScalars { bytes += encode(digit) ?? [] }
      } else {
        for plain in Self.withoutAccents(scalar).unicodeScalars {
          guard let encoded = encode(plain) else {
            throw AnnotationError(
              .unwritableCharacter, in: document,
              [
                "character": String(Character(scalar)), "text": text,
                "encoding": encoding.rawValue.uppercased(),
              ])
          }
          bytes += encoded
        }
      }
    }
    return bytes
  }

  private mutating func encode(_ scalar: Unicode.Scalar) -> [UInt8]? {
    let source = Array(Character(scalar).utf8)
    let progress = converter?.convert(source, 0..<source.count, into: &room, limit: room.count)
    guard let progress, progress.end == .complete, progress.read == source.count else {
      return nil
    }
    return Array(room[..<progress.written])
  }

  /// What is left of a character without its accents; itself where nothing is known.
  static func withoutAccents(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "Ł": return "L"
    case "ł": return "l"
    case "Ø": return "O"
    case "ø": return "o"
    case "Đ", "Ð": return "D"
    case "đ", "ð": return "d"
    case "ı": return "i"
    case "ß": return "ss"
    case "Æ": return "AE"
    case "æ": return "ae"
    case "Œ": return "OE"
    case "œ": return "oe"
    case "Þ": return "Th"
    case "þ": return "th"
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}": return "'"
    case "\u{201C}", "\u{201D}": return "\""
    case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": return "-"
    case "\u{A0}", "\u{202F}": return " "
    default:
      let parts = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
      guard let base = parts.first, parts.count > 1 else {
        // A combining mark of its own is an accent too.
        return scalar.properties.generalCategory == .nonspacingMark ? "" : String(Character(scalar))
      }
      return String(Character(base))
    }
  }
}
