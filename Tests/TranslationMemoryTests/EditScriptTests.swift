import TermModel
import TestSupport
import Testing
import TranslationMemory

struct EditScriptTests {
  /// `=kept ~found→query -deleted +inserted`
  private func told(_ query: String, _ segment: String) -> String {
    let (q, s) = (FlatSegment(query), FlatSegment(segment))
    return EditScript(query: q, segment: s).steps.map { step in
      let query = String(decoding: q.utf8[step.query], as: UTF8.self)
      let segment = String(decoding: s.utf8[step.segment], as: UTF8.self)
      switch step.kind {
      case .kept: return "=" + segment
      case .altered: return "~\(segment)→\(query)"
      case .deleted: return "-" + segment
      case .inserted: return "+" + query
      }
    }.joined(separator: " ")
  }

  @Test func `what stays, goes and comes is told`() {
    #expect(told("第5條。", "第３條 ") == "=第 ~３→5 =條 +。")
    #expect(told("我愛台北", "我愛臺北") == "=我愛 ~臺→台 =北")
    #expect(told("Click Save now", "click the Save") == "~click→Click -the =Save +now")
    #expect(told("甲乙丙丁", "甲戊己丁") == "=甲 -戊己 +乙丙 =丁")
    #expect(told("", "甲乙") == "-甲乙")
    #expect(told("甲", "") == "+甲")
    #expect(told("甲", "甲") == "=甲")
  }

  @Test func `a script makes the query of the segment with as few edits as the distance`() {
    var sample = SampleSegments(generator: .printed())
    for _ in 0..<60 {
      let (query, segment) = (sample.realistic(), sample.realistic())
      let script = EditScript(query: query, segment: segment)
      var at = (0, 0)
      var edits = 0
      var pending = (deleted: 0, inserted: 0)
      for step in script.steps {
        #expect(step.query.lowerBound >= at.0 && step.segment.lowerBound >= at.1)
        at = (step.query.upperBound, step.segment.upperBound)
        func tokens(_ side: FlatSegment, _ range: Range<Int>) -> Int {
          FuzzyQuery(FlatSegment(utf8: Array(side.utf8[range]))).tokens.count
            + side.codes.count {
              range.contains($0.offset)
                || ($0.offset == side.utf8.count && range.upperBound == $0.offset)
            }
        }
        switch step.kind {
        case .deleted: pending.deleted = tokens(segment, step.segment)
        case .inserted: pending.inserted = tokens(query, step.query)
        default:
          edits += max(pending.deleted, pending.inserted)
          pending = (0, 0)
        }
      }
      edits += max(pending.deleted, pending.inserted)
      let expected = ReferenceSearch.textDistance(
        ReferenceSearch.Text(query).compared, ReferenceSearch.Text(segment).compared)
      if query.codes.isEmpty, segment.codes.isEmpty {
        #expect(edits == expected, "\(query.text) \(segment.text)")
      }
    }
  }

  @Test func `monsters are told as one change between their common ends`() {
    let left = FlatSegment("甲" + String(repeating: "乙", count: 5_000) + "丁")
    let right = FlatSegment("甲" + String(repeating: "丙", count: 5_000) + "丁")
    let steps = EditScript(query: left, segment: right).steps
    #expect(steps.map(\.kind) == [.kept, .deleted, .inserted, .kept])
  }
}
