/// What one scalar is compared as in a translation memory: one scalar for one scalar.
///
/// Brought together: case; full and half width; quotation marks of one shape, hyphens, middle dots,
/// the two ellipses; compatibility ideographs; and the Han characters that are two ways to write one
/// word in Taiwan (臺/台, 裡/裏). Kept apart, unlike in ``HanText``'s fold table for names: traditional
/// and simplified characters (後 and 后 are two words, and each language has its own index), letters
/// with and without accents, and the middle dot, which is a token.
enum FoldRules {
  /// Without width and variants, case kept; `nil` for what is dropped.
  static func withoutVariants(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: nil
    case 0xFF01...0xFF5E: simple(Unicode.Scalar(scalar.value - 0xFEE0)!)
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F: unified(scalar)
    default: simple(scalar)
    }
  }

  static func withoutCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ς": return "σ"
    case "ſ": return "s"
    default: break
    }
    if scalar.value < 0x80 {
      return scalar.value &- 0x41 < 26 ? Unicode.Scalar(scalar.value + 32)! : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first! : scalar
  }

  private static func simple(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    usual[scalar] ?? scalar
  }

  /// The unified ideograph that a compatibility ideograph is canonically equal to.
  private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    simple(unifiedIdeographs[Character(scalar)] ?? scalar)
  }

  /// Built when the first compatibility ideograph is met: about 5 ms.
  private static let unifiedIdeographs: [Character: Unicode.Scalar] = {
    var result: [Character: Unicode.Scalar] = [:]
    for range in [0x3400...0x4DBF, 0x4E00...0x9FFF] as [ClosedRange<UInt32>] {
      for value in range { result[Character(Unicode.Scalar(value)!)] = Unicode.Scalar(value)! }
    }
    return result
  }()

  /// The letter that a letter and a mark make together: é for e and U+0301.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var pair = String.UnicodeScalarView()
    pair.append(letter)
    pair.append(mark)
    let text = String(pair)
    return text.count == 1 ? composedLetters[Character(text)] : nil
  }

  /// Built when the first combining mark is met; looked up by canonical equivalence.
  private static let composedLetters: [Character: Unicode.Scalar] = {
    var result: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
      for value in range {
        let scalar = Unicode.Scalar(value)!
        if scalar.properties.isAlphabetic { result[Character(scalar)] = scalar }
      }
    }
    return result
  }()

  /// Each scalar that has a more usual one.
  private static let usual: [Unicode.Scalar: Unicode.Scalar] = {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars.dropFirst() { result[scalar] = scalars[0] }
    }
    let full = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    for (index, scalar) in full.unicodeScalars.enumerated() {
      result[Unicode.Scalar(0xFF66 + UInt32(index))!] = scalar
    }
    let small =
      [
        0xFE50: ",", 0xFE51: "、", 0xFE52: ".", 0xFE54: ";", 0xFE55: ":", 0xFE56: "?", 0xFE57: "!",
        0xFE58: "—", 0xFE59: "(", 0xFE5A: ")", 0xFE5F: "#", 0xFE60: "&", 0xFE61: "*", 0xFE62: "+",
        0xFE63: "-", 0xFE64: "<", 0xFE65: ">", 0xFE66: "=", 0xFE69: "$", 0xFE6A: "%", 0xFE6B: "@",
      ] as [UInt32: Unicode.Scalar]
    for (value, scalar) in small { result[Unicode.Scalar(value)!] = scalar }
    return result
  }()

  /// Ways to write one character; the first is the one compared.
  ///
  /// The Han groups are those that newspapers, ministries and style sheets of Taiwan use side by
  /// side. - SeeAlso: Unihan `kZVariant`; 教育部異體字字典.
  private static let groups: [String] = [
    "\"“”„‟〝〞", "'‘’‚‛ʼ", "-‐‑‒–−", "—―", "·‧・･•∙⋅", "…⋯", "~〜∼", "。｡", "「｢", "」｣", "、､",
    "¢￠", "£￡", "¬￢", "¥￥", "₩￦",
    "台臺", "裡裏", "群羣", "峰峯", "啟啓", "著着", "線綫", "為爲", "麵麪", "產産", "說説", "偽僞", "床牀", "妝粧",
    "廁厠", "廚厨", "鉤鈎", "艷豔", "敘敍叙", "眾衆", "強强", "濕溼", "恥耻", "蹤踪", "衛衞", "真眞", "清淸", "青靑",
    "教敎", "鄉鄕", "既旣", "即卽", "恆恒", "晚晩", "增増", "戶户戸", "吳吴呉", "黃黄", "內内", "換换", "溫温", "絕絶",
    "錄録", "別别", "沒没", "決决", "減减", "涼凉", "淨净", "況况", "凍冻", "污汙汚", "炮砲", "嘆歎", "秘祕", "贊賛",
    "讚讃", "鬥鬭", "韭韮", "布佈", "注註", "占佔", "游遊", "周週", "遍徧", "閒閑", "墻牆", "咒呪", "嚐嘗", "悅悦",
    "稅税", "脫脱", "閱閲", "銳鋭", "鎮鎭", "顏顔", "騙骗", "卻却", "腳脚", "瞇眯", "跡迹蹟", "唇脣", "了瞭",
  ]
}
