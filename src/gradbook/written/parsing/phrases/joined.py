"""Phrases of several words as one token each: "with respect to", "is equal to"; verbs that say so become signs."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import RAREST, Languages, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.phrases.slopes import derivatives, flows
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES
from gradbook.written.parsing.phrases.values import copulas

_FIRST_OF_PHRASE = frozenset({"word", "bad", "name", "rate"})
_IN_PHRASE = _FIRST_OF_PHRASE | {"fn"}
_VERBS = frozenset({"is", "ist", "est", "es", "e"})


def joined(tokens: list[Token], languages: Languages) -> list[Token]:
    """Join phrases such as "with respect to" into one word each, and turn words for an equals sign into one."""
    if "tr" in languages[0]:
        tokens = [replace(token, role=Role.PLAIN) if _is_note(tokens, at) else token for at, token in enumerate(tokens)]
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind not in _FIRST_OF_PHRASE:
            result.append(token)
            at += 1
            continue
        for phrase in _begun(tokens, at):
            run = tokens[at : at + len(phrase)]
            if len(run) == len(phrase) and all(
                bare(part.text) == word and part.kind in _IN_PHRASE for part, word in zip(run, phrase, strict=True)
            ):
                behind = tokens[at + len(phrase)].kind if at + len(phrase) < len(tokens) else ""
                if run[-1].kind == "name" and behind == "rel":
                    continue  # Spanish "sale a = 2", where "sale a 2" is "comes to 2"
                if phrase[0] in flows.MOVES and behind == "name" and result and result[-1].kind == "num":
                    continue  # "-4 arrive à p", where "p arrive à -4" is "p comes to -4"
                written = " ".join(part.text for part in run)
                role = DICTIONARY.role(written, languages)
                if role is not None and _is_of_another(written, run, languages):
                    continue  # Russian "не моё", which is a phrase in the Macedonian list only
                if role is None or (role is Role.SAME and phrase[-1] in _VERBS and result and result[-1].kind != "sep"):
                    continue  # "the sum that is 10" says something else than ", that is, 10"
                by = token.role in (Role.BY, Role.FOR) and run[-1].role is Role.ARTICLE and role is not Role.BY
                if by and derivatives.is_by(result, tokens[at + len(phrase) : at + len(phrase) + 3]):
                    continue  # "Ableitung nach dem Gewicht" is no "after the weight"
                token = Token("word", " ".join(phrase), token.start, run[-1].end, None, role)
                at += len(phrase) - 1
                break
        at += 1
        relates = token.kind == "word" and token.role is Role.RELATION and token.text not in RECEIVES
        relates = relates and not (token.text in copulas.TOPICS and copulas.is_topic(tokens, at))
        goes = token.text in flows.ADDRESSED and flows.begins_line(result, len(result))  # "to q: 3" is not Polish "is"
        if relates and not goes and not flows.is_handing(tokens, at - 1):
            again = bool(result) and result[-1].kind == "rel" and result[-1].text == "is"  # "is equal to" is one sign
            topic = at < len(tokens) and tokens[at].kind == "sep" and tokens[at].text == "comma"
            at += topic and token.text in copulas.TOPICS  # "q は、3"
            verb = bare(token.text).partition(" ")[0]
            past = verb in copulas.PAST and bool(result) and result[-1].kind != "sep"
            told = Role.BEFORE if past else None if verb in copulas.ASKING else Role.RESULT
            token = Token("rel", "is", result.pop().start if again else token.start, token.end, None, told)
        result.append(token)
    return result


def _is_of_another(phrase: str, run: list[Token], languages: Languages) -> bool:
    """Whether only rare languages have a phrase whose words are all of the likeliest, which does not have it."""
    known = {name for name, _ in DICTIONARY.known_in(phrase)}
    if not known or not known <= RAREST or not known.isdisjoint(languages[0]):
        return False
    return all(DICTIONARY.role(part.text, languages[:1]) is not None for part in run)


def _is_note(tokens: list[Token], at: int) -> bool:
    """Whether "not" leads a note, as it does in Turkish: "Not: ...", at the beginning of a line."""
    colon = at + 1 < len(tokens) and tokens[at + 1].text == "colon"
    return tokens[at].text.lower() == "not" and colon and flows.begins_line(tokens, at)


def _begun(tokens: list[Token], at: int) -> list[tuple[str, ...]]:
    """Return the phrases that a token and the one behind it begin."""
    if at + 1 == len(tokens) or tokens[at + 1].kind not in _IN_PHRASE:
        return []
    return DICTIONARY.phrases(bare(tokens[at].text), bare(tokens[at + 1].text))
