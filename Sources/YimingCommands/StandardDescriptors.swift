#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard input, output and error, where the program was started without one: `yiming … >&-`.
enum StandardDescriptors {
  /// Takes the places of those that are closed, so that no file that is opened later gets one of them
  /// and with it what is meant for a terminal. To be called first of all.
  ///
  /// Reading from such an input, and writing to such an output, fails as before.
  static func fill() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one: those before it are taken.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
