# SPDX-License-Identifier: EUPL-1.2
"""What a format cannot render: counted while a document is written, told with a sentence for each kind."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from pdz.doctree import Chart


class Loss(Enum):
    """A kind of loss: what is said of one, what is said of more."""

    PICTURE = ("immagine solo come testo alternativo", "immagini solo come testo alternativo")
    MUTE_PICTURE = ("immagine senza testo alternativo omessa", "immagini senza testo alternativo omesse")
    CHART = ("grafico solo come tabella", "grafici solo come tabelle")
    STRUCK = ("testo barrato scritto senza barra", "testi barrati scritti senza barra")
    LETTER = (
        "carattere che i font del PDF non hanno scritto come [U+…]",
        "caratteri che i font del PDF non hanno scritti come [U+…]",
    )
    LINK = (
        "collegamento con indirizzo non valido solo come testo",
        "collegamenti con indirizzo non valido solo come testo",
    )


@dataclass(slots=True)
class Losses:
    """What one document has lost so far."""

    _counts: Counter[Loss] = field(default_factory=Counter)
    _texts: set[tuple[Loss, str]] = field(default_factory=set)

    def add(self, loss: Loss, text: str | None = None) -> None:
        """One more; with a text, once for each text: some formats write the same thing in two places."""
        if text is None or (loss, text) not in self._texts:
            self._counts[loss] += 1
            self._texts |= {(loss, text)} if text is not None else set()

    def add_chart(self, chart: Chart) -> None:
        """A chart that is only a table; one without figures loses nothing."""
        if chart.categories and chart.series:
            self.add(Loss.CHART)

    def tell(self, warn: Callable[[str], object]) -> None:
        """Says all of it, as `Writer.write` wants."""
        for loss in Loss:
            number = self._counts[loss]
            if number:
                one, many = loss.value
                warn(f"{number} {one if number == 1 else many}")
