/// Writes what was found in a document, section by section.
protocol MentionRenderer {
  mutating func take(_ mentions: [ChosenMention], in section: DocumentSection) throws
  mutating func finish(_ end: DocumentEnd) throws
}
