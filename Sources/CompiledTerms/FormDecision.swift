public import TermModel

/// An exception of a form, as it is compiled: the text is a form too.
public struct FormDecision: Hashable, Sendable, BitwiseCopyable {
  /// The form that it is of.
  public var form: UInt32
  private var ruleNumber: UInt32
  /// The form that its text is; the form itself for `always`.
  public var text: UInt32

  public var rule: FormException.Rule { FormException.Rule.allCases[Int(ruleNumber)] }

  init(form: Int, rule: FormException.Rule, text: Int) {
    self.form = UInt32(form)
    self.text = UInt32(text)
    ruleNumber = UInt32(FormException.Rule.allCases.firstIndex(of: rule)!)
  }
}
