import Foundation
import Synchronization

extension AnnotationJob {
  /// The places of documents in a folder, settled one document after the other.
  private final class Places: Sendable {
    let taken = Mutex<[String: String]>([:])
  }

  /// Works on several documents at once. The thread that calls writes and reports in order.
  func runAtOnce(
    _ paths: [String], shared: FileOutput?, report: (any Error) -> Void,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws -> Int {
    // Each has a file of its own being written, and one may be shared.
    let threads = min(threads, paths.count, UnfinishedFile.most - 1)
    let order = OrderedDocuments(sizes: paths.map(FileInput.size), threads: threads)
    let outputs = paths.indices.map { number in
      shared.map { OrderedOutput(number, of: order, into: $0) }
    }
    let places = Places()
    for _ in 0..<threads {
      Thread {
        while let number = order.begin() {
          let result = Result {
            try work(
              on: number, of: paths, order: order, places: places, output: outputs[number],
              progress: progress)
          }
          order.finish(number, result)
        }
      }.start()
    }
    // Whatever ends this, no thread may use the output any more.
    defer { order.stop() }
    var failures = 0
    for number in paths.indices {
      let result = order.result(of: number)
      do {
        // What was written before an error stays written, as without threads.
        try outputs[number]?.flush()
        if target == .standardOutput { try shared?.flush() }
        try result.get()
      } catch let error as OutputClosed {
        throw error
      } catch {
        failures += 1
        report(error)
      }
      order.advance()
    }
    return failures
  }

  private func work(
    on number: Int, of paths: [String], order: OrderedDocuments, places: Places,
    output: OrderedOutput?, progress: @escaping @Sendable (Progress) -> Void
  ) throws {
    let path = paths[number]
    let document: Document
    let place: String?
    do {
      // However this ends, the next one may go on.
      defer { order.setRead(number) }
      document = try read(path)
      order.waitForReading(before: number)
      place = try places.taken.withLock { try self.place(of: path, taken: &$0) }
    }
    try write(document, to: place, shared: output) {
      if order.isTurn(of: number) { progress($0) }
    }
  }
}
