import TermModel
import TermRecognition

/// Finds every name of a small list, wherever its characters stand: what the annotator needs of a
/// recogniser and nothing more.
struct FakeRecogniser: TermRecognising {
  struct Entry {
    var forms: [String]
    var english: [String]
    var short = ""
    var kind = ConceptKind.person
    var isFamiliar = false
    /// The English name unless given.
    var concept: String?
    /// What stands before it: else it is the other entry of the form.
    var behind = ""
  }

  var entries: [Entry] = [
    Entry(forms: ["川普", "唐納·川普"], english: ["Donald Trump"], short: "Trump"),
    Entry(forms: ["輝達"], english: ["Nvidia", "NVIDIA"], kind: .org),
    Entry(forms: ["真實社群"], english: ["Truth Social"], kind: .product),
    Entry(forms: ["美國"], english: ["United States", "US"], kind: .place, isFamiliar: true),
    Entry(forms: ["電信"], english: ["AT&T"], kind: .org),
    Entry(forms: ["星號"], english: ["Star*<b>_[x]"], kind: .other),
    Entry(forms: ["聖保羅"], english: ["São Paulo"], kind: .place),
    Entry(forms: ["波音"], english: ["Boeing"], kind: .org),
    Entry(
      forms: ["教育部"], english: ["Ministry of Education"], kind: .org, concept: "moe-abroad", behind: "他國"),
    Entry(forms: ["教育部"], english: ["Ministry of Education"], kind: .org, concept: "moe-taiwan"),
    Entry(forms: ["喬治亞"], english: ["Georgia"], kind: .place, isFamiliar: true, concept: "georgia"),
    Entry(forms: ["喬治亞州"], english: ["Georgia"], kind: .place, concept: "georgia-state"),
    Entry(forms: ["周星馳"], english: ["Stephen Chow"], concept: "stephen-chow"),
    Entry(forms: ["周守仁"], english: ["Stephen Chow"], concept: "cardinal-chow"),
  ]

  /// Han or Latin, and nothing else.
  private struct Flow {
    var bytes: [UInt8] = []
    /// Of each byte: where it stands in the document, and where what it is decoded from ends.
    var starts: [Int] = []
    var ends: [Int] = []
    var paragraph = 0
  }

  func mentions(
    in pieces: [TextPiece], of source: [UInt8], options: RecognitionOptions
  ) -> RecognisedText {
    var names: [MentionedName] = []
    var forms: [(text: [UInt8], name: Int)] = []
    for entry in entries {
      names.append(
        MentionedName(
          english: entry.english[0], short: entry.short.isEmpty ? entry.english[0] : entry.short,
          chinese: entry.forms[0], concepts: [entry.concept ?? entry.english[0].lowercased()], kind: entry.kind,
          isFamiliar: entry.isFamiliar, source: "core"))
      let texts = options.direction == .chineseToEnglish ? entry.forms : entry.english
      for text in texts where !options.exceptForms.contains(text) {
        forms.append((Array(text.utf8), names.count - 1))
      }
    }
    forms.sort { ($0.text.count, $1.name) > ($1.text.count, $0.name) }
    var mentions: [Mention] = []
    for flow in flows(pieces, of: source) {
      mentions += find(forms, in: flow, options: options)
    }
    return RecognisedText(mentions: mentions, names: names)
  }

  private func flows(_ pieces: [TextPiece], of source: [UInt8]) -> [Flow] {
    var flows: [Flow] = []
    for piece in pieces {
      if !piece.continuesPrevious || flows.isEmpty { flows.append(Flow()) }
      let last = flows.count - 1
      flows[last].paragraph = piece.paragraph
      if let decoded = piece.decoded {
        for byte in decoded.utf8 {
          flows[last].bytes.append(byte)
          flows[last].starts.append(piece.range.lowerBound)
          flows[last].ends.append(piece.range.upperBound)
        }
      } else {
        for offset in piece.range {
          flows[last].bytes.append(source[offset])
          flows[last].starts.append(offset)
          flows[last].ends.append(offset + 1)
        }
      }
    }
    return flows
  }

  private func find(
    _ forms: [(text: [UInt8], name: Int)], in flow: Flow, options: RecognitionOptions
  ) -> [Mention] {
    var mentions: [Mention] = []
    let firsts = Set(forms.compactMap(\.text.first))
    var index = 0
    while index < flow.bytes.count {
      guard firsts.contains(flow.bytes[index]),
        let form = forms.first(where: {
          isForm($0.text, at: index, in: flow, options: options)
            && flow.bytes[..<index].suffix(entries[$0.name].behind.utf8.count)
              .elementsEqual(entries[$0.name].behind.utf8)
        })
      else {
        index += 1
        continue
      }
      let end = index + form.text.count
      var mention = Mention(
        range: flow.starts[index]..<flow.ends[end - 1], paragraph: flow.paragraph, name: form.name,
        score: 4, evidence: options.explains ? [Evidence("stands here", nats: 4)] : [])
      mention.gloss = gloss(after: end, of: entries[form.name], in: flow)
      mentions.append(mention)
      index = end
    }
    return mentions
  }

  private func isForm(
    _ form: [UInt8], at index: Int, in flow: Flow, options: RecognitionOptions
  ) -> Bool {
    guard flow.bytes[index...].starts(with: form) else { return false }
    guard options.direction == .englishToChinese else { return true }
    let before = index > 0 ? flow.bytes[index - 1] : 0x20
    var end = index + form.count
    if end < flow.bytes.count, flow.bytes[end] == UInt8(ascii: "s") { end += 1 }
    let after = end < flow.bytes.count ? flow.bytes[end] : 0x20
    return !isLetter(before) && !isLetter(after)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func gloss(after end: Int, of entry: Entry, in flow: Flow) -> Range<Int>? {
    let rest = flow.bytes[end...].prefix(200)
    var text = Substring(String(decoding: rest, as: UTF8.self))
    if text.first == "s" { text = text.dropFirst() }
    if text.first == "」" || text.first == "》" { text = text.dropFirst() }
    text = text.drop { $0 == " " }
    let pairs: [Character: Character] = ["（": "）", "(": ")"]
    guard let open = text.first, let close = pairs[open],
      let closeIndex = text.firstIndex(of: close)
    else { return nil }
    let inside = text[text.index(after: text.startIndex)..<closeIndex]
    let hasHan = inside.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    let hasLatin = inside.utf8.contains(where: isLetter)
    guard (hasLatin && !hasHan) || (entry.forms + entry.english).contains(String(inside)) else {
      return nil
    }
    let before = rest.count - text.utf8.count
    let length = text[...closeIndex].utf8.count
    return flow.starts[end + before]..<flow.ends[end + before + length - 1]
  }
}
