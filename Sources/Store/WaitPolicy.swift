/// How a write waits for another that is under way.
public struct WaitPolicy: Sendable {
  /// After this long the write gives up with ``StoreError`` `busy`.
  public var limit: Duration
  /// After this long the waiting is told of.
  public var patience: Duration
  /// What others who wait for this process are told: `yiming glossary import names.tsv`.
  public var command: String
  /// Is called once for each process that is waited for, with an error that is none: `waiting`.
  public var notice: @Sendable (StoreError) -> Void

  public init(
    limit: Duration = .seconds(30), patience: Duration = .seconds(1), command: String,
    notice: @escaping @Sendable (StoreError) -> Void = { _ in }
  ) {
    self.limit = limit
    self.patience = patience
    self.command = command
    self.notice = notice
  }

  /// The limit in words of a message: "30", "0.5".
  var seconds: String {
    let (seconds, attoseconds) = limit.components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds)" : "\(seconds).\(tenths)"
  }
}
