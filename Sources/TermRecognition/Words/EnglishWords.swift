/// English words that are names of the glossary too. At the start of a sentence, where every word has
/// a capital, they tell nothing.
///
/// Chosen by the editors from the single-word names of the core.
enum EnglishWords {
  /// In small letters.
  static let ordinary: Set<String> = Set(
    """
    academy admiralty albatross alphabet amnesty android angels arm arrow arsenal ascend athletics \
    avatar avenger avengers bears bills blizzard bloc boxer braves breeze brewers brothers brown bucks buffalo \
    bulls butler cadence canon capital cardinal cardinals carp caterpillar central challenger charter chiefs \
    citadel commanders commission commons commonwealth conservatives constitution continental cowboys cubs \
    curiosity dawn delta detention devotion diet disco dove dragon dragons dreamers duke eagles economist \
    elephants enterprise ether evergreen falcons fidelity fighters flamingo flex fortune friends frontier frozen \
    gap giant giants greens growler guardian guardians harpoon harpy hawks heat heritage honor hopper hornets \
    house hue imperial independent ingenuity inquirer interstellar jaguar javelin jazz jersey juniper kings \
    labor labour lancet lark league liberals liberation line lions lords magic male mariners marines marvel \
    masters maverick mavericks mayday met meteor midway mirage mirror money monkeys moonshot morningstar \
    national nationals nature nets nice nuggets oasis observer occidental oracle orioles packers paladin \
    paramount parasite patriot patriots pelicans people perseverance phoenix pilots pirates pistons post \
    providence prudential puma quad queen queens rams rangers ravens rays reds reliance renaissance reunion \
    ripple rockets rotary royals science sentinel sharp shell sidewinder snap socialists sonic sparrow spurs \
    stinger sun suns swallows switch switchblade target telegram telegraph tether threads thunder tigers time \
    times today tornado total trident triton twins typhoon valve vanguard variety visa warriors windows wizards \
    wolves zoom
    """.split(separator: " ").map(String.init))

  /// Words behind a name that only a body or a thing with a name of its own has.
  static let behindNames: Set<String> = [
    "said", "says", "announced", "announces", "reported", "reports", "unveiled", "launched", "shares",
    "stock", "executives", "spokesman", "spokeswoman", "spokesperson", "magazine", "corp", "corporation",
    "inc", "ltd", "employees", "engineers", "customers", "investors", "officials", "ceo", "plans",
    "posted", "posts", "sued", "sues", "hired", "filed", "files", "recalled", "recalls", "declined",
    "denied", "launches", "unveils",
  ]

  /// Names that are met so often that they are names at a sentence's start too, unless one of these
  /// words stands behind.
  static let followers: [String: Set<String>] = [
    "apple": [
      "tree", "trees", "pie", "pies", "juice", "orchard", "orchards", "grower", "growers", "cider", "sauce",
      "harvest", "harvests", "farmers", "crop", "crops", "blossoms", "peel", "slices", "varieties",
    ],
    "meta": [
      "question", "questions", "analysis", "analyses", "data", "level", "study", "studies", "tag", "tags",
    ],
  ]
}
