#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system said of the last call that failed: "No space left on device".
func lastSystemError() -> String { String(cString: strerror(errno)) }
