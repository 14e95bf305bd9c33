# SPDX-License-Identifier: EUPL-1.2
"""What holds for the difference of any two plans: empty on itself, mirrored, enough to make the new from the old."""

import json
import random
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from _generati import HEAD, TEXTS, Maker
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pdz import calc, source, structure
from pdz.calc.indicatori import iter_indicatori
from pdz.cli._compare import FORMATS, Choices
from pdz.cli._compare._serie import render_json
from pdz.compare import (
    ARGOMENTI,
    Destino,
    Lato,
    Novita,
    apply,
    compare,
    compare_words,
    find_cambi,
    invert,
)
from pdz.compare import Tipo as Kind
from pdz.compare._chiavi import normalize
from pdz.compare._forme import ORDERED
from pdz.compare._somiglianza import THRESHOLD
from pdz.compare.judgements import JUDGEMENTS, code_of, judge
from pdz.compare.serie import compare_many
from pdz.documents._confronti import raffronto as raffronto_document
from pdz.documents._confronti import serie
from pdz.documents._frame import Frame
from pdz.model import Piano
from pdz.pipeline.compare import Confronto, Lettura
from pdz.profiles import load_profilo
from pdz.source import Source
from pdz.writers import WriteOptions, md

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "esempi").glob("*/piano.yaml"))
SERIES_SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "serie.schema.json").read_text(encoding="utf-8")))
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "raffronto.schema.json").read_text(encoding="utf-8")))
CHARTS = {name for _, name in ORDERED}

chances = st.randoms(use_true_random=False)


class GoodMaker(Maker):
    """Data that the model reads: good values, many repeated ids."""

    def _field(self, name: str, field: FieldInfo) -> Any:
        return self._pick(("0", "2")) if name == "decimali" else super()._field(name, field)

    def _pick(self, pool: tuple[Any, ...]) -> str:
        return super()._pick(tuple(value for value in pool if value != "1 250"))  # not for a measure


def make(chance: random.Random) -> dict[str, Any]:
    return GoodMaker(chance, wild=0).plan()


def shuffle(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same data with keys and lists in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {name: shuffle(value[name], chance, name) for name in keys}
    if isinstance(value, list) and key not in CHARTS:
        items = [shuffle(item, chance) for item in value]
        chance.shuffle(items)
        return items
    return value


def change(value: Any, chance: random.Random) -> Any:
    """The same data with some lists shortened or doubled and some values replaced by their neighbours."""
    if isinstance(value, dict):
        return {name: change(inner, chance) for name, inner in value.items()}
    if isinstance(value, list) and value:
        items = [change(item, chance) for item in value]
        match chance.randint(0, 5):
            case 0:
                items.pop(chance.randrange(len(items)))
            case 1:
                items.append(change(chance.choice(value), chance))
        return items
    return value


@given(chances)
def test_a_plan_does_not_differ_from_itself_in_another_order(chance: random.Random) -> None:
    data = make(chance)
    one, other = Piano.model_validate(data), Piano.model_validate(shuffle(data, chance))
    assert find_cambi(one, one) == ()
    assert find_cambi(one, other) == ()


@given(chances, st.booleans())
def test_applying_the_difference_gives_the_new_plan_and_inverting_it_the_old(
    chance: random.Random, related: bool
) -> None:
    data = make(chance)
    other = change(data, chance) if related else make(chance)
    old, new = Piano.model_validate(data), Piano.model_validate(shuffle(other, chance))
    cambi = find_cambi(old, new)
    assert normalize(apply(cambi, old)) == normalize(new)
    assert find_cambi(apply(cambi, old), new) == ()
    assert invert(cambi) == find_cambi(new, old)
    assert normalize(apply(invert(cambi), new)) == normalize(old)
    assert (cambi == ()) == (normalize(old) == normalize(new))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)
    Draft202012Validator.check_schema(SERIES_SCHEMA.schema)


NAMES = ["A1", "A2", "E1", "uno"]
HAVING = ("obiettivi", "esiti", "schede", "fondi", "aree", "testi", "schede_integrazione")


def make_judged(chance: random.Random) -> dict[str, Any]:
    """A plan with all that judgements look at; some of its ids are those of any other plan made so."""
    maker = GoodMaker(chance, wild=0)
    made = {key: maker._field(key, Piano.model_fields[key]) or [] for key in HAVING}
    for one in made["obiettivi"]:
        one.update(gia=chance.sample(NAMES, 2), scheda=chance.choice(NAMES), titolo=chance.choice(TEXTS))
    for one in (*made["obiettivi"], *made["esiti"], *made["schede"]):
        one["id"] = chance.choice(NAMES)
    for one in made["schede"]:
        one.update(obiettivo=chance.choice(NAMES), in_continuita=chance.choice(("sì", "no", {"obiettivi": NAMES[:1]})))
    for one in made["testi"]:
        one["testo"] = " ".join(TEXTS[:2] * 5)
    return {**HEAD, **made}


def is_there(piano: Piano, path: Any) -> bool:
    value: Any = piano
    for step in path:
        value = getattr(value, step) if isinstance(value, BaseModel) else value[step]
    return value is not None


@given(chances, st.booleans(), st.booleans())
def test_judgements_never_raise_and_stand_in_the_plans(chance: random.Random, same: bool, related: bool) -> None:
    data = make_judged(chance)
    other = change(data, chance) if related else make_judged(chance)
    old = make_lato({**data, "triennio": "2025-2027" if same else "2021-2023"})
    new = make_lato({**shuffle(other, chance), "triennio_precedente": None})
    raffronto = compare(old, new)
    found = judge(raffronto)
    assert found == judge(raffronto)
    assert {one.code for one in found} <= {code_of(name) for name in JUDGEMENTS.names()}
    assert all(one.message and one.hint and (one.prima or one.dopo) for one in found)
    assert all(is_there(old.piano, one.prima) for one in found if one.prima)
    assert all(is_there(new.piano, one.dopo) for one in found if one.dopo)
    sides = [Lettura(name, Source(Path(name)), (), lato) for name, lato in (("a", old), ("b", new))]
    confronto = Confronto(sides[0], sides[1], raffronto, found)
    report = json.loads(FORMATS.get("json").render(confronto, Choices()))
    assert list(SCHEMA.iter_errors(report)) == []
    assert [one["code"] for one in report["judgements"]] == [one.code for one in found]
    assert all(
        f"  {one.code} {one.severity}: " in FORMATS.get("text").render(confronto, Choices()) for one in found[:1]
    )


@given(chances)
def test_a_plan_has_nothing_to_be_judged_against_itself(chance: random.Random) -> None:
    lato = make_lato(make_judged(chance))
    assert judge(compare(lato, lato)) == ()


def make_lato(data: dict[str, Any]) -> Lato:
    piano, profilo = Piano.model_validate(data), load_profilo("lombardia/2025-2027")
    return Lato(piano, profilo, calc.compute(piano, profilo))


def read_example(folder: Path) -> Lato:
    piano, _ = structure.read(source.load(folder))
    assert piano is not None
    profilo = load_profilo(piano.profilo)
    return Lato(piano, profilo, calc.compute(piano, profilo))


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("other", EXAMPLES, ids=lambda folder: folder.name)
def test_the_examples_are_made_one_from_the_other(one: Path, other: Path) -> None:
    old, new = read_example(one).piano, read_example(other).piano
    cambi = find_cambi(old, new)
    assert (cambi == ()) == (one == other)
    assert normalize(apply(cambi, old)) == normalize(new)
    assert invert(cambi) == find_cambi(new, old)


amounts = st.none() | st.decimals(min_value=-(10**9), max_value=10**12, places=2).map(str)
funds = st.lists(
    st.fixed_dictionaries(
        {
            "denominazione": st.sampled_from(
                ["Fondo A", "fondo a", "Fondo B", "Fondo nazionale caregiver", "FONDO NAZIONALE CARE GIVER", "FNNA"]
            ),
            "fondo": st.sampled_from([None, "FNPS", "FSR", "XYZ", "FNA", "FNNA"]),
            "livello": st.sampled_from([None, "ue", "comunale"]),
            "area": st.sampled_from([None, "Minori", "MINORI ", "Anziani", "—"]),
            "assegnato": amounts,
            "importo": amounts,
        }
    ),
    max_size=8,
)


def funds_of(rows: list[dict[str, Any]]) -> dict[str, Any]:
    voci = [{"id": f"v{i}", **{k: v for k, v in row.items() if v is not None}} for i, row in enumerate(rows)]
    half = len(voci) // 2
    tables = (("strutturali", voci[:half]), ("progettualita", voci[half:]))
    return {**HEAD, "fondi": [{"id": f, "titolo": f, "classe": f, "voci": part} for f, part in tables]}


@given(funds, funds)
def test_the_differences_of_the_funds_add_up_to_the_difference_of_the_totals(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> None:
    old, new = make_lato(funds_of(before)), make_lato(funds_of(after))
    fondi = compare(old, new).fondi
    assert fondi.totale.prima == old.quadro.totali["fondi"].valore
    assert fondi.totale.dopo == new.quadro.totali["fondi"].valore
    back = compare(new, old).fondi.per_fondo
    assert {(row.voci_prima, row.voci_dopo) for row in fondi.per_fondo} == {
        (row.voci_dopo, row.voci_prima) for row in back
    }
    for rows in (fondi.per_fondo, fondi.per_livello, fondi.per_classe, fondi.per_area):
        assert sum((row.delta for row in rows), Decimal(0)) == fondi.totale.delta
        assert sum((row.dopo or Decimal(0) for row in rows), Decimal(0)) == (fondi.totale.dopo or 0)
        assert sum(len(row.voci_prima) for row in rows) == len(before)
        assert len({row.chiave for row in rows}) == len(rows)
        assert all((row.variazione is None) == bool(row.motivo) for row in rows)


lines = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["p1", "p2", "p3"]),
            "linea": st.sampled_from(["1.1.1", "1.2"]),
            "titolo": st.sampled_from(["Uno", "UNO", "Due"]),
            "stato": st.sampled_from([None, "Avviata", "avviata "]),
            "richiesto": amounts,
            "ammesso": amounts,
        }
    ),
    max_size=6,
)
projects = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["p1", "p2", "p3"]),
            "titolo": st.sampled_from(["Uno", "UNO", "Due"]),
            "stato": st.sampled_from(["in essere", "presentata"]),
            "importo": amounts.filter(lambda amount: amount is not None),
            "budget": amounts,
        }
    ),
    max_size=6,
)


def projects_of(lines: list[dict[str, Any]], projects: list[dict[str, Any]]) -> dict[str, Any]:
    common = {"area": "Minori", "fonte": "x", "capofila": "c", "ruolo": "partner"}
    pnrr, progetti = ([{k: v for k, v in row.items() if v is not None} for row in rows] for rows in (lines, projects))
    return {**HEAD, "pnrr": pnrr, "progetti": [{**common, **row} for row in progetti]}


money = st.builds(projects_of, lines, projects)


@given(money, money)
def test_pnrr_and_projects_add_up_to_totals_of_their_own(before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = make_lato(before), make_lato(after)
    found = compare(old, new)
    assert found.fondi.totale.delta == 0
    parts = {
        "pnrr.richiesto": found.progetti.pnrr_richiesto,
        "pnrr.ammesso": found.progetti.pnrr_ammesso,
        "progetti": found.progetti.progetti_importo,
        "progetti.budget": found.progetti.progetti_budget,
    }
    for name, conto in parts.items():
        was, now = (side.quadro.totali.get(name) for side in (old, new))
        assert conto.totale.prima == (was.valore if was is not None else None)
        assert conto.totale.dopo == (now.valore if now is not None else None)
        for rows in (conto.per_voce, conto.per_stato):
            assert sum((row.delta for row in rows), Decimal(0)) == conto.totale.delta
            assert sum(len(row.voci_prima) for row in rows) == len(conto.totale.voci_prima)
            assert len({row.chiave for row in rows}) == len(rows)


titles = st.sampled_from(["Sostenere la domiciliarità", "Sostenere la domiciliarità degli anziani", "Casa", "Lavoro"])
names = st.sampled_from(["O1", "O2", "O3", "O4"])
old_objectives = st.lists(st.tuples(names, titles), max_size=5)
new_objectives = st.lists(st.tuples(names, titles, st.lists(names, max_size=3)), max_size=5)
forms = st.lists(st.tuples(names, st.lists(names, max_size=2), st.sampled_from(["sì", "no"])), max_size=3)


def schede_of(rows: list[tuple[str, list[str], str]]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"S{i}",
            "titolo": "Scheda",
            "obiettivo": name,
            "in_continuita": {"risposta": answer, "obiettivi": continues},
        }
        for i, (name, continues, answer) in enumerate(rows)
    ]


@given(old_objectives, new_objectives, forms, st.booleans())
def test_every_objective_is_accounted_for_exactly_once(
    before: list[tuple[str, str]],
    after: list[tuple[str, str, list[str]]],
    schede: list[tuple[str, list[str], str]],
    same: bool,
) -> None:
    common = {"gruppo": "ambito", "macroaree": ["D"]}
    old = make_lato(
        {
            **HEAD,
            "triennio": "2025-2027" if same else "2021-2023",
            "obiettivi": [{"id": name, "titolo": title, **common} for name, title in before],
        }
    )
    new = make_lato(
        {
            **HEAD,
            "obiettivi": [{"id": name, "titolo": title, "gia": gia, **common} for name, title, gia in after],
            "schede": schede_of(schede),
        }
    )
    check_accounts(old, new)


THREE_PAIRS = (
    ("lodi-2006-2008", "lodi-2025-2027"),
    ("lodi-2021-2023", "lodi-2025-2027"),
    ("san-giuliano-milanese-2021-2023", "san-giuliano-milanese-2025-2027"),
)


@pytest.mark.parametrize(("before", "after"), THREE_PAIRS)
def test_every_objective_of_the_real_plans_is_accounted_for_exactly_once(before: str, after: str) -> None:
    check_accounts(read_example(ROOT / "esempi" / before), read_example(ROOT / "esempi" / after))


def check_accounts(old: Lato, new: Lato) -> None:
    legami = compare(old, new).legami
    assert [sorte.posto for sorte in legami.sorti] == list(range(len(old.piano.obiettivi)))
    assert [origine.posto for origine in legami.origini] == list(range(len(new.piano.obiettivi)))
    forward = {(s.posto, nuovo) for s in legami.sorti if s.destino is not Destino.PROSEGUITO for nuovo in s.nuovi}
    assert forward == {(vecchio, origine.posto) for origine in legami.origini for vecchio in origine.vecchi}
    for sorte in legami.sorti:
        if sorte.destino is not Destino.RINVIATO:  # put off, it may stand in the new plan or not
            assert (sorte.destino is Destino.LASCIATO) == (not sorte.nuovi)
            assert (sorte.destino is Destino.PROBABILE) == (sorte.probabilita is not None)
        assert sorte.probabilita is None or THRESHOLD <= sorte.probabilita <= 1


@given(st.text("ab \n.,", max_size=40), st.text("ab \n.,", max_size=40))
def test_the_pieces_of_two_texts_make_both(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.testo for piece in pieces if piece.tipo is not Kind.ENTRATO) == old
    assert "".join(piece.testo for piece in pieces if piece.tipo is not Kind.USCITO) == new
    assert (old == new) == all(piece.tipo is None for piece in pieces)


@given(chances, st.sets(st.sampled_from(ARGOMENTI), max_size=3))
def test_every_format_tells_every_change(chance: random.Random, only: set[str]) -> None:
    old, new = make_lato(make(chance)), make_lato(make(chance))
    raffronto = compare(old, new)
    sides = [Lettura(name, Source(Path(name)), (), lato) for name, lato in (("a", old), ("b", new))]
    confronto, choices = Confronto(sides[0], sides[1], raffronto), Choices(tuple(sorted(only)))
    wanted = [cambio for cambio in raffronto.cambi if choices.wants(cambio.argomento)]
    report = json.loads(FORMATS.get("json").render(confronto, choices))
    assert list(SCHEMA.iter_errors(report)) == []
    assert [(c["kind"], tuple(c["address"])) for c in report["changes"]] == [(c.tipo, c.indirizzo) for c in wanted]
    text = FORMATS.get("text").render(confronto, choices)
    told = {"leps"} if any(riga.stato in {"entrato", "uscito"} for riga in raffronto.leps) else set()
    told |= {"indicatori"} if any(riga.novita for riga in raffronto.indicatori) else set()
    assert ("nessuna differenza" in text) == (not wanted and not any(map(choices.wants, told)))
    assert raffronto.cambi or not told


@given(chances, st.booleans())
def test_every_promised_indicator_is_accounted_for_exactly_once(chance: random.Random, same: bool) -> None:
    """Whatever the ties; and a plan has nothing new against itself in another order."""
    keys = ("obiettivi", "schede", "schede_integrazione", "esiti")
    data = {**HEAD, **{key: GoodMaker(chance, wild=0)._field(key, Piano.model_fields[key]) for key in keys}}
    other = shuffle(data if same else change(data, chance), chance)
    old, new = make_lato({**data, "triennio": "2025-2027" if same else "2021-2023"}), make_lato(other)
    righe = compare(old, new).indicatori
    for side, paths in ((old, [riga.prima for riga in righe]), (new, [riga.dopo for riga in righe])):
        promised = [path for _, _, path in iter_indicatori(side.piano) if path[0] in {"schede", "schede_integrazione"}]
        assert sorted(path for path in paths if path is not None) == sorted(promised)
    if same:
        assert [riga.novita for riga in righe if riga.novita] == []
    for riga in righe:
        assert (riga.prima is None) == (riga.novita == (Novita.NUOVO,))
        assert riga.dopo is not None or riga.novita[0].startswith("tolto")


@given(chances, st.sets(st.sampled_from(ARGOMENTI), max_size=3))
def test_several_plans_stand_side_by_side_whatever_they_hold(chance: random.Random, only: set[str]) -> None:
    sides = [make_lato(make(chance)) for _ in range(3)]
    letture = [Lettura(name, Source(Path(name)), (), lato) for name, lato in zip("abc", sides, strict=True)]
    series, subjects = compare_many(sides), tuple(sorted(only))
    report = json.loads(render_json(letture, series, subjects))
    assert list(SERIES_SCHEMA.iter_errors(report)) == []
    assert {len(row["values"]) for row in report["figures"]} <= {3}
    assert all(len(riga.valori) == 3 for riga in series.righe)
    for column, lato in enumerate(sides):
        places = [place for filo in series.fili for place in filo[column]]
        assert len(places) == len(set(places))
        assert set(places) <= set(range(len(lato.piano.obiettivi)))
    for document in (
        serie.build(series, Frame(), subjects),
        raffronto_document.build(compare(*sides[:2]), judge(compare(*sides[:2])), Frame(), subjects),
    ):
        assert md.write(document, WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC)))
