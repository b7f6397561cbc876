/// The `prop` types in which a glossary written as TMX says what TMX has no place for.
///
/// They are stable: files written by one version are read by all.
enum ConceptProperty {
  // Of the unit.
  static let kind = "x-kind"
  static let familiar = "x-familiar"
  static let domain = "x-domain"
  static let cue = "x-cue"
  static let rival = "x-rival"
  static let source = "x-source"
  /// Followed by the name of a column that the model does not know.
  static let field = "x-field:"
  // Of a variant.
  static let status = "x-status"
  static let type = "x-term-type"
  static let derived = "x-derived"

  /// The header's `o-tmf` by which our own files are known: their `tuid` are concepts' ids.
  static let memoryFormat = "yiming-glossary"
}
