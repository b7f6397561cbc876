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
    "glossary-bad-form": "\"{text}\" cannot be a form, for | parts forms in a glossary; write it otherwise",
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
    // Interchange: TMX
    "tmx-wrong-root": "the root element is <{root}>, so that this is no TMX; give a file whose root is <tmx>",
    "tmx-root-case": "the root element is <{root}>, but TMX names are in small letters; write <tmx>",
    "tmx-too-many-pairs":
      "there are more than {count} pairs of languages; choose some with --languages",
    "tmx-input-twice": "standard input can be read only once; name files for the others",
    // Interchange: TMX, checked
    "tmx-xml-version": "the XML version is \"{version}\"; it is read as 1.0, write that",
    "tmx-version": "the version is \"{version}\", which is none of 1.1 to 1.4b; it is read as TMX 1.4",
    "tmx-no-version": "<tmx> has no version; it is read as TMX 1.4, write version=\"1.4\"",
    "tmx-prefix":
      "names have the prefix \"{prefix}\", which few programs read; convert the file with --strict",
    "tmx-no-header":
      "there is no <header>, so that the language of source is not known; name it with --source",
    "tmx-second-header": "there is a second <header>; only the first one counts",
    "tmx-late-header":
      "<header> comes after <body>, so that its language of source was not known to the units; put it first",
    "tmx-no-body": "there is no <body>; put the units into one",
    "tmx-second-body": "there is a second <body>; put all units into one",
    "tmx-header-attributes": "<header> lacks {attributes}; add them, or convert the file with --strict",
    "tmx-no-srclang": "<header> has no srclang; add it, or name the language with --source",
    "tmx-ude": "<{element}> has no {attribute}; add it",
    "tmx-unknown-element": "TMX has no <{element}>; it is kept, but other programs may refuse or lose it",
    "tmx-unknown-attribute":
      "<{element}> of TMX has no attribute {attribute}; it is kept, but other programs may refuse or lose it",
    "tmx-misplaced": "<{element}> does not belong into <{parent}>; it is kept, but other programs may refuse it",
    "tmx-stray-text": "the text \"{text}\" stands in <{element}>, where none belongs; move it into a <note>",
    "tmx-order": "<{element}> of {unit} comes after <{other}>; put it before",
    "tmx-segtype": "{attribute} \"{value}\" is none; write block, paragraph, sentence or phrase",
    "tmx-date": "{attribute} \"{value}\" is no date like 20241122T203100Z; it is kept as it is",
    "tmx-usagecount": "{attribute} \"{value}\" is no number; it is kept as it is",
    "tmx-prop-type": "a <prop> has no type; add one",
    "tmx-discouraged-character":
      "the control character {character} stands in a <{element}> of {unit}; perhaps the file is windows-1252 and says otherwise",
    "tmx-language-spelling": "the language \"{language}\" is read as {tag}; write that",
    "tmx-language":
      "\"{language}\" is no language tag; write one like zh-TW, or say what it is with --map-language",
    "tmx-bare-zh":
      "\"{language}\" does not say which Chinese; say so with --map-language {language}=zh-TW or zh-CN",
    "tmx-many-languages":
      "there are more than {count} spellings of languages; the further ones are not told apart",
    "tmx-lang": "<{element}> has {attribute}; this version of TMX has {usual}, both are read",
    "tmx-unit-outside-body": "a <tu> stands outside of <body>; it is read all the same, move it",
    "tmx-unit-in-unit": "a <tu> stands inside of {unit}; it is kept but not read, move it out",
    "tmx-no-tuv": "{unit} has no <tuv>; an import rejects it, give it one or remove it",
    "tmx-no-language": "a <tuv> of {unit} has no xml:lang, so that no search can find it; add one",
    "tmx-no-seg": "a <tuv> of {unit} has no <seg>, so that it says nothing; add one or remove it",
    "tmx-second-seg": "a <tuv> of {unit} has a second <seg>; only the first one counts, remove one",
    "tmx-tuid-twice": "the tuid of {unit} stands in line {first} already; both units are kept",
    "tmx-no-source": "{unit} has no <tuv> in {language}, its language of source; add one, or correct srclang",
    "tmx-bpt-alone": "a <bpt> of {unit} has no <ept> of the same i; add one, or make it an <it>",
    "tmx-ept-alone": "an <ept> of {unit} has no <bpt> of the same i; add one, or make it an <it>",
    "tmx-pair-twice": "one i is used for several <bpt> or <ept> of a segment of {unit}; number them anew",
    "tmx-no-i": "a <{element}> of {unit} has no i; number it",
    "tmx-pos": "an <it> of {unit} has the pos \"{value}\"; write begin or end",
    "tmx-line-break":
      "a segment of {unit} begins and ends with a line break, which counts as text; write it on one line",
    // Interchange: TMX, changed by a conversion
    "tmx-changed-version": "the version \"{version}\" is written as 1.4",
    "tmx-changed-lang": "lang of <{element}> is written as xml:lang",
    "tmx-changed-language": "the language \"{language}\" is written as {tag}",
    "tmx-changed-namespace": "the namespace is left out",
    "tmx-added-header": "there is no <header>; one with the usual values is written",
    "tmx-added-header-attribute": "{attribute} is missing in <header>; \"{value}\" is written",
    "tmx-moved-header": "<header> comes after <body>; it is written before",
    "tmx-changed-value": "{attribute} \"{value}\" is written as TMX has it",
    "tmx-added-attribute": "<{element}> of {unit} has no {attribute}; \"{value}\" is written",
    "tmx-dropped-attribute": "{attribute} of <{element}> is left out",
    "tmx-dropped-element": "<{element}> in <{parent}> is left out",
    "tmx-unwrapped-element": "<{element}> in <{parent}> is left out, what stands in it stays",
    "tmx-dropped-text": "the text \"{text}\" in <{parent}> is left out",
    "tmx-moved-element": "<{element}> of {unit} is put before <{other}>",
    "tmx-split-variant": "the second <seg> of a <tuv> of {unit} gets a <tuv> of its own",
    "tmx-moved-unit": "a <tu> inside of {unit} is put behind it",
    "tmx-dropped-variant": "a <tuv> of {unit} without {missing} is left out",
    "tmx-dropped-unit": "{unit} is left out, for it has no <tuv> to write",
    "tmx-dropped-code": "<{element}> is left out of a segment of {unit}",
    "tmx-mapped-language": "the language \"{language}\" is written as {tag}",
    "tmx-left-out-variant": "the <tuv> in {language} of {unit} is left out",
    "tmx-left-out-unit": "{unit} is left out, for it has none of the languages",
    "tmx-left-out-duplicate": "{unit} is left out, for it equals one before it",
    "tmx-no-pair": "{unit} is left out, for it has no pair of languages (source {language})",
    "tmx-left-out-markup": "what stands outside of the units of a further file is left out",
    // TermModel: units typed by a person
    "unit-forbidden-character":
      "{what} holds {character}, which XML cannot hold: \"{text}\"; take it out",
    "unit-bad-name": "\"{name}\" is no name for XML; write letters and digits, a letter first",
    "unit-attribute-twice": "<{element}> has {attribute} twice; take one out",
    "unit-comment": "a comment may not hold --, nor end with -: \"{text}\"; change it",
    "unit-instruction": "\"{text}\" is no processing instruction; change it",
    // Lookup
    "lookup-query-cut":
      "the query \"{query}\" has more than {longest} characters; only these are looked up, so shorten it",
    // Store
    "store-missing":
      "there is no term base; make it with \"yiming term add\", \"yiming glossary import\" or \"yiming tmx import\"",
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
    "store-changed": "another process wrote while this was read; try again",
    "memory-missing":
      "there is no memory \"{name}\"; those there are: {names} (see \"yiming memory list\")",
    "memory-exists": "there is a memory \"{name}\" already; give another name",
    "memory-bad-name":
      "\"{name}\" is no name for a memory; write 1 to {longest} characters on one line, no space or - before them, no space behind",
    "memory-no-unit": "the memory \"{name}\" has no unit {number}; it may have been changed or removed",
    "memory-nothing-to-undo": "the memory \"{name}\" has no import that could be taken back",
    "memory-forbidden-character":
      "{what} holds {character}, which XML cannot carry; take it out",
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
    // TermModel: exceptions
    "exception-empty-text": "\"{text}\" is empty or has space around it; write the characters that the text has",
    "exception-control-character":
      "\"{text}\" holds a control character; take out tabs, line ends and the like",
    "exception-too-long": "\"{text}\" has {count} characters; shorten it to at most {longest}",
    "exception-not-inside":
      "\"{form}\" does not stand inside \"{text}\"; give a longer text that holds it, or use --not-in",
    // XMLStream
    "xml-missing": "there is no such file; check its name",
    "xml-folder": "this is a folder; name a file in it",
    "xml-unreadable": "the file cannot be read: {reason}",
    "xml-empty": "the file is empty; nothing was read",
    "xml-archive-damaged": "the packed file is damaged: {reason}; get it again, or unpack it yourself",
    "xml-archive-unsupported": "the packed file cannot be read: {reason}; unpack it yourself",
    "xml-archive-entries":
      "the packed file has no single file to read ({entries}); unpack it and name one of its files",
    "xml-unpacked-too-large":
      "the packed file unfolds to more than {limit} bytes; unpack it yourself if you trust it",
    "xml-unpacked-ratio":
      "the packed file unfolds to more than {limit} times its size; unpack it yourself if you trust it",
    "xml-encoding-unsupported":
      "the encoding \"{encoding}\" is not read here; convert the file to UTF-8",
    "xml-encoding-unavailable":
      "this system cannot convert {encoding}; install the conversion modules of its C library",
    "xml-encoding-conflict":
      "the file says that it is in \"{declared}\", but its bytes are {found}; correct its first line",
    "xml-encoding-unknown":
      "this looks like UTF-16 without a byte order mark, and no declaration names it; save it as UTF-8",
    "xml-wrong-bytes":
      "these bytes are not in the encoding of the file: {reason}; correct them, or the encoding in the first line",
    "xml-odd-byte": "the file ends in half a character of UTF-16; it may be cut off",
    "xml-zero-byte": "a zero byte stands here, which text never has; the file is damaged",
    "xml-cut-off": "the file is cut off: it ends inside <{element}> of line {opened}; get it again",
    "xml-cut-off-outside": "the file is cut off; get it again",
    "xml-not-xml": "this is not XML, which begins with \"<\"; name another file",
    "xml-not-well-formed": "this is not well-formed XML: {reason}; correct it there",
    "xml-bare-ampersand": "a & stands by itself here; write &amp;",
    "xml-declaration-not-first":
      "something stands before \"<?xml\", perhaps an empty line; take it out",
    "xml-tag-mismatch": "the end tag is not that of <{element}> of line {opened}: {reason}; correct it",
    "xml-attribute-twice": "an attribute is there twice: {reason}; take one out",
    "xml-after-end": "something stands after the end of the root element; take it out",
    "xml-forbidden-character": "a character that XML forbids: {reason}; take it out",
    "xml-namespace": "a namespace is not right: {reason}; declare its prefix",
    "xml-entity-declaration":
      "the entity \"{entity}\" is declared, and entities are not read here; write out what it stands for",
    "xml-entity-undeclared":
      "the entity \"&{entity};\" is none of XML's own five, and DTDs are not read; write its character",
    "xml-too-deep": "elements stand inside each other more than {limit} deep; the file is damaged",
    "xml-tag-too-long": "a start tag with its attributes has more than {limit} bytes; shorten it",
    "xml-too-many-attributes": "an element has {count} attributes; {limit} are allowed",
    "xml-too-many-namespaces": "more than {limit} namespaces are declared at once; take some out",
    "xml-text-too-long": "the text of <{element}> has more than {limit} bytes; shorten it",
    "xml-markup-too-long":
      "a comment, instruction or CDATA section has more than {limit} bytes; shorten it",
    "xml-doctype-too-long": "the document type declaration has more than {limit} bytes; take it out",
    "xml-too-many-names": "the document has more than {limit} different names; it is not of this kind",
    "xml-piece-too-large": "what begins here has more than {limit} bytes in all; shorten it",
    "xml-amplification":
      "default attributes make the document many times larger; take out the ATTLIST declarations",
    "xml-unwritable": "the file cannot be written: {reason}",
    "xml-forbidden-text": "\"{text}\" has {character}, which XML forbids; take it out",
    "xml-bad-name": "\"{name}\" is no name for XML; write letters, digits, and - _ . inside",
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
    "memory-none": "there is no memory; make one with \"yiming tmx import\"",
    "memory-no-segments":
      "no memory searched has a segment in \"{language}\"; there are {languages}, see --from and --memory",
    "memory-empty-segment": "the text in \"{language}\" is empty; write one",
    "memory-bad-pair": "the line has {count} cells; write a text, a tab and its translation",
    "memory-nothing-to-add": "standard input has no line; write a text, a tab and its translation on each",
    "memory-has-codes":
      "the text in \"{language}\" has inline codes ({count}), which a new text has not; give --drop-codes to let them go",
    "memory-no-language-there": "unit {number} has no text in \"{language}\"; give one that it has",
    "memory-no-text-left": "unit {number} would have no text left; remove it with \"yiming memory remove\"",
    "memory-only-tmx": "of a TMX file the answer is TMX; leave out --segment and --format, or give --input text",
    "memory-not-indexed":
      "the index of \"{name}\" was not made: {reason}; the next search makes it",
    "text-not-utf8": "the text is not UTF-8; convert it, as with iconv",
    "memory-several": "there are several memories: {names}; name one with --memory",
    "tmx-convert-broken":
      "nothing is written; {count} complete units of this file stand before the error",
    "tmx-import-broken":
      "nothing of this file is imported; with --keep-complete the units before the error ({count}) are",
    "tmx-import-kept": "the units before the error ({count}) are imported, for --keep-complete was given",
    "tmx-more-changes": "{count} more changes [{code}] are not listed",
    "tmx-more-units": "{count} more {what} units are not listed",
    "tmx-more-warnings": "{count} more warnings [{code}] are not listed",
    "tmx-several-headers":
      "the memory \"{name}\" has units of files with different headers; the header of \"{document}\" is written",
    "tmx-unit-skipped":
      "{unit} is skipped, for the memory has it with the same or a newer date; import without --update to add it",
    "term-ambiguous": "\"{name}\" is a form of several concepts ({ids}); give the id of one",
    "term-base-empty": "the term base is empty; add names with \"yiming term add\" or \"yiming glossary import\"",
    "term-nothing-to-edit": "nothing says what to change of \"{name}\"; give an option, as in {example}",
    "term-no-exception": "the term base has no such exception of \"{form}\"; see yiming term except --list",
    "term-nothing-to-except":
      "nothing says when \"{form}\" is a name; give --inside, --not-in or --always, or use --remove or --list",
    "term-unknown-form":
      "warning: no name known here is written \"{form}\"; the exception is kept for when there is one",
    "term-swapped": "the Chinese form comes first; write yiming term add \"{form}\" \"{english}\"",
  ]
}
