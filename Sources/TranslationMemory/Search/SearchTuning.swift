/// What the search chooses by measurement; no answer depends on it.
struct SearchTuning: Sendable {
  /// Contents that are gone through at once: what fits the first caches. At most
  /// ``SearchScratch/blockLength``.
  var blockLength = SearchScratch.blockLength
  /// How many probed tokens a candidate should have at least, where the lists are not too long.
  var wantedHits = 4
  /// The same as a share of what an answer has at least.
  var wantedShare = 0.2
  /// How much longer than all lists before it a further list may be to be probed for this.
  var growth = 1.5
  /// How many times fewer postings than contents there must be to note which counters were touched,
  /// instead of going through all of them.
  var sparseness = 30.0
  /// Postings that cost as much as looking at one row's signature.
  var rowCost = 6.0
}
