import TermModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Messages and progress: standard error.
enum Console {
  /// Whether somebody is reading along.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes one line. That it cannot be written is nothing to tell of.
  static func say(_ line: String) { put(line + "\n") }

  /// As ``say(_:)``, without the end of the line.
  static func put(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { writeSome(STDERR_FILENO, $0) }
      if written <= 0 { return }
      start += written
    }
  }

  static func report(_ error: any ReportableError) { say(Message(error).description) }

  static func warn(_ error: any ReportableError) { say("warning: \(Message(error))") }
}

/// `write(2)`, called again when a signal interrupts it.
func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  while true {
    let written = write(descriptor, bytes.baseAddress, bytes.count)
    if written >= 0 || errno != EINTR { return written }
  }
}
