import ArgumentParser

/// `yiming`: the root of the command line.
struct YimingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yiming",
    abstract: "Names between Taiwan Mandarin and English: a glossary that reads your article.",
    discussion: """
      譯名 (yiming) is the newsroom's word for the agreed Chinese form of a foreign name: 輝達 for \
      Nvidia, 川普 for Trump.

      EXAMPLES
        yiming annotate article.txt
        yiming lookup 輝達
        yiming term add 輝達 Nvidia --kind org
      """,
    version: ProgramVersion.shown,
    subcommands: subcommands)

  /// In the order of the help.
  static let subcommands: [any ParsableCommand.Type] = [
    AnnotateCommand.self,
    LookupCommand.self,
    TermCommand.self,
    GlossaryCommand.self,
    TMXCommand.self,
    MemoryCommand.self,
  ]
}
