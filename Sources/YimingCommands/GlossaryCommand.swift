import ArgumentParser

/// `yiming glossary`: names by the file.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Import, export and check glossary files (TSV).",
    discussion: """
      A glossary file is UTF-8 text whose cells are parted by tabs. Its first row names the columns: \
      en and one of zh-TW, zh-CN, zh-HK at least; also id, kind, en-short, deprecated, forbidden, \
      familiar, domain, cues, rivals, source, note. Several forms in a cell are parted by |, the \
      preferred first. Lines that begin with # are comments.

      EXAMPLES
        yiming glossary check names.tsv
        yiming glossary import names.tsv
        yiming glossary export backup.tsv
      """,
    subcommands: [
      GlossaryImportCommand.self, GlossaryExportCommand.self, GlossaryCheckCommand.self,
      GlossaryCompileCommand.self,
    ])
}
