/// What an HTML element means for the flow of text.
enum ElementRole {
  /// Text flows through its tags.
  case inline
  /// No text of its own, and no name runs over it.
  case interruption
  case lineBreak
  /// Its content is no markup and no text; it ends at its end tag alone.
  case raw
  /// Its content is not touched.
  case skipped
  case ruby
  /// The small print of a ruby.
  case rubyText
  case span
  case table
  case root
  case body
  case block

  init(_ name: String) { self = Self.roles[name] ?? .block }

  private static let roles: [String: ElementRole] = {
    let names: [(ElementRole, String)] = [
      (
        .inline,
        """
        a abbr acronym b bdi bdo big blink center cite data del dfn em font i ins label mark nobr \
        q s small strike strong sub sup time u wbr rb rbc
        """
      ),
      (.interruption, "img input button area map picture source track embed param"),
      (.lineBreak, "br"),
      (.raw, "script style title textarea iframe noembed noframes noscript xmp"),
      (
        .skipped,
        """
        svg math template select option optgroup datalist code pre kbd samp tt var listing canvas \
        audio video object
        """
      ),
      (.ruby, "ruby"), (.rubyText, "rt rp rtc"), (.span, "span"), (.table, "table"),
      (.root, "html"), (.body, "body"),
    ]
    var roles: [String: ElementRole] = [:]
    for (role, list) in names {
      for name in list.split(separator: " ") { roles[String(name)] = role }
    }
    return roles
  }()
}
