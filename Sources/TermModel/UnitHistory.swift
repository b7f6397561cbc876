/// Who made or changed something and when, as ``TranslationUnit``, ``TranslationUnitVariant`` and
/// ``MemoryHeader`` tell it.
///
/// Dates are kept as written. TMX 1.4b recommends `20241122T203100Z`; others are common.
public protocol UnitHistory {
  var tag: MarkupTag { get set }
}

extension UnitHistory {
  /// `creationdate`
  public var created: String? {
    get { tag["creationdate"] }
    set { tag["creationdate"] = newValue }
  }
  /// `creationid`
  public var createdBy: String? {
    get { tag["creationid"] }
    set { tag["creationid"] = newValue }
  }
  /// `changedate`
  public var changed: String? {
    get { tag["changedate"] }
    set { tag["changedate"] = newValue }
  }
  /// `changeid`
  public var changedBy: String? {
    get { tag["changeid"] }
    set { tag["changeid"] = newValue }
  }
  /// `lastusagedate`
  public var lastUsed: String? {
    get { tag["lastusagedate"] }
    set { tag["lastusagedate"] = newValue }
  }
  /// `usagecount`, as written: files hold what is no number too.
  public var usageCount: String? {
    get { tag["usagecount"] }
    set { tag["usagecount"] = newValue }
  }
  /// `creationtool`
  public var tool: String? {
    get { tag["creationtool"] }
    set { tag["creationtool"] = newValue }
  }
  /// `creationtoolversion`
  public var toolVersion: String? {
    get { tag["creationtoolversion"] }
    set { tag["creationtoolversion"] = newValue }
  }
  /// `datatype`
  public var dataType: String? {
    get { tag["datatype"] }
    set { tag["datatype"] = newValue }
  }
}

extension TranslationUnit: UnitHistory {}
extension TranslationUnitVariant: UnitHistory {}
extension MemoryHeader: UnitHistory {}
