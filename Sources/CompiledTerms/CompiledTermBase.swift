public import MappedFile
public import TermModel

/// The layered term base in a mapped file: nothing is read before it is asked for.
///
///     let base = try CompiledTermBase(file)
///     base.concept(at: 17).english
///
/// Concepts and forms have numbers, which hold for this file only.
public struct CompiledTermBase: Sendable {
  private let conceptPlaces: MappedArray<UInt32>
  private let conceptBytes: MappedArray<UInt8>
  private let traits: MappedArray<ConceptTraits>
  /// Layers' names, in one text with line breaks.
  private let layerNames: [String]
  private let cuePlaces: MappedArray<UInt32>
  private let cueForms: MappedArray<UInt32>
  public let chinese: CompiledForms
  public let english: CompiledForms

  /// - Throws: ``MappedFileError`` where the file is not one of these or is damaged.
  public init(_ file: MappedFile) throws(MappedFileError) {
    conceptPlaces = try file.array("con.at", of: UInt32.self)
    conceptBytes = try file.array("con", of: UInt8.self)
    traits = try file.array("con.is", of: ConceptTraits.self)
    layerNames = String(decoding: try file.array("layers", of: UInt8.self), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    cuePlaces = try file.array("cue.at", of: UInt32.self)
    cueForms = try file.array("cue", of: UInt32.self)
    chinese = try CompiledForms(file, named: "zh")
    english = try CompiledForms(file, named: "en")
  }

  public var conceptCount: Int { traits.count }

  /// - Complexity: O(*n*) in the concept's text, about 2 µs.
  public func concept(at index: Int) -> Concept {
    let bytes = Array(conceptBytes[Int(conceptPlaces[index])..<Int(conceptPlaces[index + 1])])
    var decoder = ConceptDecoder(bytes[...])
    return decoder.decode()
  }

  /// The names of all layers and lists.
  public var layers: [String] { layerNames }

  public func traits(ofConcept index: Int) -> ConceptTraits { traits[index] }

  /// The name of the layer or list that a concept comes from.
  public func layer(ofConcept index: Int) -> String { layerNames[Int(traits[index].layer)] }

  /// The Chinese forms that speak for a concept, or against it.
  public func cues(ofConcept index: Int) -> some Sequence<(form: Int, speaksFor: Bool)> {
    cueForms[Int(cuePlaces[index])..<Int(cuePlaces[index + 1])].lazy.map {
      (form: Int($0 >> 1), speaksFor: $0 & 1 != 0)
    }
  }
}
