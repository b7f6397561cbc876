import Foundation

/// Where and when the figures were taken.
enum Machine {
  static func description(of root: URL) -> String {
    let date = Date.now.formatted(.iso8601)
    return "yiming benchmarks, \(date), revision \(revision(of: root))\n\(processor), "
      + "\(ProcessInfo.processInfo.activeProcessorCount) cores, "
      + "\(ProcessInfo.processInfo.physicalMemory >> 30) GiB, load \(load)"
  }

  private static func revision(of root: URL) -> String {
    let folder = root.path
    guard
      let commit = try? Tool.output("git", ["-C", folder, "rev-parse", "--short", "HEAD"]),
      let changes = try? Tool.output("git", ["-C", folder, "status", "--porcelain"])
    else { return "unknown" }  // An archive without git is measured all the same.
    return commit.trimmingCharacters(in: .newlines) + (changes.isEmpty ? "" : " with changes")
  }

  private static var processor: String {
    // Only Linux has this file; elsewhere the kernel's word must do.
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    return name ?? ProcessInfo.processInfo.operatingSystemVersionString
  }

  private static var load: String {
    var averages = [Double](repeating: 0, count: 1)
    guard getloadavg(&averages, 1) == 1 else { return "unknown" }
    return decimal(averages[0], 1)
  }
}

/// A number with so many digits behind the point.
func decimal(_ value: Double, _ digits: Int) -> String {
  String(format: "%.\(digits)f", value)
}

/// Bytes in the unit that reads best.
func bytes(_ count: Int) -> String {
  count >= 1_000_000
    ? "\(decimal(Double(count) / 1e6, 2)) MB" : "\(decimal(Double(count) / 1e3, 0)) kB"
}
