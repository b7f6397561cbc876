import ArgumentParser
import TermModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program: arguments in, exit code out.
public enum YimingMain {
  /// Runs the command that the arguments name, and ends the process.
  ///
  /// Exit codes: 0 done; 1 nothing found, problems found, or rows skipped; 2 error; 130 after
  /// Ctrl-C, 143 and 129 after the signals TERM and HUP. A closed pipe is success.
  public static func run() -> Never {
    StandardDescriptors.fill()
    Interruption.install()
    // A closed pipe and a limit on file size come back as errors of the writing call.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try YimingCommand.parseAsRoot()
      try command.run()
      exit(0)
    } catch {
      exit(code(for: error))
    }
  }

  /// Tells of an error and gives the code to leave with: the one place where that is decided.
  private static func code(for error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode: return code.rawValue
    case let error as any ReportableError:
      Console.report(error)
      return 2
    case let error as Interruption:
      Console.say("\(error)")
      return Interruption.exitCode
    case is ClosedPipe: return 0
    default:
      let text = YimingCommand.fullMessage(for: error)
      // The help and the version were asked for: they are the answer, not an error.
      if YimingCommand.exitCode(for: error).isSuccess {
        do {
          var output = StandardOutput()
          try output.write(line: text)
          try output.flush()
        } catch {
          return code(for: error)
        }
        return 0
      }
      Console.say(text)
      return 2
    }
  }
}
