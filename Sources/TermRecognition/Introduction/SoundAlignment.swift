import HanText

/// How well Han characters write the sound of a foreign name.
///
///     var alignment = SoundAlignment(of: ["tim", "fist"])
///     for character in "費斯特".reversed() { score = alignment.take(sounds(of: character)) }   // about 3
///
/// The letters become a row of consonants; characters take them in order. A character whose beginning
/// is alike earns up to 1, one that is not loses 1; a consonant that nobody takes loses up to 0.8. A
/// character that begins with a vowel may stand where the letters have one.
///
/// Characters are taken from the last to the first, so that one run tells the score of every stretch
/// that ends where the bracket begins.
struct SoundAlignment {
  /// The consonants of all words.
  private var consonants: [UInt8] = []
  /// Whether vowels stand before a consonant; the last tells of those behind the last one.
  private var hasVowel: [Bool] = [false]
  /// Index of the first consonant of each word.
  private var starts: [Int] = []
  /// For each word that the stretch may end with: the best score by how many consonants are taken,
  /// counted from that word's last one.
  private var rows: [[Float]] = []

  private static let none = -Float.infinity

  /// - Parameter words: in small letters without marks.
  init(of words: some Sequence<some StringProtocol>) {
    for word in words {
      let start = consonants.count
      appendConsonants(of: Array(word.utf8))
      guard consonants.count > start else { continue }
      starts.append(start)
      var row = [Float](repeating: Self.none, count: consonants.count + 1)
      row[0] = 0
      rows.append(row)
    }
    for index in rows.indices { skip(in: index) }
  }

  /// - Parameter english: as written.
  init(of english: String) {
    self.init(of: english.lowercased().split { " -·.".contains($0) })
  }

  /// The best score of the characters, in the order of the text.
  func score(_ characters: [[SoundTable.Sound]]) -> Double {
    var copy = self
    var score = 0.0
    for sounds in characters.reversed() { score = copy.take(sounds) }
    return score
  }

  /// Takes one more character at the left.
  ///
  /// - Returns: the best score of all characters taken against the last word, the last two…, the first
  ///   word, the first two…, or the whole name.
  /// - Complexity: O(words · letters).
  mutating func take(_ sounds: [SoundTable.Sound]) -> Double {
    var best = Self.none
    for index in rows.indices {
      step(sounds, in: index)
      skip(in: index)
      best = max(best, rows[index].last ?? Self.none)
    }
    if let row = rows.last {
      for start in starts { best = max(best, row[consonants.count - start]) }
    }
    return Double(best)
  }

  private mutating func step(_ sounds: [SoundTable.Sound], in index: Int) {
    let row = rows[index]
    let count = row.count - 1
    var next = [Float](repeating: Self.none, count: row.count)
    func put(_ score: Float, at place: Int) { if score > next[place] { next[place] = score } }
    for taken in 0...count where row[taken] > Self.none {
      let score = row[taken]
      // Consonants before this one are still free: 0..<gap.
      let gap = count - taken
      put(score - 1, at: taken)
      for sound in sounds {
        let beginsWithVowel = SoundLikeness.beginsWithVowel(sound.initial)
        let isNasal = sound.isNasal && gap > 0 && SoundLikeness.isNasal(consonants[gap - 1])
        if beginsWithVowel {
          let free: Float = hasVowel[gap] ? 0.3 : -0.5
          put(score + free, at: taken)
          if isNasal { put(score + 0.7, at: taken + 1) }
        }
        if gap > 0 {
          let likeness = SoundLikeness.of(sound.initial, consonants[gap - 1])
          if likeness > 0 { put(score + likeness - (sound.isNasal ? 0.2 : 0), at: taken + 1) }
        }
        if isNasal, gap > 1 {
          let likeness = SoundLikeness.of(sound.initial, consonants[gap - 2])
          if likeness > 0 { put(score + likeness + 0.4, at: taken + 2) }
        }
      }
    }
    rows[index] = next
  }

  private mutating func skip(in index: Int) {
    let count = rows[index].count - 1
    for taken in 0..<count {
      let score = rows[index][taken] - SoundLikeness.skip(consonants[count - taken - 1])
      if score > rows[index][taken + 1] { rows[index][taken + 1] = score }
    }
  }

  private mutating func appendConsonants(of letters: [UInt8]) {
    var at = 0
    func letter(_ offset: Int) -> Character {
      at + offset < letters.count ? Character(Unicode.Scalar(letters[at + offset])) : " "
    }
    func add(_ text: String, taking count: Int) {
      // A doubled letter is one sound.
      let isDoubled = at > 0 && letters[at] == letters[at - 1]
      if !isDoubled {
        for code in text.utf8 {
          consonants.append(SoundLikeness.number(of: code))
          hasVowel.append(false)
        }
      }
      at += count
    }
    while at < letters.count {
      switch (letter(0), letter(1), letter(2)) {
      case ("s", "c", "h"), ("t", "s", "c"): add("S", taking: 3)
      case ("t", "c", "h"): add("C", taking: 3)
      case ("s", "h", _): add("S", taking: 2)
      // Wade and Giles: Hsiao, Tsai, Tzu.
      case ("h", "s", _) where at == 0: add("S", taking: 2)
      case ("t", "s", _) where at == 0, ("t", "z", _) where at == 0: add("z", taking: 2)
      case ("c", "h", _): add("C", taking: 2)
      case ("c", "z", _): add("C", taking: 2)
      case ("t", "h", _): add("T", taking: 2)
      case ("p", "h", _): add("f", taking: 2)
      case ("g", "h", _): add(at == 0 ? "g" : "h", taking: 2)
      case ("k", "h", _): add("h", taking: 2)
      case ("z", "h", _): add("J", taking: 2)
      case ("c", "k", _): add("k", taking: 2)
      case ("n", "g", " ") where at > 0: add("n", taking: 2)
      case ("q", _, _): add("k", taking: letter(1) == "u" ? 2 : 1)
      case ("x", _, _): add(at == 0 ? "S" : "ks", taking: 1)
      case ("c", "e", _), ("c", "i", _), ("c", "y", _): add("s", taking: 1)
      case ("c", _, _): add("k", taking: 1)
      case ("j", _, _): add("J", taking: 1)
      case ("y", _, _) where at == 0: add("y", taking: 1)
      case ("a", _, _), ("e", _, _), ("i", _, _), ("o", _, _), ("u", _, _), ("y", _, _):
        hasVowel[hasVowel.count - 1] = true
        at += 1
      case (let other, _, _) where ("a"..."z").contains(other): add(String(other), taking: 1)
      default: at += 1
      }
    }
  }
}
