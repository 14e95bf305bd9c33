# SPDX-License-Identifier: EUPL-1.2
"""What must be looked at: the judgements of the comparison, for people."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pdz.cli._compare import Choices, place_of
from pdz.compare.judgements import Judgement
from pdz.pipeline.compare import Confronto


def list_wanted(confronto: Confronto, choices: Choices) -> tuple[Judgement, ...]:
    """The judgements about the subjects that a person asks for, on either side."""
    return tuple(one for one in confronto.giudizi if any(map(choices.wants, one.argomenti)))


def render_giudizi(confronto: Confronto, giudizi: Iterable[Judgement]) -> Iterator[str]:
    """Code, severity and sentence; then the places in both plans, and how to mend it."""
    for one in giudizi:
        places = [place_of(confronto.prima, one.prima)] if one.prima is not None else []
        places += [place_of(confronto.dopo, one.dopo)] if one.dopo is not None else []
        yield f"  {one.code} {one.severity}: {one.message}"
        yield f"     {' -> '.join(places)}"
        yield f"     aiuto: {one.hint} (pdz explain {one.code})"


def count_failing(giudizi: Iterable[Judgement], codes: tuple[str, ...]) -> str:
    """«C003 (2), C009 (1)»: the judgements found among those that a person named by code or family; empty for none."""
    found = Counter(one.code for one in giudizi if one.code.startswith(codes))
    return ", ".join(f"{code} ({times})" for code, times in sorted(found.items()))
