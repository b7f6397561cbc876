import ArgumentParser
import Workspace

/// `yiming glossary compile`: what an installation does once for all its users.
struct GlossaryCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile the glossary that comes with Yiming into a folder.",
    discussion: """
      `make install` does this, so that the first run of a user who cannot write to the \
      installation is as quick as any other.

      EXAMPLES
        yiming glossary compile /usr/local/share/yiming/compiled
      """)

  @Argument(help: "The folder; made where there is none.")
  var folder: String

  func run() throws {
    try Workspace.compileShipped(program: CommonOptions.program, into: folder)
  }
}
