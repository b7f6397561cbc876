/// Ids made from English names: `Georgetown University` → `georgetown-university`.
public struct ConceptIdentifier {
  private var taken: Set<String>
  private var nextNumber: [String: Int] = [:]

  /// - Parameter taken: ids that may not be given again.
  public init(taken: Set<String> = []) { self.taken = taken }

  /// The id of a name, with `-2`, `-3`… where it is taken already. Takes the id that it gives.
  ///
  /// - Complexity: O(length) but for names that collide with explicit ids of the same pattern.
  public mutating func next(for english: String, else chinese: String = "") -> String {
    let base = Self.base(for: english, else: chinese)
    if taken.insert(base).inserted { return base }
    var number = nextNumber[base, default: 2]
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    nextNumber[base] = number + 1
    return "\(base)-\(number)"
  }

  /// Kebab case in ASCII, at most 80 characters: accents are dropped, an apostrophe too, and what
  /// is neither a letter nor a digit parts words. A name without Latin letters or digits gets
  /// `name-` and a number computed from its text, the same in every run.
  ///
  ///     ConceptIdentifier.base(for: "Recep Tayyip Erdoğan")   // "recep-tayyip-erdogan"
  ///     ConceptIdentifier.base(for: "Xi'an")                  // "xian"
  public static func base(for english: String, else chinese: String = "") -> String {
    var id: [UInt8] = []
    var isParted = false
    func add(_ letters: some Sequence<UInt8>) {
      for letter in letters {
        if isParted, !id.isEmpty { id.append(UInt8(ascii: "-")) }
        isParted = false
        id.append(letter)
      }
    }
    for scalar in english.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": add(CollectionOfOne(UInt8(scalar.value)))
      case "A"..."Z": add(CollectionOfOne(UInt8(scalar.value) | 0x20))
      case "'", "’", "ʼ": break
      case _ where scalar.value < 0x80: isParted = true
      default:
        if let letters = latinLetters(of: scalar) {
          add(letters.utf8)
        } else if scalar.properties.generalCategory != .nonspacingMark {
          isParted = true
        }
      }
      if id.count >= 80 { break }
    }
    id.removeLast(max(0, id.count - 80))
    if id.last == UInt8(ascii: "-") { id.removeLast() }
    if !id.isEmpty { return String(decoding: id, as: UTF8.self) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in "\(english)\t\(chinese)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "name-" + String(hash, radix: 16)
  }

  /// `é` → `e`, `ß` → `ss`, `Æ` → `ae`, `ł` → `l`, read off the character's Unicode name.
  private static func latinLetters(of scalar: Unicode.Scalar) -> String? {
    guard scalar.value < 0x2000, let name = scalar.properties.name, name.hasPrefix("LATIN ")
    else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 3, words[2] == "LETTER" else { return nil }
    switch words[3] {
    case "SHARP": return "ss"
    case "DOTLESS": return words.count > 4 ? words[4].lowercased() : nil
    case "ETH": return "d"
    case "THORN": return "th"
    case "ENG": return "ng"
    case let letters where letters.count <= 2: return letters.lowercased()
    default: return nil
    }
  }
}
