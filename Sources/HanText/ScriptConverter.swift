import Synchronization

/// Rewrites Chinese text in the other script, character by character, by ICU's rules.
///
///     let simplified = try ScriptConverter(to: .simplified)
///     try simplified("輝達")   // "辉达"
///
/// The words stay: 輝達 does not become 英伟达. May be shared between threads: calls take turns.
public final class ScriptConverter: Sendable {
  public enum Script: String, Sendable {
    case simplified = "Traditional-Simplified"
    case traditional = "Simplified-Traditional"
  }

  private let transliterator: Mutex<Transliterator>

  /// - Throws: ``ICUError`` where ICU has no such rule.
  public init(to script: Script) throws(ICUError) {
    transliterator = Mutex(try Transliterator(rule: script.rawValue))
  }

  /// - Complexity: O(*n*), about 1 µs a character.
  /// - Throws: ``ICUError``.
  public func callAsFunction(_ text: String) throws(ICUError) -> String {
    String(decoding: try convert(Array(text.utf16)), as: UTF16.self)
  }

  func convert(_ units: [UInt16]) throws(ICUError) -> [UInt16] {
    let result: Result<[UInt16], ICUError> = transliterator.withLock { transliterator in
      do throws(ICUError) {
        return .success(try transliterator.apply(to: units))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
