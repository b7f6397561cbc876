/// A name that a document itself introduces: 費斯特（Tim Fist）.
struct Introduction {
  /// Folded units of the Chinese form.
  var units: [UInt16]
  var chinese: String
  /// What stands in the brackets.
  var english: String
  /// What later mentions are called.
  var short: String
  /// Why the name is thought to begin where it does.
  var reason: String
  /// Index into the document's names.
  var name: Int
}
