public import TermModel

/// A region whose Chinese forms can be preferred.
public enum Region: String, CaseIterable, Sendable {
  case taiwan = "tw"
  case hongKong = "hk"
  case mainland = "cn"

  public var language: LanguageTag {
    switch self {
    case .taiwan: .taiwan
    case .hongKong: .hongKong
    case .mainland: .mainland
    }
  }
}
