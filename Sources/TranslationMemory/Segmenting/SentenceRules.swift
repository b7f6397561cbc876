/// The characters and words by which ``Segmenter`` decides.
enum SentenceRules {
  /// Ends a sentence wherever it stands.
  static let chineseEnds: Set<Unicode.Scalar> = ["。", "！", "？", "｡"]
  /// Ends a sentence before white space, or where the text ends.
  static let latinEnds: Set<Unicode.Scalar> = [".", "!", "?"]
  /// Belongs to an end that it follows.
  static let afterEnds: Set<Unicode.Scalar> = ["…", "⋯", "～", "~"]
  static let closing: Set<Unicode.Scalar> = [
    "」", "』", "”", "’", "\"", "'", "）", ")", "】", "］", "]", "〉", "》", "〕", "｝", "}", "»", "｣",
  ]
  static let quotesClosing: Set<Unicode.Scalar> = ["」", "』", "”", "\"", "’", "｣"]
  /// Behind a closed quotation these go on with the sentence.
  static let goingOn: Set<Unicode.Scalar> = [
    "，", "、", "；", "：", "﹐", "﹑", ",", ";", ":", "—", "─", "的", "之",
  ]
  /// A title holds no end of a sentence: 《你好，李煥英！》.
  static let titles: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "〈": "〉"]
  /// The longest title in scalars.
  static let longestTitle = 60
  /// Who says so: 「真的嗎？」他問道。
  static let speech: Set<Unicode.Scalar> = [
    "說", "説", "問", "问", "道", "喊", "叫", "嚷", "罵", "笑", "答", "嘆", "哭",
  ]
  /// How many scalars behind a quotation are looked at for it.
  static let speechReach = 8

  /// Never the end of a sentence.
  static let titlesOfPeople: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "capt", "lt", "sgt", "rev", "hon", "sen",
    "rep", "gov", "pres", "mt", "messrs", "vs", "v", "cf", "ca", "viz", "e.g", "i.e", "eg", "ie",
    "al",
  ]
  /// No end before a number or a Roman one.
  static let beforeNumbers: Set<String> = [
    "no", "nos", "art", "arts", "sec", "secs", "fig", "figs", "p", "pp", "vol", "vols", "ch",
    "chap",
    "para", "paras", "par", "subpara", "app", "ed", "eq", "tab", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "tel", "ext",
  ]
  /// An end only before a word that usually begins a sentence.
  static let mayEnd: Set<String> = [
    "inc", "ltd", "co", "corp", "llc", "jr", "sr", "u.s", "u.k", "u.n", "e.u", "d.c", "ph.d",
    "bros",
    "dept", "univ", "etc", "a.m", "p.m", "b.c", "a.d", "est", "ave", "blvd", "rd",
  ]
  static let starters: Set<String> = [
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those",
    "there", "in", "on", "at", "for", "but", "and", "however", "when", "if", "as", "its", "his",
    "her",
    "their", "our", "after", "before", "while", "since", "although", "by", "with", "from", "to",
    "no",
    "what", "who", "how", "why", "where", "so", "yet", "then", "also", "under", "according",
  ]
}
