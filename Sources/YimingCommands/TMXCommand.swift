import ArgumentParser

/// `yiming tmx`: translation memories by the file.
struct TMXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tmx",
    abstract: "Check, count, convert, import and export TMX files.",
    discussion: """
      TMX is the format in which translation programs exchange their memories. Files of the versions \
      1.1 to 1.4b are read, and what is not quite as it should be in them is read all the same and \
      told of. Files may be of any size, in UTF-8, UTF-16 and the usual older encodings, packed with \
      gzip or zip; - is standard input.

      EXAMPLES
        yiming tmx check news.tmx
        yiming tmx stats news.tmx.gz
        yiming tmx convert news.tmx strict.tmx --strict
        yiming tmx import news.tmx --memory news
        yiming tmx export news.tmx --memory news
      """,
    subcommands: [
      TMXCheckCommand.self, TMXStatsCommand.self, TMXConvertCommand.self, TMXImportCommand.self,
      TMXExportCommand.self,
    ])
}
