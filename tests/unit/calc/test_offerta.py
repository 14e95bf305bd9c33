# SPDX-License-Identifier: EUPL-1.2
"""Places and units of the unità d'offerta, social workers against the thresholds."""

from collections.abc import Callable
from typing import Any

import pytest

from pdz.calc import Quadro, format_calcolo

MakeQuadro = Callable[..., Quadro]

NIDI = [("Asilo nido", "957"), ("Micro nido", "37"), ("Centro prima infanzia", "70"), ("Nido famiglia", "25")]


def rete(**more: Any) -> dict[str, Any]:
    voci: list[dict[str, Any]] = [
        {"id": f"nido_{index}", "tipologia": name, "area": "Prima infanzia", "posti": places}
        for index, (name, places) in enumerate(NIDI)
    ]
    voci += [
        {"id": "cag", "tipologia": "CAG", "area": "Minori", "posti": "210", "unita": "3", "gestore": "pubblico"},
        {"id": "crd", "tipologia": "CRD", "area": "Minori", "motivo": "cambiano ogni anno"},
    ]
    gruppi = [
        {"id": "posti_nido", "nome": "Posti nido", "voci": [f"nido_{index}" for index in range(4)], "posti": "1100"}
    ]
    return {"voci": voci, "gruppi": gruppi, **more}


def test_places_of_a_group(make_quadro: MakeQuadro) -> None:
    posti = make_quadro(rete_offerta=rete()).posti
    assert format_calcolo(posti["posti_nido"]) == "1.089"
    assert posti["posti_nido"].formula == "957 + 37 + 70 + 25 = 1.089"
    assert posti["posti_nido"].termini[0].path == ("rete_offerta", "voci", 0, "posti")
    assert posti["area.prima_infanzia"].valore == 1089
    assert posti["tipologia.asilo_nido"].valore == posti["nido_0"].valore == 957
    assert posti["cag.unita"].valore == posti["gestore.pubblico.unita"].valore == 3


def test_unknown_places_are_not_zero(make_quadro: MakeQuadro) -> None:
    names = make_quadro(rete_offerta=rete()).citabili
    assert names["posti.crd"].motivo == "posti non noti: CRD (cambiano ogni anno)"
    assert names["posti.area.minori"].valore is None
    assert names["posti.totale"].valore is None
    assert names["posti.totale.unita"].motivo == "non si sa quante sono: Asilo nido (e altri 4)"


def test_declared_number_of_units(make_quadro: MakeQuadro) -> None:
    aree = [{"id": "a1", "nome": "Prima infanzia", "quota": "45%"}, {"id": "a2", "nome": "X", "tipologie": ["CAG"]}]
    posti = make_quadro(rete_offerta=rete(totale="96", aree=aree)).posti
    assert posti["totale.unita"].valore == 96
    assert posti["totale.unita"].path == ("rete_offerta", "totale")
    assert format_calcolo(posti["a1.quota"]) == "45%"
    assert posti["a2.quota"].formula == "3 × 100 / 96 = 3,125"


def test_share_of_the_units(make_quadro: MakeQuadro) -> None:
    voci = [
        {"id": "a", "tipologia": "A", "area": "Anziani", "unita": "1"},
        {"id": "b", "tipologia": "B", "area": "Minori", "unita": "2"},
    ]
    aree = [{"id": "anziani", "nome": "Anziani"}, {"id": "altro", "nome": "Altro"}]
    posti = make_quadro(rete_offerta={"voci": voci, "aree": aree}).posti
    assert format_calcolo(posti["area.anziani.quota"]) == "33,33%"
    assert format_calcolo(posti["anziani.quota"]) == "33,33%"
    assert posti["totale.unita"].valore == 3


def test_group_with_an_unknown_row(make_quadro: MakeQuadro) -> None:
    gruppi = [{"id": "g", "nome": "G", "voci": ["nido_0", "x"]}]
    posti = make_quadro(rete_offerta=rete(gruppi=gruppi)).posti
    assert posti["g"].motivo == "l'unità d'offerta «x» non esiste"


def test_no_network(make_quadro: MakeQuadro) -> None:
    assert make_quadro().posti == {}
    assert make_quadro(rete_offerta={}).posti == {}


def workers(make_quadro: MakeQuadro, fatti: list[dict[str, Any]] | None = None, **dati: str) -> Quadro:
    return make_quadro(assistenti_sociali=dati, fatti=fatti or [])


def test_social_workers(make_quadro: MakeQuadro) -> None:
    names = workers(make_quadro, numero="20", popolazione="112991").citabili
    assert format_calcolo(names["assistenti.rapporto"]) == "5.649,55"
    assert names["assistenti.rapporto"].formula == "112.991 / 20 = 5.649,55"
    assert format_calcolo(names["assistenti.fabbisogno_leps"]) == "22,60"
    assert format_calcolo(names["assistenti.leps"]) == "2,60"
    assert names["assistenti.leps"].formula == "22,5982 − 20 = 2,5982"
    assert format_calcolo(names["assistenti.ottimale"]) == "8,25"


def test_enough_social_workers(make_quadro: MakeQuadro) -> None:
    fatti = [{"id": "popolazione", "nome": "Abitanti", "valore": "40000"}]
    assistenti = workers(make_quadro, fatti, numero="10", fatto_popolazione="popolazione").assistenti
    assert format_calcolo(assistenti["rapporto"]) == "4.000"
    assert assistenti["leps"].valore == 0
    assert assistenti["ottimale"].valore == 0
    assert assistenti["leps"].formula == "8 − 10 = -2"
    assert assistenti["rapporto"].termini[0].path == ("fatti", 0, "valore")


@pytest.mark.parametrize(
    ("dati", "reason"),
    [
        ({"numero": "0", "popolazione": "100"}, "il denominatore è zero (assistenti sociali)"),
        ({"numero": "5"}, "manca la popolazione"),
        ({"numero": "5", "fatto_popolazione": "x"}, "il fatto «x» non esiste"),
        ({"numero": "5", "fatto_popolazione": "f"}, "«f» non si calcola: non rilevato"),
    ],
)
def test_rapporto_not_computable(make_quadro: MakeQuadro, dati: dict[str, str], reason: str) -> None:
    fatti = [{"id": "f", "nome": "F", "valore": "non rilevato"}]
    calcolo = workers(make_quadro, fatti, **dati).assistenti["rapporto"]
    assert (calcolo.valore, calcolo.motivo) == (None, reason)


def test_no_workers(make_quadro: MakeQuadro) -> None:
    assert make_quadro().assistenti == {}
