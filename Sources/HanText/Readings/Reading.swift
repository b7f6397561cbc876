/// A syllable and the tones that it is read with.
public struct Reading: Hashable, Sendable {
  public var syllable: Syllable
  public var tones: Tones

  public init(_ syllable: Syllable, _ tones: Tones) {
    self.syllable = syllable
    self.tones = tones
  }

  /// Both in sixteen bits, so that syllables sort before tones.
  public var packed: UInt16 { syllable.number << 5 | UInt16(tones.rawValue) }

  public init(packed: UInt16) {
    syllable = Syllable(number: packed >> 5)
    tones = Tones(rawValue: UInt8(packed & 31))
  }

  /// One syllable in zhuyin with its tone as dictionaries write it, `ㄉㄚˊ`; no sign is the first
  /// tone.
  init?(zhuyin: String) {
    var tones = Tones(1)
    var letters = ""
    for scalar in zhuyin.unicodeScalars {
      if let found = Tones(zhuyin: scalar) {
        tones = found
      } else {
        letters.unicodeScalars.append(scalar)
      }
    }
    guard let syllable = Syllable(zhuyin: letters) else { return nil }
    self.init(syllable, tones)
  }
}
