extension Syllable {
  /// What the syllable becomes where sounds that many speakers do not tell apart are one:
  /// ㄓ=ㄗ, ㄔ=ㄘ, ㄕ=ㄙ; ㄋ=ㄌ=ㄖ; ㄈ=ㄏㄨ; -n=-ng; ㄛ=ㄡ=ㄠ=ㄨㄛ. Two syllables are near when this is equal.
  var confused: UInt16 {
    var initial = initial
    var medial = medial
    var rime = rime
    switch initial {
    case 15...17: initial += 4  // ㄓ ㄔ ㄕ to ㄗ ㄘ ㄙ
    case 7, 18: initial = 8  // ㄋ ㄖ to ㄌ
    case 4 where medial == 0 || medial == 2:  // ㄈ to ㄏㄨ
      initial = 11
      medial = 2
    default: break
    }
    switch rime {
    case 10: rime = 12  // ㄣ to ㄥ
    case 9: rime = 11  // ㄢ to ㄤ
    case 2, 7, 8:  // ㄛ ㄠ ㄡ
      if medial == 2 { medial = 0 }
      rime = 2
    default: break
    }
    return Syllable(initial: initial, medial: medial, rime: rime).number
  }

  /// The spoken syllables that sound near to this one, itself included.
  public var near: [Syllable] { Self.byConfusion[confused] ?? [self] }

  private static let byConfusion = Dictionary(grouping: all, by: \.confused)
}
