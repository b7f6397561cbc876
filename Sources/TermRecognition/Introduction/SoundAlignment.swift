import HanText

/// How well Han characters write the sound of a foreign name.
///
///     SoundAlignment(of: "Tim Fist").score(費斯特)   // about 3: each character explains a consonant
///
/// The letters become a row of consonants; characters take them in order. A character whose beginning
/// is alike earns up to 1, one that is not loses 1; a consonant that nobody takes loses up to 0.8.
struct SoundAlignment {
  /// The consonants of each word, vowels left out.
  private let words: [[Consonant]]

  /// A consonant by the letter it is nearest to: `S` for sh, `C` for ch, `T` for th, `J` for j.
  private typealias Consonant = UInt8

  init(of english: String) {
    words = english.lowercased().split { $0 == " " || $0 == "-" || $0 == "·" || $0 == "." }
      .map { Self.consonants(of: Array($0.utf8)) }.filter { !$0.isEmpty }
  }

  /// The best score of the characters against the last word, the last two…, or the whole name.
  ///
  /// - Parameter characters: sounds of each character; a space between the parts of a name is left out.
  /// - Complexity: O(words · characters · letters).
  func score(_ characters: [[SoundTable.Sound]]) -> Double {
    var best = -Double.infinity
    for first in words.indices {
      best = max(best, align(characters, Array(words[first...].joined())))
      best = max(best, align(characters, Array(words[...first].joined())))
    }
    return best
  }

  private func align(_ characters: [[SoundTable.Sound]], _ consonants: [Consonant]) -> Double {
    // best[j]: the best score with `j` consonants behind us.
    var best = [Double](repeating: -.infinity, count: consonants.count + 1)
    best[0] = 0
    for index in consonants.indices { best[index + 1] = best[index] - Self.skip(consonants[index]) }
    for sounds in characters {
      var next = [Double](repeating: -.infinity, count: consonants.count + 1)
      for from in best.indices where best[from] > -.infinity {
        let beginsWithVowel = sounds.contains { [.y, .w, .yu, .vowel].contains($0.initial) }
        next[from] = max(next[from], best[from] + (beginsWithVowel ? 0.3 : -1))
        guard from < consonants.count else { continue }
        for sound in sounds {
          let likeness = Self.likeness(sound.initial, consonants[from])
          if likeness > 0 { take(sound, at: from + 1, score: best[from] + likeness) }
          if beginsWithVowel { take(sound, at: from, score: best[from] + 0.3) }
        }
      }
      func take(_ sound: SoundTable.Sound, at place: Int, score: Double) {
        next[place] = max(next[place], score - (sound.isNasal ? 0.2 : 0))
        if sound.isNasal, place < consonants.count, [110, 109].contains(consonants[place]) {
          next[place + 1] = max(next[place + 1], score + 0.4)
        }
      }
      for place in consonants.indices {
        next[place + 1] = max(next[place + 1], next[place] - Self.skip(consonants[place]))
      }
      best = next
    }
    return best[consonants.count]
  }

  /// What a consonant that no character writes costs: r, l, h and doubled ones are often silent.
  private static func skip(_ consonant: Consonant) -> Double {
    switch Character(Unicode.Scalar(consonant)) {
    case "r", "h", "w", "y": 0.3
    case "l", "n", "m", "g", "t", "d": 0.5
    default: 0.8
    }
  }

  private static func likeness(_ initial: SoundTable.Initial, _ consonant: Consonant) -> Double {
    let letter = Character(Unicode.Scalar(consonant))
    let (same, near): (String, String) =
      switch initial {
      case .b: ("b", "pv")
      case .p: ("p", "bf")
      case .m: ("m", "n")
      case .f: ("fv", "phw")
      case .d: ("d", "tT")
      case .t: ("t", "dT")
      case .n: ("n", "lm")
      case .l: ("lr", "n")
      case .g: ("g", "kjJ")
      case .k: ("k", "gh")
      case .h: ("h", "gjkfwx")
      case .j: ("Jg", "kzCyj")
      case .q: ("C", "kJtg")
      case .x: ("Ssh", "CTz")
      case .zh: ("JC", "zdgtj")
      case .ch: ("C", "tsSJ")
      case .sh: ("Ss", "CT")
      case .r: ("rJ", "lyjz")
      case .z: ("z", "sJtd")
      case .c: ("zs", "tC")
      case .s: ("sT", "zS")
      case .y: ("yJj", "g")
      case .w: ("wv", "bhg")
      case .yu: ("yJ", "jw")
      case .vowel: ("", "h")
      case .er: ("rl", "")
      }
    return same.contains(letter) ? 1 : near.contains(letter) ? 0.5 : 0
  }

  private static func consonants(of letters: [UInt8]) -> [Consonant] {
    var result: [Consonant] = []
    var at = 0
    func letter(_ offset: Int) -> Character {
      at + offset < letters.count ? Character(Unicode.Scalar(letters[at + offset])) : " "
    }
    func add(_ text: String, taking count: Int) {
      // A doubled letter is one sound.
      let isDoubled = at > 0 && letters[at] == letters[at - 1]
      if !isDoubled { result += text.utf8 }
      at += count
    }
    while at < letters.count {
      switch (letter(0), letter(1), letter(2)) {
      case ("s", "c", "h"), ("t", "s", "c"): add("S", taking: 3)
      case ("t", "c", "h"): add("C", taking: 3)
      case ("s", "h", _): add("S", taking: 2)
      case ("c", "h", _): add("C", taking: 2)
      case ("c", "z", _): add("C", taking: 2)
      case ("t", "h", _): add("T", taking: 2)
      case ("p", "h", _): add("f", taking: 2)
      case ("g", "h", _): add(at == 0 ? "g" : "h", taking: 2)
      case ("k", "h", _): add("h", taking: 2)
      case ("z", "h", _): add("J", taking: 2)
      case ("c", "k", _): add("k", taking: 2)
      case ("q", _, _): add("k", taking: letter(1) == "u" ? 2 : 1)
      case ("x", _, _): add("ks", taking: 1)
      case ("c", "e", _), ("c", "i", _), ("c", "y", _): add("s", taking: 1)
      case ("c", _, _): add("k", taking: 1)
      case ("j", _, _): add("J", taking: 1)
      case ("y", _, _): add(at == 0 ? "y" : "", taking: 1)
      case ("a", _, _), ("e", _, _), ("i", _, _), ("o", _, _), ("u", _, _), ("'", _, _): add("", taking: 1)
      case let (other, _, _) where ("a"..."z").contains(other): add(String(other), taking: 1)
      default: at += 1
      }
    }
    return result
  }
}
