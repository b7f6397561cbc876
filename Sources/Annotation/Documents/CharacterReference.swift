/// HTML character references: `&amp;`, `&#x5DDD;`.
enum CharacterReference {
  /// What the reference at `start` (an ampersand) says and where it ends; `nil` where it is none.
  ///
  /// A reference without its semicolon, or by a name outside the table below, stays as it is
  /// written: it is part of no name.
  static func parse(_ bytes: [UInt8], at start: Int, before end: Int) -> (text: String, end: Int)? {
    var index = start + 1
    let limit = min(end, start + 34)
    guard index < limit else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return number(bytes, from: index + 1, before: limit) }
    while index < limit, bytes[index].isASCIIAlphanumeric { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: ";"), index > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    return named(name).map { ($0, index + 1) }
  }

  private static func number(_ bytes: [UInt8], from start: Int, before limit: Int)
    -> (text: String, end: Int)?
  {
    var index = start
    let isHex = index < limit && bytes[index].lowercased == UInt8(ascii: "x")
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < limit, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
      isHex || digit < 10
    {
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x110000)
      index += 1
    }
    guard index > digits, index < limit, bytes[index] == UInt8(ascii: ";"), value > 0x1F,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (String(Character(scalar)), index + 1)
  }

  private static func named(_ name: String) -> String? {
    switch name {
    case "amp", "AMP": "&"
    case "lt", "LT": "<"
    case "gt", "GT": ">"
    case "quot", "QUOT": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    default: table[name]
    }
  }

  /// Letters of Western languages and the marks of running text.
  ///
  /// - SeeAlso: HTML, 13.5 "Named character references".
  private static let table: [String: String] = {
    var table: [String: String] = [
      "middot": "·", "centerdot": "·", "bull": "•", "hellip": "…", "mldr": "…", "ndash": "–",
      "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "sbquo": "‚",
      "bdquo": "„", "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "times": "×",
      "copy": "©", "reg": "®", "trade": "™", "deg": "°", "sect": "§", "para": "¶", "euro": "€",
      "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "szlig": "ß", "aelig": "æ", "AElig": "Æ",
      "oelig": "œ", "OElig": "Œ", "oslash": "ø", "Oslash": "Ø", "aring": "å", "Aring": "Å",
      "ccedil": "ç", "Ccedil": "Ç", "eth": "ð", "ETH": "Ð", "thorn": "þ", "THORN": "Þ",
      "lstrok": "ł", "Lstrok": "Ł", "scaron": "š", "Scaron": "Š", "zcaron": "ž", "Zcaron": "Ž",
      "ccaron": "č", "Ccaron": "Č", "comma": ",", "period": ".", "lpar": "(", "rpar": ")",
      "colon": ":", "hyphen": "‐", "dash": "‐", "lowbar": "_", "sol": "/", "num": "#",
    ]
    // Letter and accented letter by turns.
    let accents = [
      ("grave", "AÀEÈIÌOÒUÙaàeèiìoòuù"),
      ("acute", "AÁEÉIÍOÓUÚYÝCĆNŃSŚZŹaáeéiíoóuúyýcćnńsśzź"),
      ("circ", "AÂEÊIÎOÔUÛaâeêiîoôuû"),
      ("tilde", "AÃNÑOÕaãnñoõ"),
      ("uml", "AÄEËIÏOÖUÜaäeëiïoöuüyÿ"),
    ]
    for (accent, letters) in accents {
      var base: Character?
      for letter in letters {
        if let plain = base {
          table["\(plain)\(accent)"] = String(letter)
          base = nil
        } else {
          base = letter
        }
      }
    }
    return table
  }()
}
