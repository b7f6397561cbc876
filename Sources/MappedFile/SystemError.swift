#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the system said of the last call that failed: "No space left on device".
func lastSystemError() -> String { unsafe String(cString: strerror(errno)) }
