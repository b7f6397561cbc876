import HanText

/// How well a name fits between the words around it.
///
/// A window of ``WordWindow/reach`` units to each side within the clause is cut into words in the
/// cheapest way three times over: with both edges of the name word edges; with at least one word
/// that crosses exactly one edge of the name; with a word that covers the name and more. The
/// margins are what the second and third way cost more than the first, in nats: below zero, the
/// characters are rather parts of other words.
///
/// - SeeAlso: DESIGN.md, "Matching rules": a crossing word is the right competitor, not a path that
///   merely avoids the name, or 安倍 inside 安倍晉三 would be lost.
struct CrossingMargin {
  /// Of the best path with a crossing word; infinite where none can be.
  var crossing: Float = .infinity
  /// Of the best path with a covering word; infinite where there is none.
  var covering: Float = .infinity
  /// The word on the best crossing path that crosses, as indices of folded units.
  var crossingWord: Range<Int>?
  var coveringWord: Range<Int>?
}
