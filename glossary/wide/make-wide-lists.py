#!/usr/bin/env python3
"""Make the wide lists of the glossary from the harvested name files.

    make-wide-lists.py INPUT-FOLDER [--out FOLDER] [--report FILE]

INPUT-FOLDER holds names_permissive.tsv, names_ccbysa.tsv, BPMFBase.txt and
wordlist_mcbopomofo_mit.tsv. The decisions that a person made stand in decisions/ beside
this script, one file for each kind of decision:

    drop.tsv          zh-TW, en, reason      a row that is wrong; en * = every row of that form
    fix.tsv           zh-TW, en, column, value   a cell to be replaced
    ordinary.tsv      zh-TW, en              an ordinary word that may stay, for it is a well known name
    script-pairs.tsv  traditional, simplified

Standard library only; the same inputs and decisions always give the same files.
"""
import argparse, collections, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = ['zh-TW', 'en', 'zh-CN', 'zh-HK', 'kind', 'en-short', 'source', 'note']
SEPARATORS = dict.fromkeys(map(ord, '‧・•．∙⋅'), '·')

# ---------------------------------------------------------------- reading

def table(path, columns):
    """The rows of a decision file, without its comments and header."""
    rows = []
    if os.path.exists(path):
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                line = line.rstrip('\n')
                if not line or line.startswith('#'):
                    continue
                cells = line.split('\t')
                rows.append((cells + [''] * columns)[:columns])
        rows = rows[1:]
    return rows

class Row:
    __slots__ = ('zh', 'en', 'cn', 'hk', 'kind', 'source', 'order', 'also', 'raw', 'short')
    def __init__(self, zh, en, cn, hk, kind, source, order):
        self.zh, self.en, self.cn, self.hk = zh, en, cn, hk
        self.kind, self.source, self.order = kind, source, order
        self.also, self.short = [], ''
        self.raw = (zh, en)

def inputs(folder):
    order = 0
    for name in ('names_permissive.tsv', 'names_ccbysa.tsv'):
        with open(os.path.join(folder, name), encoding='utf-8') as lines:
            next(lines)
            for line in lines:
                cells = line.rstrip('\n').split('\t')
                order += 1
                yield Row(*cells[:6], order)

def readings(folder):
    """Each character's pinyin readings, and which characters are traditional (Big5)."""
    pinyin, big5 = collections.defaultdict(list), set()
    with open(os.path.join(folder, 'BPMFBase.txt'), encoding='utf-8') as lines:
        for line in lines:
            cells = line.split()
            if len(cells) < 5:
                continue
            sound = re.sub(r'[^a-zv]', '', cells[2])
            if sound not in pinyin[cells[0]]:
                pinyin[cells[0]].append(sound)
            if cells[4] == 'big5':
                big5.add(cells[0])
    return pinyin, big5

def counts(folder):
    out = {}
    with open(os.path.join(folder, 'wordlist_mcbopomofo_mit.tsv'), encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            out[cells[0]] = float(cells[1])
    return out

# ---------------------------------------------------------------- spelling

def plain(text):
    """Lower case, no accents, only letters, digits and spaces: for comparing English names."""
    text = text.replace('ı', 'i').replace('ø', 'o').replace('Ø', 'O').replace('ł', 'l').replace('Ł', 'L') \
               .replace('đ', 'd').replace('Đ', 'D').replace('ß', 'ss').replace('æ', 'ae').replace('&', ' and ')
    text = unicodedata.normalize('NFD', text)
    text = ''.join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"['’`ʻʼ.]", '', text)
    return re.sub(r'[^a-z0-9]+', ' ', text).strip()

def key(text):
    return re.sub(r'^the ', '', plain(text)).replace(' ', '')

def fold(text, pairs):
    """Chinese form without the difference of script, separators and 臺/台."""
    text = text.replace('臺', '台').replace('·', '').replace('-', '').replace('－', '').replace(' ', '').replace('・', '')
    return ''.join(pairs.get(c, c) for c in text)

def distance(a, b, most=3):
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]

TYPOS = [('Impelementation', 'Implementation'), ('Regulayions', 'Regulations'), ('Committe ', 'Committee '), ('Managemen ', 'Management ')]
LITTLE = set('a an and at by for from in of on or the to with'.split())
SMALL = set('da de del della der den di do dos du el la le van von bin al ibn y e of the and bint zu ter ten st'.split())

def tidy_en(text, kind):
    text = unicodedata.normalize('NFC', text)
    text = text.replace('’', "'").replace('‘', "'").replace('`', "'").replace('\u00a0', ' ').replace('\u200b', '')
    text = re.sub(r'\s*",\s*[^"]*",\s*', ' ', text)                 # Robert ", Kelly", Ortberg
    text = re.sub(r',? [DR]-[A-Z]{2}$', '', text)                    # Joe Courtney, D-CT
    text = re.sub(r'\s+', ' ', text).strip()
    text = re.sub(r'\s*[,;:、，。·/]+$', '', text)
    text = re.sub(r'^[\s,;:.、，·"]+', '', text)
    if not re.search(r'(\b(Jr|Sr|Inc|Ltd|Co|Corp|St|[A-Z])|\.[A-Za-z])\.$', text):
        text = text.rstrip('.')
    text = text.replace(' ,', ',').strip(' "')
    text = re.sub(r',(?=[A-Za-z])', ', ', text)
    if text.count('(') != text.count(')'):
        return ''
    if kind == 'person':
        text = re.sub(r"^(Mr|Mrs|Ms|Dr|Sir|President|Prof|Sen|Rep|Gov|Gen)\.? (?=[A-Z][a-z]+ [A-Z])", '', text)
        words = text.split(' ')
        for i, w in enumerate(words):
            letters = re.sub(r'[^A-Za-zÀ-ž]', '', w)
            if len(letters) > 3 and letters.isupper() and not re.fullmatch(r'[IVX]+', letters) and len(words) > 1:
                w = '-'.join(p.capitalize() for p in w.split('-'))
                w = re.sub(r"\b(Mc|O'|D')([a-z])", lambda m: m.group(1) + m.group(2).upper(), w)
                words[i] = w
            elif w.islower() and w not in SMALL and i == 0:
                words[i] = w[:1].upper() + w[1:]
        text = ' '.join(words)
        text = re.sub(r'\b([A-Z])\.([A-Z][a-z])', r'\1. \2', text)
    return text

def polish(row):
    """What is put right after the decisions, which name a row by its earlier spelling."""
    text, more = row.en, row.also
    if row.source.startswith(('wp-', 'cc-')):
        if row.kind == 'person' and text.count(', ') == 1 and not re.search(', (Jr|Sr|the)', text):
            last, first = text.split(', ')                             # Berger, Ann-Katrin
            text = first + ' ' + last
        if '/' in text and text != 'Bodø/Glimt':                       # Bern/Berne
            text, *others = [part.strip() for part in text.split('/')]
            more = more + others
        if row.kind == 'org':
            text = re.sub(r' (A\.F\.C|F\.C|S\.C|A\.C|C\.F|B\.C|S\.K)$', '', text) or text
        text = re.sub(r'^Khet (.*)$', r'\1 District', text)
    if row.kind == 'person':
        text = re.sub(r'\b([A-Z]) (?=[A-Z])', r'\1. ', text)           # Michael J Fox
        text = re.sub(r'^([A-Z])\. ([A-Z])\. ([A-Z]) ', r'\1. \2. \3. ', text)
    row.en, row.also = text, more

def tidy_zh(text):
    text = unicodedata.normalize('NFC', text).translate(SEPARATORS)
    text = text.replace('\u3000', ' ').strip()
    text = re.sub(r'(?<=[\u3400-\u9fff·]) +(?=[\u3400-\u9fff·])', '', text)
    return text.strip(' 「」『』《》〈〉，。、；：“”"·')

# ---------------------------------------------------------------- sound

INITIALS = ['zh', 'ch', 'sh'] + list('bpmfdtnlgkhjqxrzcsyw')

def sounds_zh(text, pinyin):
    """The consonants of a Chinese form, each a set of classes it may stand for."""
    out = []
    for c in text:
        if c in '·-－．.':
            continue
        options = pinyin.get(c)
        if not options:
            if c.isascii() and c.isalpha():
                out += sounds_en(c)
            continue
        sound = options[0]
        if sound.startswith('er'):
            out.append('L')
            continue
        initial = next((i for i in INITIALS if sound.startswith(i)), '')
        final = sound[len(initial):]
        one = {'b': 'PF', 'p': 'P', 'm': 'M', 'f': 'FH', 'd': 'T', 't': 'T', 'n': 'N', 'l': 'L', 'g': 'KG', 'k': 'K',
               'h': 'HKF', 'j': 'JGKS', 'q': 'JKS', 'x': 'SHJK', 'zh': 'JS', 'ch': 'JST', 'sh': 'S', 'r': 'LJS',
               'z': 'SJT', 'c': 'STJ', 's': 'S', 'y': 'YJ', 'w': 'WF', '': ''}[initial]
        if one:
            out.append(one)
        if final.endswith('n') or final.endswith('ng'):
            out.append('nMN')
    return out

def sounds_en(text):
    t = plain(text).replace(' ', '')
    t = re.sub(r'sch|sh|tch|ch|zh|cz|tz|ts|dz|ss|zz', lambda m: {'sch': '1', 'sh': '1', 'tch': '2', 'ch': '3', 'zh': '2', 'cz': '2', 'tz': '4', 'ts': '4', 'dz': '2', 'ss': 's', 'zz': 's'}[m.group()], t)
    t = t.replace('ph', 'f').replace('th', '5').replace('ck', 'k').replace('qu', 'kw').replace('gh', '6').replace('kh', '8').replace('ng', '7')
    t = re.sub(r'c(?=[eiy])', 's', t)
    t = re.sub(r'g(?=[eiy])', '9', t)
    t = re.sub(r'(.)\1', r'\1', t)
    table = {'b': 'P', 'p': 'P', 'm': 'M', 'f': 'F', 'v': 'FWP', 'w': 'WF', 'd': 'T', 't': 'T', 'n': 'NnM', 'l': 'L', 'r': 'LS',
             'g': 'KGJ', 'k': 'K', 'c': 'KSJ', 'q': 'KJ', 'x': 'SKJ', 'h': 'H', 'j': 'JYHS', 's': 'SJ', 'z': 'SJ', 'y': 'Y',
             '1': 'SJ', '2': 'JS', '3': 'JSKH', '4': 'SJ', '5': 'TSH', '6': 'KGHF', '7': 'nNKJ', '8': 'HK', '9': 'JGKHS'}
    return [table[c] for c in t if c in table]

def sound_distance(zh, en):
    """0 = every consonant has its partner; 1 = none."""
    if not zh:
        return 0.0
    big = len(zh) + len(en)
    weight = lambda s: 0.35 if s in ('Y', 'YJ', 'WF', 'H', 'nMN', 'LS', 'NnM', 'JYHS') else 1.0
    row = [0.0]
    for e in en:
        row.append(row[-1] + 0.8 * weight(e))
    for z in zh:
        new = [row[0] + weight(z)]
        for j, e in enumerate(en, 1):
            same = 0.0 if set(z) & set(e) else 1.6
            new.append(min(row[j] + weight(z), new[j - 1] + 0.8 * weight(e), row[j - 1] + same))
        row = new
    total = sum(map(weight, zh)) + 0.8 * sum(map(weight, en))
    return row[-1] / total if total else 0.0

def plausibility(zh, en, pinyin):
    """The best agreement of the Chinese form with the English name, or a part of it."""
    words = [w for w in re.split(r'[ \-]+', en) if re.search('[A-Za-zÀ-ž]', w)]
    parts = {' '.join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    target = sounds_zh(zh, pinyin)
    return min((sound_distance(target, sounds_en(p)) for p in parts), default=1.0)

def short_form(row, pinyin):
    """The surname, where the Chinese form plainly writes the last words of the English name and not the
    whole of it (川普: Trump; 范德賴恩: von der Leyen). Empty where that is not plain."""
    if row.kind != 'person' or re.match('(King|Queen|Pope|Prince|Princess|Saint|Lord|DJ|Lil|The|Dr)\\b', row.en):
        return ''
    *given, last = re.split('[·]', row.zh)
    words = row.en.split()
    while len(words) > 1 and re.fullmatch(r'Jr|Sr|[IVX]+', words[-1]):
        words.pop()
    if len(words) < 2 or len(last) < 2:
        return ''
    target = sounds_zh(last, pinyin)
    spans = {(i, j): sound_distance(target, sounds_en(' '.join(words[i:j])))
             for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    ends = [(round(spans[i, len(words)], 2), -i) for i in range(1, len(words))]
    best, at = min(ends)
    elsewhere = min(value for (i, j), value in spans.items() if j < len(words))
    if best > 0.2 or elsewhere < best + 0.1 or spans[0, len(words)] < best + 0.15 and not given:
        return ''
    tail = words[-at:]
    if len(tail) > 1 and plain(tail[0]) not in PARTICLES and len(last) < 5:
        return ''
    return ' '.join(tail)

PARTICLES = set('de del della di da do dos du la le les lo el al van von der den bin ben bou abu ter ten zu st san saint'.split())

# ---------------------------------------------------------------- rules

NO_NAME = re.compile(r'\b(CEO|COO|CFO|Minister|President of|Ministry of the|Senator|Secretary|spokes\w+|breaking|update|http|www|subtitle|NewLine|lang=|zh-tw)\b', re.I)

def dropped_by_rule(row, big5, words, kept):
    zh, en = row.zh, row.en
    if not en or not re.search('[A-Za-zÀ-ž]', en):
        return 'English without Latin letters'
    if re.search('[\u0370-\u1fff\u2e80-\u9fff\uac00-\ud7af]', en):
        return 'another script in the English'
    if re.search(r'[{}\[\]|<>=*#_@~^\\\ufffd]', en + zh) or '?' in en or '--' in en:
        return 'fragment of markup'
    han = re.findall('[\u3400-\u9fff]', zh)
    if len(han) == 1 and len(re.sub('[^A-Za-z0-9]', '', zh)) == 0 or not han:
        return 'one-character form'
    if any(c not in big5 for c in han):
        return 'not a traditional character'
    if re.search('[（()）,，、：:;；「」《》？！/]', zh) and row.source != 'moj:law-title' and row.source != 'droidtown:MiLB_Teams':
        return 'punctuation in the Chinese form'
    if row.kind == 'person':
        if NO_NAME.search(en):
            return 'no name of a person'
        if re.search(r'\d', en):
            return 'digit in a personal name'
        if len(en) < 3:
            return 'too short'
        if en.islower():
            return 'lower case only'
    if words.get(zh, 0) >= 60 and (zh, en) not in kept and (zh, '*') not in kept and row.source not in KEEP_ORDINARY:
        return 'ordinary word'
    return None

KEEP_ORDINARY = {'moj:law-title', 'moj:agency', 'tw-post:city', 'tw-post:district', 'cldr:territory', 'cldr:city',
                 'droidtown:country', 'droidtown:ThailandCity', 'nsi:brands', 'droidtown:newsAgency', 'droidtown:company',
                 'droidtown:webplatform', 'nsi:operators', 'droidtown:organization'}

# Football, racing and other sports groups: their zh-TW cells are often Hong Kong's or the mainland's words.
SPORTS = set("""Chelseafc|Racing|FC Bayern footballer|Leeds United|liverpoolfc|uefa|EPL|laliga|MUFC|Arsenal footballer|FC Barcelona footballer
意甲|Snooker|Football|NWSL|MCFC|AC Milan|GZFC|南美足球队|Bundesliga|ALeague|MLS|FAcup|ligue|排球""".replace('\n', '|').split('|'))

def dropped_by_source(row):
    zh, en, source = row.zh, row.en, row.source
    if source.startswith('wp-cgroup:') and source[10:] in SPORTS:
        return 'sports group, words of other regions'
    if source == 'cldr:currency' and (re.search(r'[()\d]', zh + en)):
        return 'historical or technical currency'
    if source == 'cldr:language' and (re.search(r'[()（）]', zh + en) or len(zh) < 3):
        return 'technical or two-character language name'
    return None

# ---------------------------------------------------------------- one English name, several spellings

def initials_out(words):
    out = [w for w in words if len(w) > 1 and w not in ('jr', 'sr', 'ii', 'iii', 'iv', 'dr', 'mr', 'ms', 'sir')]
    return out or words

def same_person(a, b):
    """Do two English names of one Chinese form look like spellings of one name?"""
    if key(a) == key(b):
        return True
    wa, wb = initials_out(plain(a).split()), initials_out(plain(b).split())
    ja, jb = ''.join(wa), ''.join(wb)
    if ja == jb or sorted(wa) == sorted(wb):
        return True
    if len(wa) == 1 and len(wb) == 1:
        return len(ja) > 4 and distance(ja, jb) <= 1
    if len(wa) > 1 and len(wb) > 1:
        near = lambda x, y: x == y or (min(len(x), len(y)) >= 5 and distance(x, y) <= 1) or (min(len(x), len(y)) >= 8 and distance(x, y) <= 2)
        if near(wa[-1], wb[-1]) and near(wa[0], wb[0]):
            return True
        if min(len(ja), len(jb)) >= 10 and distance(ja, jb) <= 1:
            return True
        small, large = sorted((wa, wb), key=len)
        if len(set(small)) > 1 and set(small) < set(large) and (small[0] == large[0] or len(large) > 3 or ' '.join(small) == ' '.join(large[-len(small):]) and len(small[0]) > 7):
            return True
    return False

def merge(rows, spellings):
    """Rows of one Chinese form and kind: one row for each English name."""
    out, singles = [], []
    for row in rows:
        if len(plain(row.en).split()) == 1 and row.kind == 'person':
            singles.append(row)
            continue
        for other in out:
            if any(same_person(row.en, e) for e in [other.en] + other.also):
                take(other, row, spellings)
                break
        else:
            out.append(row)
    for row in singles:
        w = plain(row.en)
        hosts = [o for o in out if any(w in plain(e).split() or w == key(e) for e in [o.en] + o.also)]
        near = [o for o in out if any(len(w) > 4 and distance(w, x) <= 1 for e in [o.en] + o.also for x in plain(e).split())]
        if len(hosts) == 1 and not row.source.startswith('wp-'):
            if not hosts[0].short and row.en in hosts[0].en.split():
                pass
            continue
        if (hosts or near) and not row.source.startswith('wp-'):
            continue
        if any(key(o.en) == key(row.en) for o in out):
            continue
        same = [o for o in out if same_person(o.en, row.en)]
        if same:
            take(same[0], row, spellings)
        else:
            out.append(row)
    return out

def take(host, row, spellings):
    for e in [row.en] + row.also:
        if e == host.en or e in host.also or key(e) == key(host.en) and plain(e) == plain(host.en):
            # the accented or punctuated spelling of the same letters adds nothing to find
            continue
        if all(spellings[w] > 1 for w in plain(e).split()):
            host.also.append(e)
    host.cn, host.hk = host.cn or row.cn, host.hk or row.hk

# ---------------------------------------------------------------- files

def file_of(source):
    if source == 'droidtown:people':
        return 'droidtown-people'
    if source.startswith('droidtown:'):
        return 'droidtown-other'
    if source.startswith('cldr:'):
        return 'cldr'
    if source.startswith('nsi:'):
        return 'nsi-brands'
    if source.startswith('moj:'):
        return 'roc-laws-agencies'
    if source.startswith('tw-post:'):
        return 'tw-post'
    if source.startswith('wp-cgroup:'):
        return 'wikipedia-conversion-ccbysa'
    if source.startswith('cc-cedict'):
        return 'cc-cedict-ccbysa'
    raise SystemExit('unknown source: ' + source)

FILES = {
    'droidtown-people': 'Persons as Taiwanese news writes them. Droidtown AItlas, MIT licence. A bare surname is one person of many.',
    'droidtown-other': 'Teams, media, companies, places. Droidtown AItlas, MIT licence.',
    'cldr': 'Territories, cities, languages, currencies. Unicode CLDR, Unicode License v3.',
    'nsi-brands': 'Brands and operators in Taiwan. OpenStreetMap name-suggestion-index, BSD-3-Clause.',
    'roc-laws-agencies': 'Laws and agencies of the Republic of China (Taiwan). Ministry of Justice, public domain.',
    'tw-post': 'Counties, cities, townships and districts of Taiwan. Chunghwa Post.',
    'wikipedia-conversion-ccbysa': 'Names with their regional forms. Chinese Wikipedia conversion groups, CC BY-SA 4.0.',
    'cc-cedict-ccbysa': 'Names marked as Taiwanese usage. CC-CEDICT, CC BY-SA 4.0.',
}

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--out', default=HERE)
    parser.add_argument('--report', help='every dropped row with its reason, and the sound distance of the kept ones')
    options = parser.parse_args()
    decisions = os.path.join(HERE, 'decisions')

    pinyin, big5 = readings(options.folder)
    words = counts(options.folder)
    pairs = dict(table(os.path.join(decisions, 'script-pairs.tsv'), 2))
    drop = {(z, e) for z, e, _ in table(os.path.join(decisions, 'drop.tsv'), 3)}
    kept = {(z, e) for z, e in table(os.path.join(decisions, 'ordinary.tsv'), 2)}
    fixes = collections.defaultdict(list)
    for z, e, column, value in table(os.path.join(decisions, 'fix.tsv'), 4):
        fixes[z, e].append((column, value))
    used = set()

    big5.update('峯裏綫衞滙')
    big5.difference_update('峯裏綫衞')
    gone = collections.Counter()
    log = []
    rows, came = [], collections.Counter()
    for row in inputs(options.folder):
        came[file_of(row.source)] += 1
        row.zh, row.cn, row.hk = tidy_zh(row.zh), tidy_zh(row.cn), tidy_zh(row.hk)
        row.en = tidy_en(row.en, row.kind)
        if row.source == 'moj:law-title':
            row.kind = 'work'
            if row.en.isupper():
                row.en = ' '.join(w if i and w in LITTLE else w.capitalize() for i, w in enumerate(row.en.lower().split()))
            for wrong, right in TYPOS:
                row.en = row.en.replace(wrong, right)
        if row.source == 'tw-post:district':
            row.en = re.sub(r' Dist$', ' District', row.en)
        name = (row.zh, row.en)
        for place in (name, row.raw):
            for column, value in fixes.get(place, ()):
                used.add(place)
                if column == 'zh-TW': row.zh = value
                elif column == 'en': row.en, row.also = value.split('|')[0], value.split('|')[1:]
                elif column == 'zh-CN': row.cn = value
                elif column == 'zh-HK': row.hk = value
                elif column == 'kind': row.kind = value
                elif column == 'en-short': row.short = value
            if fixes.get(place):
                break
        reason = None
        for place in (name, row.raw):
            if place in drop or (place[0], '*') in drop:
                reason = 'decision'
                used.update([place, (place[0], '*')])
        if not reason:
            polish(row)
        reason = reason or dropped_by_source(row) or dropped_by_rule(row, big5, words, kept)
        if reason:
            gone[file_of(row.source), reason] += 1
            log.append(('-', reason, row.zh, row.en, row.kind, row.source))
            continue
        # another region's form is written only where it is another word
        zh = fold(row.zh, pairs)
        if fold(row.cn, pairs) == zh or not re.search('[\u3400-\u9fff]', row.cn): row.cn = ''
        if fold(row.hk, pairs) == zh or not re.search('[\u3400-\u9fff]', row.hk): row.hk = ''
        latin = re.compile('[A-Za-z]{3,}')
        if re.search('[（(|/]', row.cn) or latin.search(row.cn) and not latin.search(row.zh): row.cn = ''
        if re.search('[（(|/]', row.hk) or latin.search(row.hk) and not latin.search(row.zh): row.hk = ''
        row.cn = ''.join(pairs.get(c, c) for c in row.cn)
        # a one-character form is met by accident only
        if len(row.cn) == 1: row.cn = ''
        if len(row.hk) == 1: row.hk = ''
        if any(c not in big5 for c in re.findall('[\u3400-\u9fff]', row.hk)): row.hk = ''
        rows.append(row)

    spellings = collections.Counter()
    for row in rows:
        for w in set(plain(row.en).split()):
            spellings[w] += 1

    # one form in one list: merge the spellings
    by_form = collections.defaultdict(list)
    for row in rows:
        by_form[file_of(row.source), fold(row.zh, pairs), row.kind == 'person'].append(row)
    merged = [row for group in by_form.values() for row in merge(group, spellings)]
    # one form and one English name in several lists, or with several kinds: the first list wins,
    # but a list that knows the other regions' words wins over one that does not
    seen, out = {}, []
    for row in sorted(merged, key=lambda r: r.order):
        name = (fold(row.zh, pairs), key(row.en))
        other = seen.get(name)
        if other is None:
            seen[name] = row
            out.append(row)
        elif (row.cn or row.hk) and not (other.cn or other.hk):
            if file_of(row.source) == file_of(other.source):
                other.cn, other.hk = row.cn, row.hk
            elif row.kind == other.kind and (row.cn and row.cn != other.cn):
                seen[name] = row
                out[out.index(other)] = row
    # the same name written over several Chinese forms in one list stays several rows
    lists = collections.defaultdict(list)
    for row in out:
        lists[file_of(row.source)].append(row)
    total = 0
    for name, about in FILES.items():
        part = sorted(lists[name], key=lambda r: r.order)
        total += len(part)
        with open(os.path.join(options.out, name + '.tsv'), 'w', encoding='utf-8', newline='\n') as f:
            f.write(f'# {about}\n# Made by make-wide-lists.py; see ../SOURCES.md.\n')
            f.write('\t'.join(HEADER) + '\n')
            for r in part:
                short = r.short or short_form(r, pinyin)
                cells = [r.zh, '|'.join([r.en] + r.also), r.cn, r.hk, r.kind, short, r.source, '']
                f.write('\t'.join(cells) + '\n')
        print(f'{name}: {came[name]} in, {len(part)} out')
    print('total:', sum(came.values()), 'in,', total, 'out')
    stale = [f for f in list(fixes) if f not in used]
    if stale:
        print(len(stale), 'fixes met no row, e.g.', stale[:5])
    if options.report:
        with open(options.report, 'w', encoding='utf-8') as f:
            for x in log:
                f.write('\t'.join(x) + '\n')
            for r in out:
                f.write('\t'.join(['+', f'{plausibility(r.zh, r.en, pinyin):.2f}', r.zh, '|'.join([r.en] + r.also), r.kind, r.source, r.cn, r.hk]) + '\n')
        for (n, why), c in sorted(gone.items()):
            print(f'  {n}: {why}: {c}')

if __name__ == '__main__':
    main()
