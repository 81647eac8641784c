"""What stands around the equations of an answer: the words before and behind each, its sentence, and asides."""

from bisect import bisect_left
from collections.abc import Collection
from functools import cached_property

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SIGNED
from gradbook.written.lexing.words.dictionary import AGAINST_IT, NO_CLAIM, VAGUE, Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.parsing.cues.around.announcements import told_ahead
from gradbook.written.parsing.cues.around.clauses import Clause, clauses_of, unclear
from gradbook.written.parsing.cues.around.denials import ALONE, OF_ALL, denials, of_all
from gradbook.written.parsing.cues.around.errors_meant import is_thing
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.inventory import ROLES, inventory
from gradbook.written.parsing.phrases.speech.attributions import exemplary, of_others, says_somebody
from gradbook.written.parsing.phrases.speech.over import asks_either, is_edit, is_led_to_display, lists, titles
from gradbook.written.parsing.phrases.speech.remarks import contradicts, has_own, is_about_it, speaks_of_this
from gradbook.written.parsing.phrases.speech.seeming_doubts.apologies import is_of_another
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import COMMA_THAT
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import leads_in
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.set_aside import found_away, not_mine, set_aside
from gradbook.written.parsing.phrases.speech.weighing.scales import explains

SENTENCE = frozenset({"mark", "stop", "line", "block", "item", "heading", "struck", "row", "wide"})
_CLAUSE = SENTENCE | {"comma", "colon", "arrow"}
_ON_ITSELF = frozenset({Role.DENIAL, Role.RETRACTION, Role.HEDGE})
PASSING = frozenset({
    "qua", "thông qua", "boyunca", "üzerinden", "melalui", "lewat",
    "through", "across", "along", "over", "past", "via", "durch", "über", "entlang", "hinter", "travers", "à travers",
    "attraverso", "através", "door", "przez", "через",
})  # fmt: skip
_GOES_ON = frozenset({"comma", "*", "/", "×"})
_WIDE = 60  # tokens of a sentence on either side of an equation that are looked at
SHORT = 8  # words of a sentence that only comments on the one before it
_FEW = 3  # words behind one or two that judge: "Rubbish, I think."
_VERY_SHORT = 4  # of one that says of it to be an error: "that was an error"


class Surroundings:
    """The stream of tokens around drafts.

    Attributes:
        tokens: the stream in which drafts have their places.
        drafts: in order.
        asides: brackets that were taken out, each with its place in the stream.
        owner: of each place that belongs to a draft, the draft's number.
        source: the answer, in which tokens have their places.
        held: the kinds, texts and roles of tokens in the stream.
        roles: what its words do; None is among them where nobody knows of one.
        silent: whether no word stands in it, and nothing in brackets, so that nothing is said of its equations.
    """

    def __init__(
        self, tokens: list[Token], drafts: list[Draft], asides: list[tuple[int, list[Token]]], source: str
    ) -> None:
        self.tokens = tokens
        self.source = source
        self.drafts = drafts
        self.asides = asides
        self.owner: dict[int, int] = {}
        for number, draft in enumerate(drafts):
            for place in range(draft.first, draft.last + 1):
                self.owner[place] = number
        self.held = inventory(tokens)
        self.roles = ROLES & self.held
        self.silent = "word" not in self.held and not asides
        self._edges = [token.text if token.kind == "sep" else "" for token in tokens]  # as the sentences see them
        for place in _seams(tokens) if "block" in self.held else ():
            self._edges[place] = "soft"
        self._spoken = [place for place, token in enumerate(tokens) if token.kind == "word"]
        self._places = self._sentences()
        self._clauses: dict[int, list[Clause]] = {}

    def sentence(self, number: int) -> tuple[int, int]:
        """Return where the sentence of a draft begins and ends."""
        return self._places[self.drafts[number].last]

    def sentence_at(self, place: int) -> tuple[int, int]:
        return self._places[place]

    def sentence_behind(self, place: int) -> tuple[int, int]:
        """Return where the sentence begins and ends that follows from a place on; the end of all twice for none."""
        while place < len(self.tokens) and self.tokens[place].kind == "sep":
            place += 1
        return self.sentence_at(place) if place < len(self.tokens) else (place, place)

    def near(self, number: int) -> tuple[int, int]:
        """Return where the part of a sentence that is near its equation begins and ends."""
        (start, end), draft = self.sentence(number), self.drafts[number]
        return max(start, draft.first - _WIDE), min(end, draft.last + _WIDE)

    def unclear(self, number: int) -> str:
        """Return a word in the sentence of a draft with which no claim is made, as far as it may be about the draft."""
        start, end = self.sentence(number)
        if not self.words(start, end):
            return ""
        if start not in self._clauses:
            self._clauses[start] = clauses_of(self.tokens, start, end, self.owner)
        return unclear(self._clauses[start], self.drafts[number].last)

    def words(self, start: int, end: int) -> list[Token]:
        """Return the words between two places."""
        first = bisect_left(self._spoken, start)
        return [self.tokens[place] for place in self._spoken[first : bisect_left(self._spoken, end, first)]]

    def ends_in_words(self, place: int) -> bool:
        """Whether any word stands at a place or behind it."""
        return bool(self._spoken) and self._spoken[-1] >= place

    def before(self, number: int) -> list[Token]:
        """Return the words of the clause before an equation."""
        words: list[Token] = []
        place = self.drafts[number].first - 1
        if not self._spoken or self._spoken[0] > place:
            return words
        while place >= 0 and (place not in self.owner or self.drafts[self.owner[place]].spoken):
            token, edge = self.tokens[place], self._edges[place]
            reported = edge == "comma" and self.tokens[place + 1].text in COMMA_THAT  # "it is false, dass q = 10"
            if edge in SENTENCE or (edge == "comma" and not reported):
                break
            if edge == "colon" and not any(w.role in NO_CLAIM for w in words):
                words = [*self._leading(self.clause_start(place), place), *words]
                break
            if token.kind == "word":
                words.insert(0, token)
            place -= 1
        return words

    def _leading(self, start: int, colon: int) -> list[Token]:
        """Return the words of a clause up to its colon, but for "suppose" before what it supposes: "suppose x = 2:"."""
        stated = max(
            (n for n in range(start, colon) if n in self.owner and self.drafts[self.owner[n]].states), default=0
        )
        supposed = bisect_left(self._spoken, start), bisect_left(self._spoken, stated)
        met = {id(self.tokens[n]) for n in self._spoken[slice(*supposed)] if self.tokens[n].role is Role.CONDITION}
        return [word for word in self.words(start, colon) if id(word) not in met]

    def lead(self, number: int) -> list[Token]:
        """Return the words of the sentence before an equation, up to another one; a number between is its label."""
        start = self.sentence(number)[0]
        place = self.drafts[number].first
        while place > start and (place - 1 not in self.owner or self.tokens[place - 1].kind == "num"):
            place -= 1
        return self.words(place, self.drafts[number].first)

    def clause_start(self, place: int) -> int:
        while place > 0 and self._edges[place - 1] not in _CLAUSE:
            place -= 1
        return place

    def clause_end(self, number: int) -> int:
        """Return where the clause of a draft ends, or the next equation begins."""
        place = self.drafts[number].last + 1
        while place < len(self.tokens) and not (
            self._edges[place] in _CLAUSE or (place in self.owner and self.drafts[self.owner[place]].states)
        ):
            place += 1
        return place

    def line_start(self, place: int) -> int:
        """Return where the line or the displayed mathematics of a place begins."""
        while place > 0 and not (self.tokens[place - 1].kind == "sep" and self.tokens[place - 1].text in SENTENCE):
            place -= 1
        return place

    def behind(self, number: int) -> int:
        """Return the place behind an equation and the edges of mathematics that close there."""
        place = self.drafts[number].last + 1
        while place < len(self.tokens) and self.tokens[place].kind == "sep" and (
            self.tokens[place].edge or self.tokens[place].math
        ):  # fmt: skip
            place += 1
        return place

    def asides_behind(self, number: int) -> list[list[Token]]:
        """Return what stands in brackets right behind an equation."""
        last, behind = self.drafts[number].last, self.behind(number)
        return [inside for place, inside in self.asides if last < place <= behind]

    def after(self, number: int) -> list[Token]:
        """Return the words behind an equation, up to the end of the sentence or the next equation."""
        words: list[Token] = []
        place = self.drafts[number].last + 1
        if not self.ends_in_words(place):
            return words
        while place < len(self.tokens):
            edge = self._edges[place]
            if place in self.owner and self.drafts[self.owner[place]].states:
                break
            if edge in SENTENCE or edge == "colon":
                break
            if edge == "comma" and len(words) == 0:
                return []
            if self.tokens[place].kind == "word":
                words.append(self.tokens[place])
            place += 1
        return words

    def is_passed(self, place: int) -> bool:
        """Whether a word is a place on the way, that cannot have a number: "through the squashers"."""
        led = place > 1 and self.tokens[place - 1].role is Role.ARTICLE
        return led and self.tokens[place - 2].text in PASSING

    def ends(self, place: int) -> bool:
        return place not in self.owner and self._edges[place] in SENTENCE

    def _sentences(self) -> list[tuple[int, int]]:
        """Return for each place where its sentence begins and ends."""
        found: list[tuple[int, int]] = []
        start = 0
        ends = [place for place, edge in enumerate(self._edges) if edge in SENTENCE and place not in self.owner]
        for place in (*ends, len(self.tokens)):
            found += [(start, place)] * (place + 1 - start)
            start = place + 1
        return found

    @cached_property
    def hedged(self) -> list[tuple[int, int, str]]:
        """Where sentences with a hedge begin and end, each with that word."""
        found = {self._places[place]: token.text for place, token in enumerate(self.tokens) if token.role is Role.HEDGE}
        return [(start, end, told) for (start, end), told in found.items()]

    @cached_property
    def denials(self) -> list[tuple[int, str]]:
        """The places of short sentences that deny all before them, each with the word that does."""
        last = max((draft.first for draft in self.drafts if draft.states), default=0)
        return denials(self.tokens, dict.fromkeys(self._places), last) if Role.DENIAL in self.roles else []

    @cached_property
    def of_all(self) -> list[tuple[int, int]]:
        """Where short sentences begin and end that speak of all before them."""
        return (
            []
            if OF_ALL.isdisjoint(self.held)
            else of_all(self.tokens, dict.fromkeys(self._places), self.drafts, self.source)
        )

    @cached_property
    def remarks(self) -> list[tuple[int, list[Token]]]:
        """The brackets that may say something of an equation: not "the (biased) variance", which is of a noun."""
        return [(place, inside) for place, inside in self.asides if not _is_attribute(self.tokens, place, inside)]

    def alone(self, start: int, place: int) -> bool:
        """Whether an aside at a place has a line of its own, with nothing else between it and a place before it."""
        between = self.tokens[start : place + 1]
        return all(token.kind == "sep" for token in between) and any(token.text in SENTENCE for token in between)

    def announced(self, number: int) -> str:
        """Return what a sentence under the same heading says against all that follows it."""
        first = self.drafts[number].first
        return next((told for start, end, told in self._announced if start <= first < end), "")

    @cached_property
    def _announced(self) -> list[tuple[int, int, str]]:
        """Return from where to where something is said against all that stands there."""
        stating = {place for draft in self.drafts if draft.states for place in range(draft.first, draft.last + 1)}
        headings = [place for place, token in enumerate(self.tokens) if token.kind == "sep" and token.text == "heading"]
        found: list[tuple[int, int, str]] = []
        last = -1  # equation before
        for start, end in dict.fromkeys(self._places):
            if stating.intersection(range(start, end)):
                last = start
                continue
            begin = bisect_left(headings, start)
            first = last < (headings[begin - 1] if begin else 0)
            told = told_ahead(self.tokens[start:end], first=first)
            if told and explains(written_between(self.tokens, start, end, self.source)):
                told = ""
            if told or (told := self._titled(start, end) if first else ""):
                found.append((end, headings[begin] if begin < len(headings) else len(self.tokens), told))
        return found

    def _titled(self, start: int, end: int) -> str:
        """Return what brackets in a line of words say against what follows it: "Exercise 2 (copied from GitHub)"."""
        inside = ([w for w in inside if w.kind == "word"] for at, inside in self.asides if start < at <= end)
        return next((told for words in inside if (told := set_aside(words) or not_mine(words))), "")

    def comment(self, place: int, leading: Collection[str], *, slope: bool = False) -> str:
        """Return what a few words behind a separator say against an equation: "Wrong!", ", which is false".

        Args:
            place: behind the equation.
            leading: separators behind which a comment may stand.
            slope: whether the equation is of a derivative, which many call the error that is handed back.
        """
        begin = place
        while place < len(self.tokens) and self.tokens[place].kind == "sep" and (
            self.tokens[place].edge or self.tokens[place].text in leading
        ):  # fmt: skip
            place += 1
        if place == begin:
            return ""
        words: list[Token] = []
        introduces = False
        while place < len(self.tokens):
            token = self.tokens[place]
            if "stop" in leading and leads_in(self.tokens, words, place):
                words, place = [], place + 1
                continue
            if token.kind == "sep" and token.text != "soft":
                introduces = token.text == "colon" or is_led_to_display(self.tokens, place)  # "Others: r = 8"
                if introduces and (is_edit(words, self.tokens, place) or asks_either(words)):
                    return ""  # "True or false: ..."
                named = token.text == "comma" and "stop" in leading and self._names(place + 1)
                if named and words and words[0].text in WITHOUT:
                    return ""  # "Without the skip, df/dx would be 0."
                break
            if token.kind == "rel" and token.text == "is":
                place += 1
                continue  # "is what the book says"
            behind = self.tokens[place + 1].kind if place + 1 < len(self.tokens) else ""
            led = bool(words) and (behind == "sep" or (behind == "rel" and words[-1].role is Role.ARTICLE))
            if token.kind == "fn" and led:
                place += 1
                continue  # "sorry for the wrong sign", "the sign is wrong"
            if token.kind != "word":
                return ""
            words += [token] if token.text != "!" else []
            place += 1
        if not words or len(words) > SHORT:
            return of_others(words) if speaks_of_this(words) else ""
        rest = self._rest(place)
        if not introduces and (told_at_once := contradicts(words, rest) or found_away(words)):
            return told_at_once
        whole = [*words, *rest]
        own = not is_about_it(whole)
        others = [word for word in words if not (own and has_own(word))]
        if not introduces and (said := of_others(others) or (not own and exemplary(words)) or says_somebody(words)):
            return said
        signed = bare(words[-1].text) in SIGNED and (not rest or rest[0].role in (Role.LINK, Role.RESULT))
        falls = signed or any(word.role is Role.CHANGES for word in words)
        of_error = len(words) <= _VERY_SHORT and not (introduces or falls or titles(self.tokens, words, place))
        roles = _ON_ITSELF | {Role.ERROR} if of_error else _ON_ITSELF
        roles = roles - {Role.RETRACTION} if introduces and len(words) > 2 else roles  # "But I tried it: x = 2.1"
        told = [
            w
            for at, w in enumerate(words)
            if not (is_thing(words, at, slope=slope) or (introduces and " " in w.text))  # "Common errors: ..."
            and not (own and has_own(w))
            and not (w.role is Role.RETRACTION and is_of_another(whole, at))
        ]
        against = next((w.text for w in told if w.role in roles or (len(words) == 1 and w.text in ALONE)), "")
        said_of_it = [word for word in words if word.text.isalpha()]
        few = 1 <= len(said_of_it) <= 2 and len(rest) <= _FEW and all(w.role in VAGUE for w in said_of_it)
        judges = few and not introduces and not lists(self.tokens, words, place)
        return against or (said_of_it[0].text if judges else "")  # "q = 10. Rubbish!"

    def _rest(self, place: int) -> list[Token]:
        """Return the words behind the comma at a place, if nothing but words ends the sentence."""
        words: list[Token] = []
        if place >= len(self.tokens) or self.tokens[place].text != "comma":
            return words
        for at in range(place, len(self.tokens)):
            token = self.tokens[at]
            if token.kind == "word":
                words.append(token)
            elif token.kind != "sep":
                return []
            elif token.text not in ("soft", "comma"):
                break
        return words

    def _names(self, place: int) -> bool:
        """Whether a quantity begins at a place."""
        place = seen(self.tokens, place)
        begins = ("name", "der", "diff", "pd", "frac", "nabla", "new")
        return place < len(self.tokens) and self.tokens[place].kind in begins


def _is_attribute(tokens: list[Token], place: int, inside: list[Token]) -> bool:
    """Whether brackets hold one harmless word between an article and the noun that it is said of."""
    between = 0 < place < len(tokens) and tokens[place - 1].role is Role.ARTICLE and tokens[place].kind == "word"
    return between and len(inside) == 1 and inside[0].role is not None and inside[0].role not in AGAINST_IT


def _seams(tokens: list[Token]) -> set[int]:
    """Return the places of boundaries between displayed mathematics and the sentence that it stands in.

    Before it a sentence goes on over a new line or paragraph unless it has ended; behind it only in the same line.
    """
    found: set[int] = set()
    begin = seen_to = 0  # where separators in a row begin, and up to where they are looked at
    for place, token in enumerate(tokens):
        if token.kind != "sep" or token.text not in ("line", "block", "soft"):
            begin = place + 1
            continue
        if token.text != "block" or not token.math:
            continue
        if begin and (tokens[begin - 1].kind == "word" or tokens[begin - 1].text == "colon"):
            found.update(range(max(begin, seen_to), place + 1))
            seen_to = place + 1
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if behind is not None and (behind.kind in ("word", "open") or behind.text in _GOES_ON):
            found.add(place)
    return found
