import Foundation
import TestSupport
import Testing
import XMLStream

@Suite struct XMLFileSinkTests {
  @Test func `a file gets all that is written`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "out.xml")
    let descriptor = open(path, O_WRONLY)
    let writer = XMLWriter(to: XMLFileSink(descriptor: descriptor, document: path), document: path)
    try writer.start("a")
    for _ in 0..<20_000 { try writer.text("0123456789") }
    try writer.finish()
    close(descriptor)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    #expect(size == 200_007)
  }

  @Test func `a file that cannot be written says why`() {
    let sink = XMLFileSink(descriptor: -1, document: "out.xml")
    let writer = XMLWriter(to: sink, document: "out.xml")
    let problem = #expect(throws: XMLProblem.self) {
      try writer.start("a")
      try writer.finish()
    }
    #expect(problem?.code == .unwritable)
    #expect(problem?.values["errno"] == String(EBADF))
  }
}
