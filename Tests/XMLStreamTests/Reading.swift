import TermModel
import XMLStream

/// What a document comes to: its events, and the problem that ended it.
struct Reading: Equatable {
  var events: [String]
  var problem: XMLProblem?

  var code: XMLProblem.Code? { problem?.code }
  var line: Int? { problem?.place?.line }
}

func read(
  _ bytes: [UInt8], cuts: [Int] = [], limits: XMLLimits = XMLLimits(), withLines: Bool = false
) -> Reading {
  let log = EventLog(withLines: withLines)
  let reader = XMLPushReader(document: "a.xml", names: log.names, limits: limits, consumer: log)
  do {
    var start = 0
    for cut in cuts.sorted() + [bytes.count] {
      let piece = Array(bytes[start..<cut])
      try reader.push(piece.span)
      start = cut
    }
    try reader.finish()
    return Reading(events: log.events, problem: nil)
  } catch {
    return Reading(events: log.events, problem: error as? XMLProblem)
  }
}

func read(_ text: String, limits: XMLLimits = XMLLimits(), withLines: Bool = false) -> Reading {
  read(Array(text.utf8), limits: limits, withLines: withLines)
}
