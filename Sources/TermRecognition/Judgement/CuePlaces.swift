/// Where the cue words of a document stand, by form.
///
///     var places = CuePlaces(formCount: 3)
///     places.note(form: 2, at: 10)
///     places.sort()
///     places.places(ofForm: 2)   // [10]
///
/// Noted first, sorted once, then asked.
struct CuePlaces {
  private let formCount: Int
  private var forms: [UInt32] = []
  /// In folded units from the start of the document; after ``sort()`` by form, then in order.
  private var places: [UInt32] = []
  /// Where the places of each form begin, and one more; empty before ``sort()``.
  private var starts: [UInt32] = []

  init(formCount: Int) { self.formCount = formCount }

  /// Notes a place; places come in order.
  mutating func note(form: UInt32, at place: UInt32) {
    forms.append(form)
    places.append(place)
  }

  /// - Complexity: O(*n* + *f*) for *n* places and *f* forms.
  mutating func sort() {
    guard !forms.isEmpty else { return }
    starts = [UInt32](repeating: 0, count: formCount + 1)
    for form in forms { starts[Int(form) + 1] += 1 }
    for form in 0..<formCount { starts[form + 1] += starts[form] }
    var next = starts
    var sorted = places
    for (form, place) in zip(forms, places) {
      sorted[Int(next[Int(form)])] = place
      next[Int(form)] += 1
    }
    places = sorted
    forms = []
  }

  /// Whether a form stands anywhere.
  func contains(_ form: Int) -> Bool {
    !starts.isEmpty && starts[form] < starts[form + 1]
  }

  func places(ofForm form: Int) -> ArraySlice<UInt32> {
    contains(form) ? places[Int(starts[form])..<Int(starts[form + 1])] : []
  }
}
