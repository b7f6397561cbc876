import TermModel

/// How far a long reading is, on a line of the terminal that is written over: after a second, and
/// only where standard error is one.
///
///     a.tmx: 45 %, 210.3 MB/s, 298,000 units/s
final class ProgressLine {
  private let name: String
  private let isShown = Console.isTerminal
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isOnScreen = false

  init(_ name: String) { self.name = Message.shown(name) }

  /// - Parameter total: in bytes, where it is known.
  func update(bytes: Int, of total: Int?, units: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let elapsed = now - start
    guard elapsed >= .seconds(1), last.map({ now - $0 >= .milliseconds(200) }) ?? true else {
      return
    }
    last = now
    let seconds = elapsed / .seconds(1)
    var parts: [String] = []
    if let total, total > 0 { parts.append("\(min(100, bytes * 100 / total)) %") }
    parts.append("\(Self.tenths(Double(bytes) / 1e6 / seconds)) MB/s")
    parts.append("\(Self.grouped(Int(Double(units) / seconds))) units/s")
    // Back to the start of the line, and what stood there cleared (ECMA-48, EL).
    Console.put("\r\u{1B}[K\(name): \(parts.joined(separator: ", "))")
    isOnScreen = true
  }

  /// Takes the line away, so that messages begin at the left.
  func clear() {
    if isOnScreen { Console.put("\r\u{1B}[K") }
    isOnScreen = false
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func grouped(_ value: Int) -> String {
    var text = ""
    let digits = Array("\(value)")
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
