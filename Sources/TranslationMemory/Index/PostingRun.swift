import MappedFile

/// The bytes of a list that have its contents of a range.
///
/// A run of a short list has just these. One of a long list is whole chunks, with up to
/// ``PostingList/mostOvershoot`` contents before and behind.
struct PostingRun {
  let isShort: Bool
  /// The content before a long list's first byte.
  let previous: UInt32
  let bytes: Range<Int>

  /// Gives every posting. Of a long list also places without one, so that the loop has no branch.
  @inline(__always)
  func forEach(
    _ postings: UnsafePointer<UInt8>, _ body: (_ content: UInt32, _ isPosting: Bool) -> Void
  ) {
    var at = bytes.lowerBound
    let end = bytes.upperBound
    if isShort {
      while at < end {
        unsafe body(PostingList.entry(postings, at), true)
        at &+= 3
      }
      return
    }
    var content = previous
    while at < end {
      let step = UInt32(unsafe postings[at])
      content &+= step
      body(content, step != PostingList.stride)
      at &+= 1
    }
  }
}

extension IndexPart {
  /// The postings of a list in these contents.
  ///
  /// - Complexity: O(log *n*).
  /// - Throws: ``MappedFileError`` with `damaged`.
  func postings(
    of list: PostingList, in contents: Range<Int>
  ) throws(MappedFileError) -> PostingRun {
    if list.isShort {
      try postings.check(list.start..<list.end)
      let entries = unsafe list.entries(of: contents, postings.unsafeElements.baseAddress!)
      return PostingRun(isShort: true, previous: 0, bytes: entries)
    }
    let (previous, bytes) = unsafe list.chunks(of: contents, skips.unsafeElements)
    try postings.check(bytes)
    return PostingRun(isShort: false, previous: previous, bytes: bytes)
  }
}
