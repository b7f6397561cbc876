import ArgumentParser

/// `yiming term`: the person's own names, one by one.
struct TermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: "Add, change, remove and show names of your own.",
    discussion: """
      Your own names stand above those that come with Yiming: a form of yours hides the same form \
      there, and a concept with the id of one there replaces the cells that it fills.

      EXAMPLES
        yiming term add 輝達 Nvidia --kind org --cue 晶片
        yiming term edit nvidia --zh-cn 英伟达
        yiming term list
        yiming term except 川普 --inside 四川普通話
      """,
    subcommands: [
      TermAddCommand.self, TermEditCommand.self, TermRemoveCommand.self, TermShowCommand.self,
      TermListCommand.self, TermExceptCommand.self,
    ])
}
