# SPDX-License-Identifier: EUPL-1.2
"""What pdz checks: the list of the rules, and the documentation of one."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pdz.errors import PdzError, UnknownName
from pdz.pipeline.catalogue import FAMILIES, RuleDoc, find_rule, load_catalogue


def explain_word(word: str) -> Iterator[str]:
    """What a code, the letter of a family or a key of the plan means; raises UnknownName with the nearest."""
    if word.upper() in FAMILIES or re.fullmatch(r"[A-Za-z]\d+", word):
        yield from explain_rule(word)
        return
    from pdz.pipeline._chiavi import explain_key, suggest_key  # the model is slow to import

    lines = list(explain_key(word))
    if not lines:
        hint = f"{suggest_key(word)} Per spiegare un numero del piano aggiungi --plan PIANO".strip()
        raise UnknownName(f"«{word}» non è un codice né una chiave del piano", hint)
    yield from lines


def explain_rule(code: str) -> Iterator[str]:
    """The documentation of a rule or of a finding of the reading, or the rules of a family, given its letter.

    Raises UnknownName with the nearest.
    """
    if code.upper() in FAMILIES:
        yield from render_table(list_rules([code])).splitlines()
        return
    rule = find_rule(code)
    yield f"{rule.code} ({rule.severity}) {rule.text}"


def list_rules(families: Iterable[str]) -> tuple[RuleDoc, ...]:
    """The rules of some families, by letter («F», «f,g»); of all when none is named.

    Raises PdzError for a letter without rules.
    """
    wanted = [family for text in families for family in text.upper().replace(",", " ").split()]
    for family in wanted:
        if family not in FAMILIES:
            listed = ", ".join(f"{letter} ({name})" for letter, name in FAMILIES.items())
            raise PdzError(f"la famiglia «{family}» non esiste", f"le famiglie sono: {listed}")
    return tuple(rule for rule in load_catalogue().values() if not wanted or rule.code[0] in wanted)


def render_table(rules: Sequence[RuleDoc]) -> str:
    """A line for each rule, under the name of its family."""
    lines: list[str] = []
    for letter, group in groupby(rules, lambda rule: rule.code[0]):
        lines += ["", f"{letter}  {FAMILIES[letter]}"] if lines else [f"{letter}  {FAMILIES[letter]}"]
        lines += [f"   {rule.code}  {rule.severity:<6}  {rule.title}" for rule in group]
    return "".join(f"{line}\n" for line in lines)


def render_json(rules: Sequence[RuleDoc]) -> str:
    """A list of objects."""
    listed = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": rule.family,
            "severity": str(rule.severity),
            "title": rule.title,
            "sections": dict(rule.sections),
            "text": rule.text,
        }
        for rule in rules
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
