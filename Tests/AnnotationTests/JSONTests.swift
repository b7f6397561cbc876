import Foundation
import TermModel
import TermRecognition
import Testing

@testable import Annotation

struct JSONTests {
  @Test func `a document is one line with all its mentions`() throws {
    let output = try annotated("\u{FEFF}前言\n川普放行「真實社群」，川普（Trump）。") { $0.format = .json }
    #expect(
      output == """
        {"document": "test", "mentions": [{"start": 3, "end": 5, "line": 2, "text": "川普", \
        "english": "Donald Trump", "short": "Trump", "concept": "donald trump", \
        "kind": "person", "verdict": "accepted", "score": 4.0, "alreadyGlossed": false, \
        "annotated": true, "inserted": "（Donald Trump）", \
        "evidence": [{"what": "stands here", "nats": 4.0}], "source": "core"}, \
        {"start": 8, "end": 12, "line": 2, "text": "真實社群", "english": "Truth Social", \
        "short": "Truth Social", "concept": "truth social", "kind": "product", \
        "verdict": "accepted", "score": 4.0, "alreadyGlossed": false, "annotated": true, \
        "inserted": "（Truth Social）", "evidence": [{"what": "stands here", "nats": 4.0}], \
        "source": "core"}, {"start": 14, "end": 16, "line": 2, "text": "川普", \
        "english": "Donald Trump", "short": "Trump", "concept": "donald trump", \
        "kind": "person", "verdict": "accepted", "score": 4.0, "alreadyGlossed": true, \
        "annotated": false, "evidence": [{"what": "stands here", "nats": 4.0}], \
        "source": "core"}]}

        """)
  }

  @Test func `offsets count scalars and text is as written`() throws {
    let page = "<p>𠮷é</p>\r\n<p>川<b>普</b></p>"
    let output = try annotated(page, as: .html) { $0.format = .json }
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let mention = try #require((object?["mentions"] as? [[String: Any]])?.first)
    let scalars = Array(page.unicodeScalars)
    let start = try #require(mention["start"] as? Int)
    let end = try #require(mention["end"] as? Int)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    #expect(String(text) == "川<b>普")
    #expect(mention["text"] as? String == "川<b>普")
    #expect(mention["line"] as? Int == 2)
  }

  @Test func `English text adds the Chinese name`() throws {
    let output = try annotated("Nvidia") {
      $0.format = .json
      $0.recognition.direction = .englishToChinese
    }
    #expect(output.contains("\"chinese\": \"輝達\""))
    #expect(output.contains("\"inserted\": \" (輝達)\""))
  }

  @Test func `every string is valid JSON`() throws {
    var json = JSONText()
    let text = "\"\\/\u{0}\u{1F}\u{7F}\u{2028}\n\r\t川😀"
    json.string(text)
    let value = try JSONSerialization.jsonObject(
      with: Data(json.bytes), options: .fragmentsAllowed)
    #expect(value as? String == text)
  }

  @Test(arguments: [
    (7.199_999_999, "7.2"), (0, "0.0"), (-0.000_1, "0.0"), (.infinity, "0"), (.nan, "0"),
    (-12.3456, "-12.346"),
  ])
  func `numbers have three decimal places`(_ value: Double, _ text: String) {
    #expect(JSONText.rounded(value) == text)
  }

  @Test func `an empty document has no mentions`() throws {
    #expect(
      try annotated("") { $0.format = .json } == "{\"document\": \"test\", \"mentions\": []}\n")
  }

  @Test func `an explanation tells of each candidate`() throws {
    let output = try annotated("川普\n川普（Trump）、美國") { $0.explains = true }
    #expect(
      output == """
        test
          line 1     川普            Donald Trump              accepted    +4.0  annotated
                  +4.0  stands here
          line 2     川普            Trump                     accepted    +4.0  glossed already
                  +4.0  stands here
          line 2     美國            United States             accepted    +4.0  \
        familiar; --familiar annotates it
                  +4.0  stands here


        """)
  }
}
