import TermModel
import TestSupport
import TranslationMemory

/// Segments to search in, from a seed.
struct SampleSegments {
  var generator: SeededGenerator

  static let sentences = [
    "中華民國之主權屬於國民全體。", "中華民國人民，無分男女、宗教、種族、階級、黨派，在法律上一律平等。", "本法自公布日施行。",
    "本辦法所稱主管機關：在中央為衛生福利部；在直轄市為直轄市政府。", "第３條第1項規定，於臺灣地區準用之。", "（刪除）", "公司名稱，不得與他公司名稱相同。",
    "違反前項規定者，處新臺幣三萬元以上十五萬元以下罰鍰。", "申請人應於30日內補正；屆期未補正者，不予受理。", "點選「儲存」按鈕，檔案會存到 C:\\Data 資料夾。",
    "The sovereignty of the Republic of China shall reside in the whole body of citizens.",
    "This Act shall come into force on the date of its promulgation.",
    "Click Save to keep your changes.",
    "click save To keep 12 changes", "Page 3 of 15", "Page 5 of 15",
    "Don’t delete the file “readme.txt”!",
    "The applicant shall, within 30 days, pay NT$1,500.50 to the authority.", "OK", "Ok", "Cancel",
    "Wi-Fi 6E",
  ]

  /// From an alphabet so small that everything resembles everything.
  mutating func random(_ count: Int) -> FlatSegment {
    let pieces = [
      "甲", "乙", "丙", "台", "臺", "Ab", "ab", "AB ", "c’d", "1", "22", "，", "。", " ", "\u{3000}", "－",
    ]
    var text = ""
    var codes: [FlatSegment.Code] = []
    for _ in 0..<count {
      let piece = pieces.randomElement(using: &generator)!
      if piece.utf8.first! < 0x80, text.utf8.last.map({ $0 < 0x80 }) == true { text += " " }
      text += piece
      if Int.random(in: 0..<12, using: &generator) == 0 {
        codes.append(
          FlatSegment.Code(
            offset: text.utf8.count, kind: InlineCodeKind.allCases.randomElement(using: &generator)!
          ))
      }
    }
    return FlatSegment(utf8: Array(text.utf8), codes: codes)
  }

  /// A sentence with some of its characters taken out, doubled, changed or put elsewhere.
  mutating func edited(_ text: String, edits: Int) -> FlatSegment {
    var characters = Array(text.unicodeScalars)
    let other = Array(Self.sentences.randomElement(using: &generator)!.unicodeScalars)
    for _ in 0..<edits where !characters.isEmpty {
      let place = Int.random(in: 0..<characters.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(other.randomElement(using: &generator)!, at: place)
      case 2: characters[place] = other.randomElement(using: &generator)!
      case 3:
        characters[place] = characters[place].properties.uppercaseMapping.unicodeScalars.first!
      default: characters[place] = Bool.random(using: &generator) ? "7" : " "
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters)
    var segment = FlatSegment(String(view))
    if Int.random(in: 0..<6, using: &generator) == 0 {
      segment.codes = [FlatSegment.Code(offset: segment.utf8.count, kind: .ph)]
    }
    return segment
  }

  mutating func realistic() -> FlatSegment {
    edited(
      Self.sentences.randomElement(using: &generator)!,
      edits: Int.random(in: 0...8, using: &generator))
  }

  /// Tens to hundreds of tokens.
  mutating func long() -> FlatSegment {
    let count = Int.random(in: 2...12, using: &generator)
    let text = (0..<count).map { _ in Self.sentences.randomElement(using: &generator)! }.joined()
    return edited(text, edits: Int.random(in: 0...30, using: &generator))
  }

  mutating func segment(unit: Int64, _ segment: FlatSegment) -> MemorySegment {
    MemorySegment(
      unit: unit, variant: Int32.random(in: 0...2, using: &generator), segment: segment,
      changed: UInt32.random(in: 0...3, using: &generator),
      isMachineMade: Int.random(in: 0..<5, using: &generator) == 0)
  }
}
