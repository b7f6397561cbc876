#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Text from outside as it is shown to people, and the colours of a terminal.
enum TerminalText {
  /// Whether standard output is a terminal, and nobody asked for no colours (no-color.org).
  static let isColoured =
    isatty(STDOUT_FILENO) == 1 && DatabaseOptions.variable("NO_COLOR") == nil
    && DatabaseOptions.variable("TERM") != "dumb"

  enum Style: String {
    case deleted = "31;9"
    case inserted = "32;4"
    case altered = "33"
    case highlight = "1;31"
    case faint = "2"
  }

  /// ECMA-48, SGR.
  static func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[m" : text
  }

  /// The whole text on one line, with what would move the cursor or turn the text round escaped.
  static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: result += escaped(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: result += escaped(scalar)
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}
