/// Dates of units: TMX 1.4b, "creationdate" asks for `YYYYMMDDThhmmssZ`; others are met.
public enum UnitDate {
  /// Seconds since 1970, UTC; `nil` for what is no date.
  ///
  /// `20240131T235959Z` and `20240131`, also with `-` and `:` between the parts, a space for `T` and
  /// without `Z`. A date alone is its first second.
  public static func seconds(_ text: String) -> Int? {
    var digits: [Int] = []
    var marks = text.utf8.makeIterator()
    var isOver = false
    while let byte = marks.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isOver { return nil }
        digits.append(Int(byte - UInt8(ascii: "0")))
        if digits.count > 14 { return nil }
      case UInt8(ascii: "T"), UInt8(ascii: " "): if digits.count != 8 || isOver { return nil }
      case UInt8(ascii: "-"): if digits.count != 4 && digits.count != 6 || isOver { return nil }
      case UInt8(ascii: ":"): if digits.count != 10 && digits.count != 12 || isOver { return nil }
      case UInt8(ascii: "Z"):
        if digits.count != 14 || isOver { return nil }
        isOver = true
      default: return nil
      }
    }
    guard digits.count == 8 || digits.count == 14 else { return nil }
    func number(_ range: Range<Int>) -> Int {
      digits.count < range.upperBound ? 0 : digits[range].reduce(0) { $0 * 10 + $1 }
    }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
  }

  /// Days since 1970-01-01 in the Gregorian calendar, years beginning in March so that the leap day
  /// is the last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
      - 719_468
  }

  /// `2024-01-31 23:59` of seconds since 1970, UTC.
  public static func text(_ seconds: Int) -> String {
    var rest = seconds / 60
    if seconds < 0, seconds % 60 != 0 { rest -= 1 }
    let (days, minutes) = (rest / 1440 - (rest % 1440 < 0 ? 1 : 0), (rest % 1440 + 1440) % 1440)
    // The inverse of the above, in eras of 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let years = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * years + years / 4 - years / 100)
    let months = (5 * ofYear + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    let year = years + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = ofYear - (153 * months + 2) / 5 + 1
    return "\(year)-\(two(month))-\(two(day)) \(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// `20240131T235959Z` of seconds since 1970, as TMX asks for.
  public static func markup(_ seconds: Int) -> String {
    let digits = text(seconds).filter { $0 != "-" && $0 != ":" }.replacing(" ", with: "T")
    let second = (seconds % 60 + 60) % 60
    return "\(digits)\(second < 10 ? "0" : "")\(second)Z"
  }
}
