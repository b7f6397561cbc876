import Foundation

/// Runs the body once for each number, each time in a thread of its own, and waits for all.
///
/// Unlike `DispatchQueue.concurrentPerform` it does not wait for a free core.
public func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread {
      body(number)
      group.leave()
    }.start()
  }
  group.wait()
}
