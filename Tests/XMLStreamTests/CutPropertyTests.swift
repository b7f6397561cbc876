import TestSupport
import Testing
import XMLStream

@Suite struct CutPropertyTests {
  @Test func `events are the same however the bytes are cut`() {
    var maker = DocumentMaker(random: .printed())
    for _ in 0..<300 {
      let document = maker.document()
      let bytes = maker.encoded(document)
      let whole = read(bytes, withLines: true)
      #expect(whole.problem == nil, "\(document)")
      for cuts in [maker.cuts(bytes.count), Array(0..<bytes.count)] {
        #expect(read(bytes, cuts: cuts, withLines: true) == whole, "\(document)")
      }
    }
  }

  @Test func `a broken document is broken at the same place however it is cut`() {
    var maker = DocumentMaker(random: .printed())
    for _ in 0..<300 {
      var bytes = maker.encoded(maker.document())
      let place = Int.random(in: 0..<bytes.count, using: &maker.random)
      bytes[place] = maker.pick([0, 1, 0x20, 0x26, 0x3C, 0x3E, 0x5D, 0x80, 0xFF])
      let whole = read(bytes, withLines: true)
      #expect(read(bytes, cuts: maker.cuts(bytes.count), withLines: true) == whole)
      #expect(read(bytes, cuts: Array(0..<bytes.count), withLines: true) == whole)
    }
  }

  @Test func `events do not depend on where the blocks of libxml2 end`() {
    var maker = DocumentMaker(random: .printed())
    let pieces = (0..<400).map { _ in maker.element(0) }
    var expected: [String] = []
    for piece in pieces {
      expected += read("<r xmlns:p='w'>\(piece)</r>").events.dropFirst(2).dropLast()
    }
    for shift in [0, 1, 7] {
      let space = String(repeating: " ", count: 60_000 + shift)
      let reading = read("<r xmlns:p='w'><!--\(space)-->\(pieces.joined())</r>")
      #expect(reading.problem == nil)
      #expect(Array(reading.events.dropFirst(3).dropLast()) == expected)
    }
  }

  @Test func `canonical bytes read back as the same events`() throws {
    var maker = DocumentMaker(random: .printed())
    for _ in 0..<300 {
      let document = maker.document()
      let once = try canonical(Array(document.utf8))
      #expect(try canonical(Array(once.utf8)) == once)
      #expect(try canonical(maker.encoded(document), gone: ["r", "a", "c"]) == once)
    }
  }
}
