"""Errors as a speech recogniser makes them, put into a text at a wanted word error rate, repeatably by a seed.

A recogniser that does not know a word writes what sounds like it: another word, or several short ones. Jargon is hit
more than plain words; short words without stress get lost or made up. Word error rate is as in `tests.word_error`.
"""

import random
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from tests.word_error import plain

#: A word is jargon when it is this long and not a common one, or an abbreviation.
_JARGON_LETTERS: Final = 7
#: How often jargon is hit beside a plain word, and how often it falls into pieces when it is hit.
_JARGON_WEIGHT, _SPLIT_SHARE = 4.0, 0.6
#: Shares of what happens to a plain word that is hit: left out (short ones only), or another one put in behind it.
_DELETE_SHARE, _INSERT_SHARE = 0.75, 0.12
#: How many of the likest words may be written instead.
_NEAREST = 4
_UNSTRESSED_TEXT: Final = """
    a an the of to in on at is are was it its and or so that this for as by be you your we i can will do then"""
_UNSTRESSED: Final = frozenset(_UNSTRESSED_TEXT.split())
_MADE_UP: Final = ("the", "a", "and", "of", "to", "in", "so", "it", "is", "that", "uh")
#: Names of letters that sound alike.
_LETTERS_ALIKE: Final = ("bcdegptvz", "ajk", "fsx", "mn", "iy", "qu", "lo", "rh", "w")
#: Rewritten one after another, spelling becomes roughly sound: what is left are the consonants and where vowels are.
_SOUNDS: Final = (
    (r"^(kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"[sc]ion|tion|cian|shen", "Sn"), (r"ture", "Sr"),
    (r"sch|tch|ch|sh|[tc]i(?=[ao])", "S"), (r"ph", "f"), (r"gh(?=t)|gh$|(?<=m)b$", ""), (r"dg|g(?=[eiy])", "j"),
    (r"c(?=[eiy])", "s"), (r"[cqk]+u?|ck", "k"), (r"x", "ks"), (r"z", "s"), (r"th", "0"), (r"wh", "w"), (r"v", "f"),
    (r"d$", "t"), (r"e$", ""), (r"(.)\1", r"\1"), (r"[aeiouyw]+", "a"),
)  # fmt: skip
#: Common words; most are short, since long words are heard as several short ones.
_COMMON_TEXT: Final = """
    able about above accident across act add after again age ago air all allow almost alone along already also always
    am among an and animal answer any apart apply are area arm around art as ash ask at ate away back bad bag ball
    band bank bar base bat be bear beat because bed been before began begin behind being bell below best bet better
    between big bill bird bit black block blood blow blue board boat body bone book born both bottom box boy brain
    branch break bring broken brought brown bug build built burn bus but buy by cake call calm came can car card care
    carry case cast cat catch caught cause cell cent center chain chair chance change charge chart cheap check child
    choice choose city claim class clean clear climb clock close cloud coal coast coat code cold collar color come
    common cook cool copy corn corner cost could count country course cover crash cross crowd cry cup cut dad dance
    dare dark date day dead deal dear death deep deer den depend did die dig dinner dish do doctor does dog done door
    doubt down draw dream dress drink drive drop dry due during dust each ear early earn earth ease east easy eat edge
    egg eight else empty end engine enough enter equal error even ever every exam eye face fact fair fall family far
    farm fast fat father fear feature fed feed feel feet fell felt few field fight file fill film find fine finger
    fire first fish fit five flat flight floor flow fly fold follow food foot for force form forward found four free
    fresh friend from front fruit full fun gain game garden gas gate gave gear general gentle get girl give glad glass
    go goal gold gone good got grade grain grass gray great green grew grey ground group grow guess guide gun guy had
    hair half hall hand hang happen happy hard has hat hate have he head hear heard heart heat heavy held hell help
    hen her here hey hid hide high hill him his hit hold hole home hope horse hot hour house how huge human hundred
    hunt hurt i ice idea if in ink inner input is it jar job join joke judge jump just keen keep key kick kid kill
    kind king knee knew know label lack lady laid lake lamp land lane large last late laugh law lawn lay layer lead
    leaf lean learn least leave led left leg less let letter level lie life lift light like limb line link lip list
    little live load local lock log long look loose lose loss lost lot loud love low luck made mail main make mall man
    many map mark market mass master mat match math matter may me mean meat meet mel men merge mess met middle might
    mile milk mill mind mine mint miss mist mix model moment money month mood moon more morning most mother mountain
    mouse mouth move much mud music must my name nation near neck need net never new news next nice night nine no node
    noise none nor north nose not note nothing now number nurse nut oak odd of off offer office often oil old on once
    one only open or order other our out over own pace page paid pain paint pair pan paper parent park part pass past
    path pay peace peak pen people per period person pet phone pick picture piece pile pin pipe place plain plan plane
    plant plate play please plot point pole pool poor port pose post pot pound power press pretty price prime print
    problem propose pull pure push put queen quick quiet quite race rail rain raise ran range rank rate raw ray reach
    read ready real reason red region regular rent report rest result rich ride right ring rise river road rock role
    roll roof room root rope rose rough round row rule run rush sad safe said sail sale salt same sample sand sat save
    saw say scale scene school score sea seal search seat second see seed seem seen self sell send sense sent serve
    set seven several shade shake shape share sharp she sheep sheet ship shirt shoe shop short should show shut sick
    side sign silk similar simple since sing single sir sister sit site six size skin sky sleep slip slow small smell
    smile snow so soft soil sold some son song soon sort soul sound soup south space speak speed spell spend spent
    spoke sport spot spring square staff stage stair stamp stand star start state station stay steal steel step stick
    still stock stone stood stop store storm story street strong such sudden sugar suit sum summer sun super sure
    table tail take tale talk tall tank tape task taste taught tax tea teach team tear tell ten tend tension tent term
    test text than thank that the their them then theory there these they thick thin thing think third this those
    though thought thread three through throw thus tide tie time tin tiny tip tire to told ton tone too took tool top
    torn total touch tour toward town track trade train tray tree trial trick trip truck true trust try tune turn twin
    two type under union unit until up us use used valid valley value van vary vast vector verse very vice view vision
    visit voice wait walk wall want war warm was wash waste watch water wave way we weak wear weather week weigh
    weight well went were west wet what wheel when where which while white who whole why wide wife wild will win wind
    wine wing winter wire wise wish with wood word work world worn worse worth would write wrong yard year yes yet you
    young your zone"""
_COMMON: Final = tuple(_COMMON_TEXT.split())
_KNOWN: Final = frozenset(_COMMON)
_PIECES = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


def with_errors(words: Sequence[str], rate: float, seed: int) -> list[str]:
    """Return the words with errors put in until the wanted share is reached, to within a word.

    Args:
        words: as spoken, with or without punctuation.
        rate: wanted errors by number of words, 0..1.
        seed: the same seed and words give the same errors.
    """
    rng = random.Random(f"{seed} {' '.join(words)}")
    said = plain(" ".join(words))
    # a text has a whole number of errors; drawn so that many short texts together have the wanted rate
    wanted = int(rate * len(said) + rng.random())
    heard = [[word] for word in words]
    for place in _order(words, rng):
        missing = wanted - _errors(said, heard)
        if missing <= 0:
            break
        before = heard[place]
        heard[place] = _misheard(words[place], rng)
        if _errors(said, heard) > wanted:
            heard[place] = before
    return [word for written in heard for word in written]


def _errors(said: Sequence[str], heard: Sequence[Sequence[str]]) -> int:
    return Levenshtein.distance(said, plain(" ".join(word for written in heard for word in written)))


def is_jargon(word: str) -> bool:
    """Whether a recogniser is likely not to know a word: long and uncommon, or an abbreviation."""
    core = _core(word)
    return (len(core) > 1 and core.isupper()) or (len(core) >= _JARGON_LETTERS and core.lower() not in _KNOWN)


def _core(word: str) -> str:
    match = _PIECES.match(word)
    assert match is not None  # it matches any text
    return match[2]


def _order(words: Sequence[str], rng: random.Random) -> list[int]:
    """Return the places in the order in which they are hit, jargon sooner (Efraimidis and Spirakis 2006)."""
    weights = [_JARGON_WEIGHT if is_jargon(word) else 1.0 for word in words]
    keys = [rng.random() ** (1 / weight) for weight in weights]
    return sorted((place for place, word in enumerate(words) if plain(word)), key=lambda place: -keys[place])


def _misheard(word: str, rng: random.Random) -> list[str]:
    """Return what is written instead of a word: nothing, one word or several."""
    match = _PIECES.match(word)
    assert match is not None  # it matches any text
    before, core, after = match.groups()
    if core.lower() in _UNSTRESSED and not after and rng.random() < _DELETE_SHARE:
        return []
    if not is_jargon(word) and rng.random() < _INSERT_SHARE:
        return [word, rng.choice(_MADE_UP)]
    if is_jargon(word) and not core.isupper() and rng.random() < _SPLIT_SHARE:
        written = rng.choice(_splits(core.lower()))
    elif core.isupper() and len(core) > 1:
        written = _other_letters(core, rng)
    else:
        written = rng.choice(_alike(core.lower()))
    pieces = written.split()
    pieces[0], pieces[-1] = before + pieces[0], pieces[-1] + after
    return pieces


def _other_letters(core: str, rng: random.Random) -> str:
    """Return an abbreviation with one letter misheard, or written in lower case as single letters."""
    places = [place for place, letter in enumerate(core) if letter.isalpha()]
    if not places or rng.random() < 0.3:
        return " ".join(core.lower())
    place = rng.choice(places)
    alike = next(group for group in _LETTERS_ALIKE if core[place].lower() in group)
    other = rng.choice([letter for letter in alike if letter != core[place].lower()] or ["you"])
    return core[:place] + other.upper() + core[place + 1 :]


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return roughly how a lower-case word sounds."""
    for spelling, key in _SOUNDS:
        word = re.sub(spelling, key, word)
    return word


_SOUND_OF: Final = {word: sound(word) for word in _COMMON}


@lru_cache(maxsize=20_000)
def _likest(text: str, number: int) -> tuple[tuple[str, float], ...]:
    """Return the common words that sound most like a text, and spell most like it, with their likeness 0..1."""
    near = process.extract(sound(text), _SOUND_OF, scorer=Indel.normalized_similarity, limit=40)
    scored = (
        (word, 0.6 * likeness + 0.4 * Indel.normalized_similarity(text, word))
        for _, likeness, word in near
        if word != text
    )
    return tuple(sorted(scored, key=lambda one: (-one[1], one[0]))[:number])


@lru_cache(maxsize=20_000)
def _alike(word: str) -> tuple[str, ...]:
    """Return what one word may be taken for: common words that sound like it, or another ending of it."""
    found = [other for other, _ in _likest(word, _NEAREST)]
    for ending in ("s", "ed", "ing", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return (*found, *2 * (_without(word, ending),))
    return (*found, f"{word}s") if len(word) >= 4 and not word.endswith(("s", "y")) else tuple(found)


def _without(word: str, ending: str) -> str:
    """Return a word without its ending; "fitting" becomes "fit"."""
    start = word.removesuffix(ending)
    return start[:-1] if ending != "s" and start[-1] == start[-2] else start


@lru_cache(maxsize=20_000)
def _splits(word: str) -> tuple[str, ...]:
    """Return the likest ways to hear a long word as two or three common words."""
    found: dict[str, float] = {}
    counts = (1, 2) if len(word) >= 11 else (1,)
    for cuts in (cuts for count in counts for cuts in combinations(range(2, len(word) - 1), count)):
        bounds = (0, *cuts, len(word))
        if min(end - start for start, end in pairwise(bounds)) < 2:
            continue
        parts = [word[start:end] for start, end in pairwise(bounds)]
        chosen = [(part, 1.1) if part in _KNOWN else _likest(part, 1)[0] for part in parts]
        likeness = sum(score * len(part) for (_, score), part in zip(chosen, parts, strict=True)) / len(word)
        written = " ".join(piece for piece, _ in chosen)
        found[written] = max(found.get(written, 0.0), likeness)
    return tuple(sorted(found, key=lambda written: (-found[written], written))[:_NEAREST])
