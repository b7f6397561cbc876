/// Something that is put between two bytes of a document.
struct Insertion: Hashable {
  /// UTF-8 offset into the document.
  var offset: Int
  var text: String
}
