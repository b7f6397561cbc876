import Foundation
import TestSupport
import Testing

/// `yiming lookup` as a process, over a small glossary of its own.
@Suite struct LookupCommandTests {
  /// One folder for all tests: what is compiled at the first run serves the others.
  private static let shared = Result {
    let tool = try ToolRunner()
    try tool.folder.write(
      """
      id\tzh-TW\ten\tzh-CN\tkind\ten-short\tdeprecated\tsource\tnote
      nvidia\t輝達\tNvidia|NVIDIA\t英伟达\torg\t\t\teditor\tMakes chips
      donald-trump\t川普|唐納·川普\tDonald Trump\t特朗普\tperson\tTrump\t\teditor\t
      kyiv\t基輔\tKyiv\t\tplace\t\t基夫\teditor\t

      """, to: "names.tsv")
    // Tells on standard error that it compiles, where that takes long.
    try tool.run(
      "lookup", "--no-default-glossary", "--glossary", tool.folder.file("names.tsv"), "x")
    return tool
  }

  private func lookup(_ arguments: String..., input: String? = nil) throws -> ToolResult {
    let tool = try Self.shared.get()
    let common = ["lookup", "--no-default-glossary", "--glossary", tool.folder.file("names.tsv")]
    return try tool.run(common + arguments, input: input)
  }

  private func objects(_ result: ToolResult) throws -> [[String: Any]] {
    try result.lines.map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8))
      return try #require(object as? [String: Any])
    }
  }

  @Test func `a name is shown with its regions, its English and why it matched`() throws {
    let result = try lookup("輝達")
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.errors.isEmpty, "\(result)")
    for piece in ["輝達 = Nvidia, NVIDIA", "CN 英伟达", "org", "exact: 輝達", "names.tsv", "Makes chips"] {
      #expect(result.output.contains(piece), "\(piece) in \(result)")
    }
    #expect(!result.output.contains("HK"), "\(result)")
  }

  @Test func `derived forms and forms that are not to be used are marked`() throws {
    let result = try lookup("Kyiv")
    #expect(result.output.contains("CN 基辅 (derived)"), "\(result)")
    #expect(result.output.contains("deprecated 基夫"), "\(result)")
    #expect(try lookup("川普").output.contains("later Trump"))
  }

  @Test func `json has one object a line for each query`() throws {
    let result = try lookup("huida", "特朗普", "qqqq", "--format", "json")
    #expect(result.exitCode == 1, "\(result)")
    let answers = try objects(result)
    #expect(answers.map { $0["query"] as? String } == ["huida", "特朗普", "qqqq"], "\(result)")
    let results = try #require(answers[0]["results"] as? [[String: Any]])
    let first = try #require(results.first)
    #expect(first["concept"] as? String == "nvidia")
    #expect(first["rank"] as? Int == 1)
    #expect(first["match"] as? String == "reading")
    #expect(first["matched"] as? String == "輝達")
    #expect(first["kind"] as? String == "org")
    #expect(first["english"] as? [String] == ["Nvidia", "NVIDIA"])
    #expect(first["short"] as? String == "Nvidia")
    #expect(first["source"] as? String == "names.tsv")
    let terms = try #require(first["terms"] as? [[String: Any]])
    #expect(terms[0]["text"] as? String == "輝達")
    #expect(terms[0]["language"] as? String == "zh-TW")
    #expect(terms[0]["status"] as? String == "preferred")
    #expect((answers[2]["results"] as? [Any])?.isEmpty == true)
    #expect(answers[2]["suggestions"] != nil)
  }

  @Test func `standard input is read a line each`() throws {
    let input = "\u{FEFF}輝達\r\n\n   \nㄔㄨㄢㄆㄨˇ"
    let result = try lookup("--format", "json", input: input)
    #expect(result.exitCode == 0, "\(result)")
    #expect(try objects(result).map { $0["query"] as? String } == ["輝達", "ㄔㄨㄢㄆㄨˇ"], "\(result)")
  }

  @Test func `several answers are told apart by their queries`() throws {
    let result = try lookup("輝達", "Kyiv")
    #expect(result.lines.filter { $0.hasSuffix(":") } == ["輝達:", "Kyiv:"], "\(result)")
  }

  @Test func `a query without answer says what may have been meant`() throws {
    let result = try lookup("輝達 股價")
    #expect(result.exitCode == 1, "\(result)")
    #expect(result.output == "輝達 股價: nothing found; did you mean 輝達?\n", "\(result)")
    #expect(try lookup("").exitCode == 1)
  }

  @Test func `an overlong query is cut with a word on standard error`() throws {
    let result = try lookup(String(repeating: "輝", count: 5_000))
    #expect(result.exitCode == 1, "\(result)")
    #expect(result.errors.contains("[lookup-query-cut]"), "\(result)")
    #expect(result.errors.count < 300)
  }

  @Test func `what a terminal would obey is not printed`() throws {
    let result = try lookup("\u{1B}[31mxx\u{202E}")
    #expect(!result.output.contains("\u{1B}"), "\(result)")
    #expect(!result.output.contains("\u{202E}"), "\(result)")
  }

  @Test(arguments: ["0", "-1", "1001", "many"])
  func `a limit that is none is refused`(limit: String) throws {
    let result = try lookup("輝達", "--limit=\(limit)")
    #expect(result.exitCode == 2, "\(result)")
  }

  @Test func `the limit is kept`() throws {
    let result = try lookup("ki", "t", "--limit", "1", "--format", "json")
    for answer in try objects(result) {
      #expect((answer["results"] as? [Any] ?? []).count <= 1, "\(result)")
    }
  }

  @Test func `the help has examples`() throws {
    let result = try lookup("--help")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("EXAMPLES"), "\(result)")
  }
}
