import CompiledTerms
import HanText
import MappedFile

/// A cue word of a sense that stands somewhere in the document.
struct StandingCue {
  /// Where it stands, in folded units from the start of the document, in order.
  let places: ArraySlice<UInt32>
  /// In folded units.
  let length: UInt32
  /// Empty unless evidence is kept.
  let word: String
  let speaksFor: Bool
  /// Whether it is a word, and not a name with a part of its neighbour.
  let isWord: Bool
  /// Whether it holds the characters of the form that it is a cue of.
  let holdsForm: Bool

  /// Where its nearest occurrence stands to a candidate.
  struct Nearest {
    /// Units from start to start.
    var distance: UInt32
    /// Units between the two; the greatest number where they overlap.
    var gap: UInt32
    var covers = false
    /// Whether it begins or ends where the candidate does.
    var isAtEdge = false
  }

  /// - Complexity: O(log *n*) in the places.
  func nearest(to candidate: Candidate) -> Nearest {
    let end = candidate.place + UInt32(candidate.length)
    var low = places.startIndex
    var high = places.endIndex
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < candidate.place { low = middle + 1 } else { high = middle }
    }
    var nearest = Nearest(distance: .max, gap: .max)
    for index in [low - 1, low, low + 1] where places.indices.contains(index) {
      let place = places[index]
      if place <= candidate.place, place + length >= end {
        return Nearest(
          distance: 0, gap: 0, covers: true,
          isAtEdge: place == candidate.place || place + length == end)
      }
      // 德國 in 德國外交部長 is the name's own part.
      if place >= candidate.place, place + length <= end { continue }
      let distance = place > candidate.place ? place - candidate.place : candidate.place - place
      nearest.distance = min(nearest.distance, distance)
      let gap =
        place >= end
        ? place - end
        : place + length <= candidate.place ? candidate.place - place - length : .max
      nearest.gap = min(nearest.gap, gap)
    }
    return nearest
  }
}

extension ChineseReading {
  /// The cue words of a form's senses that stand in the document: per sense, in their order. Asked
  /// when the whole document was read.
  mutating func standingCues(ofForm form: UInt32) -> [[StandingCue]] {
    if let known = cuesOfForms[form] { return known }
    let relations = known(form: form).relations
    let cues = relations.map { relation in
      relation.kin.flatMap { standingCues(of: $0, form: Int(form), reversed: false) }
        + relation.strangers.flatMap { standingCues(of: $0, form: Int(form), reversed: true) }
    }
    cuesOfForms[form] = cues
    return cues
  }

  private func standingCues(of concept: Int, form: Int, reversed: Bool) -> [StandingCue] {
    recogniser.base.cues(ofConcept: concept).compactMap { cue in
      // Of a stranger only the words for it count: what speaks against it need not mean this.
      guard cue.form != form, !reversed || cue.speaksFor, cuePlaces.contains(cue.form)
      else { return nil }
      let units = Array(recogniser.base.chinese.units(ofForm: cue.form))
      let inner = Array(recogniser.base.chinese.units(ofForm: form))
      let holds =
        units.count >= inner.count
        && (0...units.count - inner.count).contains {
          units[$0..<$0 + inner.count].elementsEqual(inner)
        }
      return StandingCue(
        places: cuePlaces.places(ofForm: cue.form), length: UInt32(units.count),
        word: options.explains ? String(decoding: units, as: UTF16.self) : "",
        speaksFor: cue.speaksFor != reversed, isWord: recogniser.ordinaryCounts[cue.form] > 0,
        holdsForm: holds)
    }
  }
}
