# SPDX-License-Identifier: EUPL-1.2
"""Every kind of chart, with gaps, negative values, awkward names, nothing at all."""

from decimal import Decimal

from pdz.doctree import Chart, Note, Series, Text


def values(*numbers: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if number is None else Decimal(number) for number in numbers)


GROUPED = Chart(
    "barre",
    ("2022", "2023", "2024"),
    (Series("Uomini", values("1204", "1310", "1298")), Series("Donne", values("1466", None, "1502"))),
    "Persone seguite & famiglie",
    "grafico_persone",
    (Text("Fonte: Ufficio di Piano."), Note("Il 2023 delle donne non è disponibile.")),
    "Le persone seguite crescono da 1.204 a 1.298 uomini.",
    measure="persone",
    categories_title="Anno",
)
STACKED = Chart(
    "barre",
    ("Nidi", "Comunità per minori", "Centri diurni per persone con disabilità"),
    (Series("Pubblici", values("957", "0", "25")), Series("Privati", values("37", "70", "12.5"))),
    "Posti per gestore",
    "grafico_posti",
    "Fonte: ATS.",
    "I nidi pubblici hanno quasi tutti i posti.",
    decimals=None,
    measure="posti",
    categories_title="Tipo",
    stacked=True,
    horizontal=True,
)
LINES = Chart(
    "linee",
    ("2023-T1", "2023-T2", "2023-T3", "2023-T4", "2024-T1"),
    (
        Series("Accessi", values("12", "9", None, "15", "21")),
        Series("Saldo", values("-3", "-1.5", "0", "2", None)),
    ),
    "Serie trimestrale",
    "grafico_serie",
    "",
    "Gli accessi crescono; il terzo trimestre manca.",
    decimals=1,
    categories_title="Trimestre",
)
FUNDS = Chart(
    "torta",
    ("FNPS", "FSR", "Comuni"),
    (Series("Assegnato", values("599821.54", "412000", "1250000.46")),),
    "Fondi per fonte",
    "grafico_fondi",
    "",
    "Più di metà delle risorse viene dai Comuni.",
    unit="euro",
    measure="euro",
    categories_title="Fondo",
)
SHARES = Chart(
    "ciambella",
    ("Statali", "Regionali", "Comunali"),
    (Series("Quota", values("26.5", "18.2", "55.3")),),
    "Quote dei livelli",
    description="I Comuni mettono il 55,3%.",
    unit="percento",
    decimals=1,
)
PYRAMID = Chart(
    "piramide",
    ("0-14", "15-64", "65 e oltre"),
    (Series("Maschi", values("7012", "36420", "11020")), Series("Femmine", values("6630", "35101", "14908"))),
    "Piramide delle età",
    "grafico_piramide",
    "Fonte: ISTAT.",
    "Le donne di 65 anni e oltre sono 14.908, gli uomini 11.020.",
    measure="residenti",
    categories_title="Età",
)
GRADI = Chart(
    "barre",
    ('A1 "Rafforzare" <x> & co.', "A2 Sostenere la rete", "A3 Non calcolabile"),
    (Series("Grado", values("80", "112", None), ("80% (buono)", "", "")),),
    "Gradi di raggiungimento",
    "grafico_gradi",
    "",
    "A1 è all'80%, A2 al 112%; A3 non è calcolabile.",
    unit="percento",
    categories_title="Obiettivo",
    horizontal=True,
    maximum=Decimal(100),
)
EMPTY = Chart("linee", (), (), "Senza dati", description="Non ci sono ancora dati.")
ALONE = Chart("barre", ("uno", "due"), (Series("", values("1", "2")),), description="Un grafico senza didascalia.")

CHARTS = (GROUPED, STACKED, LINES, FUNDS, SHARES, PYRAMID, GRADI, EMPTY, ALONE)
