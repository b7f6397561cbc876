#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the system said of the last call that failed: "No space left on device".
func lastSystemError() -> String { unsafe String(cString: strerror(errno)) }

/// `read`, which a method of the same name would hide.
func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}

/// `write`, likewise.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
