/// Which language the text is in and which is shown beside it.
public enum Direction: String, CaseIterable, Sendable {
  case chineseToEnglish = "zh-en"
  case englishToChinese = "en-zh"
}
