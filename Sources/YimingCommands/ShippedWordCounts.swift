import ShippedGlossary

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the word counts are that come with Yiming.
enum ShippedWordCounts {
  /// - Throws: ``CommandError`` with `noWordCounts` where the program was not installed whole.
  static func path() throws(CommandError) -> String {
    let shipped = ShippedGlossary(program: CommonOptions.program) { access($0, R_OK) == 0 }
    guard let shipped else { throw CommandError(.noWordCounts) }
    return shipped.words
  }
}
