/// A form by which the document calls a name that it introduces.
struct IntroducedForm {
  var units: [UInt16]
  var english: String
  var reason: String
  /// Index into the document's names.
  var name: Int
}
