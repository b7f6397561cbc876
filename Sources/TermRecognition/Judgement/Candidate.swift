/// A place where the characters of a form stand, and what is known of it so far.
struct Candidate {
  /// UTF-8 offsets into the document.
  var start: UInt32
  var end: UInt32
  /// The form's number; ``ChineseReading/introducedForm`` and above for names that the document
  /// introduces.
  var form: UInt32
  /// Where it begins, in folded units from the start of the document: for distances.
  var place: UInt32
  /// Index of the piece that it begins in.
  var piece: UInt32
  /// In folded units.
  var length: UInt16
  var verdict = Verdict.uncertain
  /// Whether it counts among the sure ones of its concept, as those without a judgement do.
  var isSure = false
  /// Whether it supports the other candidates of its concept in the second reading.
  var votes = false
  /// Whether the last time it was decided changed what it supports.
  var hasTurned = false
  /// The bracket behind it that says the name in the other language.
  var gloss: Range<Int>?
  /// The concept of one that was accepted without doubt; -1 where the names decide.
  var concept: Int32 = -1
  /// Index into the document's names; -1 where none is chosen.
  var name: Int32 = -1
  /// Index into the document's judgements, which only doubtful candidates have; -1 for the others.
  var judgement: Int32 = -1
  var score: Float = 0

  /// The concept that it supports in the second reading; -1 for none.
  var vote: Int32 { votes ? concept : -1 }
}
