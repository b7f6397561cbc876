extension StoreError {
  /// That a memory has no unit of this number.
  public static func noUnit(_ number: Int, in memory: String) -> StoreError {
    StoreError(.noUnit, at: nil, ["number": "\(number)", "name": memory])
  }
}
