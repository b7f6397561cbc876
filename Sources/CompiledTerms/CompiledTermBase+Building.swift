public import MappedFile
import TermModel

extension CompiledTermBase {
  /// Adds the sections of a layered term base to a file.
  ///
  /// - Complexity: O(*n*) in the text of all concepts.
  public static func build(_ terms: LayeredTerms, into writer: inout MappedFileWriter) {
    var layers: [String] = []
    var layerNumbers: [String: Int] = [:]
    var encoder = ConceptEncoder()
    var places: [UInt32] = [0]
    var traits: [ConceptTraits] = []
    var cuePlaces: [UInt32] = [0]
    var cues: [UInt32] = []
    for (index, layered) in terms.concepts.enumerated() {
      if layerNumbers[layered.layer] == nil {
        layerNumbers[layered.layer] = layers.count
        layers.append(layered.layer)
      }
      encoder.encode(layered.concept)
      places.append(UInt32(encoder.bytes.count))
      traits.append(ConceptTraits(layered, layer: layerNumbers[layered.layer]!))
      cues += (terms.chinese.cues[index] ?? []).map { UInt32($0.form) << 1 | ($0.speaksFor ? 1 : 0) }
      cuePlaces.append(UInt32(cues.count))
    }
    writer.add("con.at", places)
    writer.add("con", encoder.bytes)
    writer.add("con.is", traits)
    writer.add("layers", Array(layers.map { $0.replacing("\n", with: " ") }.joined(separator: "\n").utf8))
    writer.add("cue.at", cuePlaces)
    writer.add("cue", cues)
    CompiledForms.build(terms.chinese, named: "zh", into: &writer)
    CompiledForms.build(terms.english, named: "en", into: &writer)
  }
}

extension CompiledForms {
  fileprivate static func build(
    _ forms: FormList, named name: String, into writer: inout MappedFileWriter
  ) {
    var unitPlaces: [UInt32] = [0]
    var units: [UInt16] = []
    var sensePlaces: [UInt32] = [0]
    var senses: [FormSense] = []
    for number in forms.units.indices {
      units += forms.units[number]
      unitPlaces.append(UInt32(units.count))
      senses += forms.senses[number]
      sensePlaces.append(UInt32(senses.count))
    }
    var cueBits = [UInt64](repeating: 0, count: forms.units.count / 64 + 1)
    func mark(_ form: Int) { cueBits[form >> 6] |= 1 << UInt64(form & 63) }
    for cue in forms.cues.values.joined() { mark(cue.form) }
    for decision in forms.decisions where decision.rule == .notIn { mark(Int(decision.text)) }
    writer.add(SectionName("\(name)f.uat"), unitPlaces)
    writer.add(SectionName("\(name)f.u"), units)
    writer.add(SectionName("\(name)f.sat"), sensePlaces)
    writer.add(SectionName("\(name)f.s"), senses)
    writer.add(SectionName("\(name)f.cue"), cueBits)
    writer.add(SectionName("\(name)f.dec"), forms.decisions.sorted { $0.form < $1.form })
  }
}
