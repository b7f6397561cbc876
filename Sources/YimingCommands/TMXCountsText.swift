import Interchange
import TermModel

/// How the numbers of a TMX file are shown.
struct TMXCountsText {
  private let file: String
  private let counts: TMXCounts
  private let isComplete: Bool
  /// Languages of a table; JSON has all.
  private static let mostLanguages = 100

  init(_ file: String, _ counts: TMXCounts, isComplete: Bool) {
    self.file = file
    self.counts = counts
    self.isComplete = isComplete
  }

  private var codes: [(key: String, value: Int)] {
    let order = ["bpt", "ept", "ph", "it", "hi", "sub", "ut"]
    return counts.codes.sorted {
      (order.firstIndex(of: $0.key) ?? order.count, $0.key)
        < (order.firstIndex(of: $1.key) ?? order.count, $1.key)
    }
  }

  var lines: String {
    var rows: [(String, String)] = []
    rows.append(("version", counts.version ?? "not said"))
    rows.append(("encoding", counts.encoding))
    if let tool = counts.tool {
      rows.append(("written by", [tool, counts.toolVersion ?? ""].joined(separator: " ")))
    }
    rows.append(("source language", counts.sourceLanguage ?? "not said"))
    if counts.headerNotes + counts.headerProperties + counts.userDefinedEncodings > 0 {
      rows.append(
        (
          "in the header",
          "\(counts.headerNotes) notes, \(counts.headerProperties) properties, "
            + "\(counts.userDefinedEncodings) encodings"
        ))
    }
    rows.append(("units", "\(counts.units), \(counts.unitsWithID) with tuid"))
    rows.append(("variants", "\(counts.variants) in \(counts.languages.count) languages"))
    rows.append(("notes, properties", "\(counts.notes), \(counts.properties)"))
    if !codes.isEmpty {
      rows.append(
        ("inline codes", codes.map { "\($0.key) \($0.value)" }.joined(separator: ", ")))
    }
    if counts.unknownElements > 0 { rows.append(("unknown elements", "\(counts.unknownElements)")) }
    if let first = counts.firstDate, let last = counts.lastDate {
      rows.append(("dates", "\(first) to \(last)"))
    }
    var text = Message.shown(file)
    if !isComplete { text += " (not complete: up to the error)" }
    for (name, value) in rows {
      text += "\n  \(Self.padded(name, to: 18))\(Message.shown(value))"
    }
    return text + languages
  }

  private var languages: String {
    if counts.languages.isEmpty { return "" }
    var table = [["language", "variants", "empty", "characters", "words"]]
    for language in counts.languages.prefix(Self.mostLanguages) {
      let name =
        language.spelling == language.tag
        ? language.spelling : "\(language.spelling) (\(language.tag))"
      table.append([
        Message.shown(name), "\(language.variants)", "\(language.emptySegments)",
        "\(language.characters)", "\(language.words)",
      ])
    }
    let widths = (0..<5).map { column in table.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in table {
      text += "\n  \(Self.padded(row[0], to: widths[0]))"
      for column in 1..<5 {
        let space = widths[column] - row[column].count + 2
        text += String(repeating: " ", count: space) + row[column]
      }
    }
    let more = counts.languages.count - Self.mostLanguages
    if more > 0 { text += "\n  and \(more) more" }
    return text
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("document", .string(file)), ("complete", .bool(isComplete)),
      ("encoding", .string(counts.encoding)),
    ]
    let told: [(String, String?)] = [
      ("version", counts.version), ("tool", counts.tool), ("toolVersion", counts.toolVersion),
      ("sourceLanguage", counts.sourceLanguage), ("dataType", counts.dataType),
      ("segmentation", counts.segmentation), ("firstDate", counts.firstDate),
      ("lastDate", counts.lastDate),
    ]
    for (name, value) in told {
      if let value { members.append((name, .string(value))) }
    }
    members += [
      ("headerNotes", .number(counts.headerNotes)),
      ("headerProperties", .number(counts.headerProperties)),
      ("userDefinedEncodings", .number(counts.userDefinedEncodings)),
      ("units", .number(counts.units)), ("unitsWithTuid", .number(counts.unitsWithID)),
      ("unitsByVariants", .array(counts.unitsByVariants.map { .number($0) })),
      ("variants", .number(counts.variants)), ("segments", .number(counts.segments)),
      ("notes", .number(counts.notes)), ("properties", .number(counts.properties)),
      ("codes", .object(codes.map { ($0.key, .number($0.value)) })),
      ("unknownElements", .number(counts.unknownElements)),
      (
        "languages",
        .array(
          counts.languages.map { language in
            .object([
              ("spelling", .string(language.spelling)), ("tag", .string(language.tag)),
              ("variants", .number(language.variants)),
              ("emptySegments", .number(language.emptySegments)),
              ("characters", .number(language.characters)), ("words", .number(language.words)),
            ])
          })
      ),
    ]
    return .object(members)
  }
}
