# SPDX-License-Identifier: EUPL-1.2
"""The macro areas of objectives of two plans in one scheme, that of the new plan: letters are never compared.

An old objective stands in the areas to which the new plan maps the letter of its outcome (`schema_esiti` and
`regionale`), and in those whose title in the new profile is the title of its own: it has moved only when neither is
where it is now. A letter may lead to several areas: when its own are some of them, it stands only in its own.
"""

from pdz.calc.nomi import fold
from pdz.compare._tipi import Lato
from pdz.model.obiettivi import Obiettivo


class Aree:
    """The macro areas of the two plans."""

    def __init__(self, prima: Lato, dopo: Lato) -> None:
        self._same = prima.profilo.schema_macroaree == dopo.profilo.schema_macroaree
        titles = {fold(macroarea.titolo): macroarea.codice for macroarea in dopo.profilo.macroaree}
        self._known = frozenset(titles.values())
        self._by_title = {
            macroarea.codice: titles[fold(macroarea.titolo)]
            for macroarea in prima.profilo.macroaree
            if fold(macroarea.titolo) in titles
        }
        self._by_outcome = _read_outcomes(prima, dopo)

    def of_old(self, obiettivo: Obiettivo) -> frozenset[str]:
        """The codes of the new scheme for an old objective; empty when none of its areas has a sure match."""
        mapped = self._by_outcome.get(obiettivo.id, frozenset())
        own = self._own(obiettivo)
        return own if own and own <= mapped else mapped | own

    def _own(self, obiettivo: Obiettivo) -> frozenset[str]:
        """The areas that the objective names; none when one of them has no sure match."""
        if self._same:
            return self._known.intersection(obiettivo.macroaree)
        found = [self._by_title.get(codice) for codice in obiettivo.macroaree]
        return frozenset() if None in found else frozenset(filter(None, found))

    def of_new(self, obiettivo: Obiettivo) -> frozenset[str]:
        """The codes of a new objective."""
        return self._known.intersection(obiettivo.macroaree)


def _read_outcomes(prima: Lato, dopo: Lato) -> dict[str, frozenset[str]]:
    """By id of the outcome, the areas to which the explicit mapping of its scheme leads."""
    piano = dopo.piano
    scheme = next((one for one in piano.schemi_macroaree if one.id == piano.schema_esiti), None)
    if scheme is None or scheme.triennio != prima.piano.triennio:
        return {}
    mapping = {macroarea.codice: frozenset(macroarea.regionale) for macroarea in scheme.macroaree}
    return {
        esito.id: mapping[esito.macroarea]
        for esito in piano.esiti
        if esito.macroarea is not None and mapping.get(esito.macroarea)
    }
