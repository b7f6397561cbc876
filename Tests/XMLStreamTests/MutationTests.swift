import Foundation
import TestSupport
import Testing
import XMLStream

/// Damaged documents at random: `YIMING_FUZZ_INPUTS` says how many, 2000 where it says nothing.
@Suite struct MutationTests {
  static let count =
    ProcessInfo.processInfo.environment["YIMING_FUZZ_INPUTS"].flatMap { Int($0) } ?? 2000

  static let fragments = [
    "<!DOCTYPE a [<!ENTITY x 'y'>", "]>", "&x;", "&#0;", "&#x", "<![CDATA[", "]]>", "<!--", "-->",
    "<?",
    "?>", "<?xml version='1.0' encoding='UTF-16'?>", "xmlns:p=''", "xmlns='u'", " a='", "<a ", "</",
    "\0",
    "\r", "%p;", "<!ATTLIST a b CDATA 'c'>", "\u{FFFF}", "<p:", "&lt;", "encoding='Big5'",
  ]

  @Test func `a damaged document ends in events or one problem, never in anything else`() {
    var maker = DocumentMaker(random: .printed())
    var limits = XMLLimits()
    limits.depth = 20
    limits.textBytes = 2000
    limits.markupBytes = 500
    limits.startTagBytes = 500
    for _ in 0..<Self.count {
      var bytes = maker.encoded(maker.document())
      for _ in 0..<Int.random(in: 1...4, using: &maker.random) { mutate(&bytes, &maker) }
      let reading = read(bytes, cuts: maker.cuts(bytes.count), limits: limits)
      #expect(reading.events.count <= 2 * bytes.count + 1)
      // What is accepted has a canonical form, which is accepted too.
      guard reading.problem == nil else { continue }
      let once = try? canonical(bytes)
      #expect(once != nil)
      if let once { #expect((try? canonical(Array(once.utf8))) == once) }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ maker: inout DocumentMaker) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &maker.random)
    let length = Int.random(in: 1...20, using: &maker.random)
    let range = place..<min(bytes.count, place + length)
    switch Int.random(in: 0..<7, using: &maker.random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &maker.random)
    case 1: bytes.removeSubrange(range)
    case 2:
      bytes.insert(
        contentsOf: bytes[range], at: Int.random(in: 0..<bytes.count, using: &maker.random))
    case 3: bytes.removeLast(bytes.count - place)
    case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &maker.random)
    default: bytes.insert(contentsOf: Array(maker.pick(Self.fragments).utf8), at: place)
    }
  }
}
