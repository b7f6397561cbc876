import Foundation

/// Which of several documents are worked on, in how many threads, and whose turn it is to write.
///
/// Documents are begun in order, and their outputs and errors come in order; between them a few may
/// be ahead. Memory is bounded by what is at work: see ``mostBytes`` and ``OrderedOutput``.
///
/// Unchecked: everything that changes is guarded by `condition`.
final class OrderedDocuments: @unchecked Sendable {
  /// Bytes of the documents at work at once; a longer one is worked on alone.
  static let mostBytes = 256 << 20

  private let condition = NSCondition()
  private let sizes: [Int]
  private let threads: Int
  private var begun = 0
  /// The documents at work, and their bytes.
  private var atWork = (count: 0, bytes: 0)
  /// The documents before this one are read or have failed.
  private var read = 0
  /// Whose turn it is: all before it are over.
  private var current = 0
  private var results: [Result<Void, any Error>?]
  private var isStopped = false

  /// - Parameter sizes: bytes of each document, as far as known.
  init(sizes: [Int], threads: Int) {
    self.sizes = sizes
    self.threads = threads
    results = Array(repeating: nil, count: sizes.count)
  }

  private func locked<Answer>(_ body: () throws -> Answer) rethrows -> Answer {
    condition.lock()
    defer { condition.unlock() }
    return try body()
  }

  /// The next document to work on, when there is room for it; `nil` when there is none.
  func begin() -> Int? {
    locked {
      while true {
        guard begun < sizes.count, !isStopped else { return nil }
        let hasRoom =
          atWork.count == 0
          || (atWork.bytes + sizes[begun] <= Self.mostBytes && begun - current < 4 * threads)
        if hasRoom { break }
        condition.wait()
      }
      let number = begun
      begun += 1
      atWork.count += 1
      atWork.bytes += sizes[number]
      return number
    }
  }

  /// Waits until every document before this one is read, for what must be settled in order.
  func waitForReading(before number: Int) {
    locked { while read < number, !isStopped { condition.wait() } }
  }

  /// A document is read, or will not be.
  func setRead(_ number: Int) {
    waitForReading(before: number)
    locked {
      read = max(read, number + 1)
      condition.broadcast()
    }
  }

  func isTurn(of number: Int) -> Bool { locked { current == number } }

  /// - Throws: ``OutputClosed`` when nobody reads the output any more.
  func waitForTurn(of number: Int) throws {
    try locked {
      while current < number, !isStopped { condition.wait() }
      if isStopped { throw OutputClosed() }
    }
  }

  func finish(_ number: Int, _ result: Result<Void, any Error>) {
    locked {
      results[number] = result
      atWork.count -= 1
      atWork.bytes -= sizes[number]
      condition.broadcast()
    }
  }

  /// Waits for a document to be done.
  func result(of number: Int) -> Result<Void, any Error> {
    locked {
      while true {
        if let result = results[number] { return result }
        condition.wait()
      }
    }
  }

  /// The next document has its turn.
  func advance() {
    locked {
      current += 1
      condition.broadcast()
    }
  }

  /// No document is begun any more, none waits for its turn; returns when none is at work.
  func stop() {
    locked {
      isStopped = true
      condition.broadcast()
      while atWork.count > 0 { condition.wait() }
    }
  }
}
