extension Message {
  /// Code to words. `{name}` stands for the value of that name. Grouped by the room that throws it.
  static let templates: [String: String] = [
    // Annotation
    "encoding-unavailable":
      "this system cannot convert {encoding}; install the conversion modules of its C library",
    "encoding-unknown": "the page says it is in \"{name}\", which is not known here; convert it to UTF-8",
    "format-not-for-input": "--format {format} cannot be written into {input}; use {possible}",
    "input-binary":
      "this looks like a binary file ({what}, at byte {offset}); give plain text, Markdown or HTML",
    "input-folder": "this is a folder; name the files in it",
    "input-missing": "there is no such file; check its name",
    "input-unreadable": "cannot read the file: {reason}",
    "input-wrong-byte":
      "byte {byte} at offset {offset} is not {encoding}; correct it, or name the encoding with --encoding",
    "output-not-in-encoding":
      "{encoding} has no \"{character}\", which \"{text}\" needs; convert the file to UTF-8, or leave the name out with --except",
    "output-not-in-place": "standard input cannot be replaced; name a file",
    "output-twice": "\"{other}\" is written to \"{output}\" already; give them different names",
    "output-unwritable": "cannot write the file: {reason}",
    // MappedFile
    "cache-unreadable": "the compiled file cannot be read: {reason}; delete it, it is made again",
    "cache-not-ours": "this is not a compiled file of Yiming; delete it, it is made again",
    "cache-version":
      "the compiled file is of version {found}, this program reads {expected}; delete it, it is made again",
    "cache-damaged": "the compiled file is damaged at section \"{section}\"; delete it, it is made again",
    "cache-too-large": "the compiled file would be over 4 GiB; load fewer names",
    "cache-unwritable": "cannot write the compiled file: {reason}",
    // TermRecognition
    "too-many-patterns": "{count} names are too many to compile; load fewer",
    // HanText
    "icu-unavailable": "ICU cannot open \"{what}\": {reason}; reinstall libicu",
    // Interchange: glossary files
    "glossary-empty": "the file has no rows; its first row names the columns, at least zh-TW and en",
    "glossary-utf-16": "the file is UTF-16; save it as UTF-8",
    "glossary-no-english-column":
      "the first row, \"{text}\", names no column \"en\"; name the columns there, parted by tabs",
    "glossary-no-chinese-column":
      "the first row, \"{text}\", names no column \"zh-TW\", \"zh-CN\" or \"zh-HK\"; name one there",
    "glossary-column-twice": "the column \"{column}\" is named twice; give one of them another name",
    "glossary-too-many-columns": "{count} columns are too many; at most {most} are read",
    "glossary-row-too-long": "the row has {bytes} bytes; shorten it to at most {longest}",
    "glossary-control-character":
      "the row holds the control character {character}; take it out, for a cell is one line of text",
    "glossary-invalid-utf-8": "column \"{column}\" is not valid UTF-8; save the file as UTF-8",
    "glossary-too-many-cells":
      "\"{text}\" stands in cell {column}, but the first row names {count} columns; take out a tab, or name the column",
    "glossary-no-chinese": "\"{text}\" has no Chinese form; fill zh-TW, zh-CN or zh-HK",
    "glossary-no-english": "\"{text}\" has no English name; fill en",
    "glossary-unknown-kind":
      "the kind \"{kind}\" is not known; write person, org, place, product, work or other, or leave it empty",
    "glossary-familiar": "\"{text}\" in column familiar says neither yes nor no; write yes, or leave it empty",
    "glossary-bad-id":
      "\"{id}\" is no id; write one without spaces and |, that does not begin with # or -, as in donald-trump",
    "glossary-id-twice": "the id \"{id}\" stands in line {first} already; give each row its own",
    "glossary-unknown-column": "the column \"{column}\" is not known; it is kept as a note",
    "glossary-term-left-out":
      "\"{text}\" of {id} ({language}, {status}) has no column in a glossary file; it is left out",
    "glossary-field-name":
      "the field \"{field}\" of {id} has the name of a glossary column; rename it before you write the file",
    // Interchange: glossary check
    "glossary-check-space": "stray space in {column}: \"{text}\"; take it out",
    "glossary-check-empty-form": "nothing stands between two | in {column}: \"{text}\"; take one out",
    "glossary-check-repeated-form": "\"{text}\" stands twice in one cell of {column}; take one out",
    "glossary-check-invisible":
      "invisible or unusual character {character} in {column}: \"{text}\"; take it out or type a plain one",
    "glossary-check-script":
      "\"{character}\" in {column} \"{text}\" is {script}; should it be \"{instead}\"?",
    "glossary-check-separator": "\"{character}\" in {column} \"{text}\"; write · (U+00B7)",
    "glossary-check-quote": "quotation mark in {column}: \"{text}\"; a cell needs no quotes, take them out",
    "glossary-check-one-character": "\"{text}\" in {column} has one character only; give a longer form",
    "glossary-check-too-long":
      "\"{text}\" in {column} has {count} characters; over {longest} it is never found in a text",
    "glossary-check-no-latin": "\"{text}\" in {column} has no Latin letter; write the English name",
    "glossary-check-han-in-english": "Chinese characters in {column}: \"{text}\"; move them to zh-TW",
    "glossary-check-id-style":
      "the id \"{id}\" is not of the usual style: small letters, digits and single hyphens, as in donald-trump",
    "glossary-check-ordinary-word":
      "\"{text}\" is an ordinary word too (counted {count} times) and has neither cues nor rivals; give some",
    "glossary-check-cue-is-rival": "\"{text}\" is both a cue and a rival; decide",
    "glossary-check-status-twice": "\"{text}\" is both to be used and not to be used; decide",
    "glossary-check-derivable":
      "{column} \"{text}\" is what zh-TW gives by itself in that region's script; leave the cell empty",
    "glossary-check-id-twice": "the id \"{id}\" stands at {first} already; give each row its own",
    "glossary-check-row-twice":
      "\"{text}\" as \"{english}\" stands at {first} already; make one row of the two",
    "glossary-check-contradiction":
      "\"{english}\" of the same kind stands at {first} already, with another {columns}; make one row, or say how they differ",
    "glossary-check-english-twice":
      "\"{english}\" of the same kind stands at {first} already; put its forms into one row",
    // Lookup
    "lookup-query-cut":
      "the query \"{query}\" has more than {longest} characters; only these are looked up, so shorten it",
    // Store
    "store-missing": "there is no term base; make it with \"yiming term add\" or \"yiming glossary import\"",
    "store-is-folder": "this is a folder; name a file for the term base",
    "store-not-a-database": "this file is no database; name another one for the term base",
    "store-foreign": "this database belongs to another program; name another file for the term base",
    "store-newer":
      "this term base is of version {found}, this program knows up to {known}; update yiming",
    "store-damaged":
      "the term base is damaged ({reason}); restore it from a copy, or from an exported glossary",
    "store-unreadable": "the term base cannot be read: {reason}",
    "store-cannot-create": "the term base cannot be made here: {reason}; name another place with --database",
    "store-read-only": "the term base cannot be written: {reason}; nothing was stored",
    "store-full":
      "nothing was stored, for the disk or the file size allowed is full ({reason}); make room and try again",
    "store-busy":
      "gave up after {seconds} s of waiting for {holder}, which is writing; nothing was stored, try again later",
    "store-waiting": "waiting for {holder}, which is writing",
    "store-failed": "the term base failed: {reason}",
    "store-concept-exists":
      "\"{id}\" is there already ({forms}); change it with \"yiming term edit {id}\", or give another id",
    "store-no-concept": "there is no \"{id}\" in the term base",
    // TermModel
    "concept-no-id": "a concept has no id; give it one, as in donald-trump",
    "concept-bad-id":
      "\"{id}\" is no id; write one without spaces and |, that does not begin with # or -, as in donald-trump",
    "concept-no-chinese": "\"{id}\" has no Chinese form; give one",
    "concept-no-english": "\"{id}\" has no English name; give one",
    "concept-empty-text": "{what} of \"{id}\" is empty; write something, or leave it out",
    "concept-control-character":
      "{what}, \"{text}\", holds the control character {character}; take out tabs, line ends and the like",
    "concept-bar": "{what}, \"{text}\", holds |, which parts forms in a glossary file; give each form by itself",
    "concept-outer-space": "{what}, \"{text}\", has a space before or after it; take it out",
    "concept-twice": "\"{text}\" is there twice in \"{id}\"; take one out",
    "concept-too-long": "\"{id}\" has {bytes} bytes of text; shorten it to at most {longest}",
    // YimingCommands
    "check-no-word-counts":
      "the word counts that come with Yiming are not where the program looks; name a file with --words",
    "file-is-folder": "this is a folder; name a file",
    "file-missing": "there is no such file",
    "file-too-large": "the file is larger than 1 GiB; cut it into parts",
    "shipped-glossary-missing":
      "the glossary that belongs to the program is not beside it; install it again with make install",
    "file-unreadable": "the file cannot be read: {reason}",
    "file-unwritable": "the output cannot be written: {reason}",
    "import-more-problems": "{count} more bad rows are not listed",
    "import-refused":
      "nothing of this file is stored; mend its bad rows ({count}), or store the others with --skip-bad",
    "no-home": "no place for the term base is known; set HOME or YIMING_DATABASE, or give --database",
    "term-ambiguous": "\"{name}\" is a form of several concepts ({ids}); give the id of one",
    "term-base-empty": "the term base is empty; add names with \"yiming term add\" or \"yiming glossary import\"",
    "term-nothing-to-edit": "nothing says what to change of \"{name}\"; give an option, as in --kind org",
    "term-swapped": "the Chinese form comes first; write yiming term add \"{form}\" \"{english}\"",
  ]
}
