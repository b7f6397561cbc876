/// What a scanner knows once it has seen the whole document.
struct DocumentEnd {
  /// Where footnotes or a table can be added so that they are read as such.
  var offset: Int
  /// Our table of names, where there is one already.
  var table: Range<Int>?
  /// Where that table takes more rows.
  var rows: Int?
  /// The language that a page says it is in.
  var language: String?
}
