import TermModel
import XMLStream

extension TMXUnit {
  /// When a variant was last changed, as written: its own date where it has one, else the unit's.
  public func changeDate(of variant: TMXVariant) -> String? {
    let own = piece.withTape { tape in
      tape.text(of: .changedate, variant.node, vocabulary)
        ?? tape.text(of: .creationdate, variant.node, vocabulary)
    }
    return own ?? changeDate
  }

  /// Whether the unit or a variant of it says that a machine made the translation:
  ///
  /// - who made or changed it is `MT` or `MT!` (Trados, Wordfast and others write this);
  /// - a property whose type ends in `origin` or is `mt`, `x-` and case aside, has a value that names
  ///   a machine: `MT`, `NMT`, `SMT`, `AMT`, `AdaptiveMT`, `MachineTranslation`,
  ///   `AutomatedTranslation`; of `mt` also `true`, `yes` and `1`.
  public var isMachineMade: Bool {
    piece.withTape { tape in
      guard let unit = tape.first, tape.kind(unit) == .element else { return false }
      return isMachineMade(unit, tape, depth: 0)
    }
  }

  private func isMachineMade(
    _ element: XMLNode, _ tape: borrowing XMLTape, depth: Int
  ) -> Bool {
    for attribute in [TMXAttribute.creationid, .changeid] {
      guard let name = tape.attribute(vocabulary.name(attribute), of: element) else { continue }
      if tape.value(name).count <= 3, MachineMark.isAuthor(tape.string(name)) { return true }
    }
    var node = tape.firstChild(element)
    while let child = node {
      switch self.element(child, tape) {
      case .prop where isMachineProperty(child, tape): return true
      case .tuv where depth == 0 && isMachineMade(child, tape, depth: 1): return true
      default: break
      }
      node = tape.next(child)
    }
    return false
  }

  private func element(_ node: XMLNode, _ tape: borrowing XMLTape) -> TMXElement? {
    tape.element(node, vocabulary)
  }

  private func isMachineProperty(_ property: XMLNode, _ tape: borrowing XMLTape) -> Bool {
    guard let type = tape.text(of: .type, property, vocabulary), MachineMark.isType(type),
      let text = tape.firstChild(property), tape.kind(text) == .text
    else { return false }
    return MachineMark.isValue(tape.string(text), type: type)
  }
}

/// How files say that a machine made a translation.
enum MachineMark {
  static func isAuthor(_ name: String) -> Bool { ["mt", "mt!"].contains(name.lowercased()) }

  /// A quick look first: most properties are others.
  static func isType(_ type: String) -> Bool {
    let count = type.utf8.count
    guard count >= 2, count <= 32, let last = type.utf8.last else { return false }
    guard last | 0x20 == UInt8(ascii: "n") || last | 0x20 == UInt8(ascii: "t") else { return false }
    let plain = plain(type)
    return plain == "mt" || plain.hasSuffix("origin")
  }

  static func isValue(_ value: String, type: String) -> Bool {
    guard value.utf8.count <= 64 else { return false }
    let word = value.lowercased().filter { $0.isLetter || $0.isNumber }
    if values.contains(word) { return true }
    return plain(type) == "mt" && ["true", "yes", "1"].contains(word)
  }

  private static let values: Set<String> = [
    "mt", "nmt", "smt", "amt", "adaptivemt", "machinetranslation", "machinetranslated",
    "automatedtranslation",
  ]

  private static func plain(_ type: String) -> String {
    let small = type.lowercased()
    return small.hasPrefix("x-") ? String(small.dropFirst(2)) : small
  }
}
