# SPDX-License-Identifier: EUPL-1.2
"""The profiles: official labels and order, catalogues, one new file for a new triennium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdz import profiles
from pdz.errors import UnknownName
from pdz.model.esiti import Esito
from pdz.model.schede import Scheda, SchedaIntegrazione
from pdz.pipeline.check import check_plan
from pdz.profiles import Profilo, load_profilo, profile_names

NUOVO = "lombardia/2025-2027"
VECCHIO = "lombardia/2021-2023"
STORICO = "lombardia/2006-2008"


@pytest.fixture
def profilo() -> Profilo:
    return load_profilo(NUOVO)


def labels(profilo: Profilo, name: str) -> list[str]:
    """The labels as they are printed."""
    years = {"triennio": profilo.triennio, "precedente": profilo.precedente, "ancora_prima": profilo.ancora_prima}
    return [" ".join(f"{row.etichetta} {row.nota}".split()).format(**years) for row in profilo.moduli[name].righe]


def test_eight_rows(profilo: Profilo) -> None:
    assert labels(profilo, "otto_righe") == [
        "GRADO DI RAGGIUNGIMENTO DELL'OBIETTIVO RISPETTO A CIO' CHE ERA STATO DEFINITO NELLA PROGRAMMAZIONE "
        "(n. azioni realizzate*100)/n. azioni programmate",
        "VALUTAZIONE DA PARTE DEGLI UTENTI (OVE PERTINENTE)",
        "LIVELLO DI ADEGUATEZZA DELLE RISORSE UMANE E STRUMENTALI IMPIEGATE RISPETTO AL RAGGIUNGIMENTO DEGLI OBIETTIVI "
        "PREFISSATI",
        "LIVELLO DI COINCIDENZA TRA RISORSE STANZIATE E RISORSE IMPEGNATE/LIQUIDATE (pagato*100)/preventivato",
        "CRITICITÀ RILEVATE NEL RAGGIUNGIMENTO DELL'OBIETTIVO",
        "QUESTO OBIETTIVO HA ADEGUATAMENTE RISPOSTO AD UN BISOGNO PRODUCENDO UN CAMBIAMENTO POSITIVO NELL'AREA "
        "INDIVIDUATA COME PROBLEMATICA?",
        "L'OBIETTIVO ERA IN CONTINUITÀ CON LA PROGRAMMAZIONE PRECEDENTE (2018-2020)?",
        "L'OBIETTIVO VERRÀ RIPROPOSTO NELLA PROSSIMA PROGRAMMAZIONE 2025-2027?",
    ]
    modulo = profilo.moduli["otto_righe"]
    assert modulo.intestazioni == ("DIMENSIONE", "OUTPUT")
    assert modulo.intestazioni_indicatori == ("Dato previsto", "Dato realizzato")
    assert list(modulo.gruppi_indicatori.items()) == [
        ("risultato", "Indicatori di risultato"),
        ("processo", "Indicatori di processo"),
        ("impatto", "Indicatori di impatto"),
    ]


def test_seven_rows(profilo: Profilo) -> None:
    assert labels(profilo, "sette_righe") == [
        "GRADO DI RAGGIUNGIMENTO DELL'OBIETTIVO",
        "VALUTAZIONE DA PARTE DEGLI UTENTI",
        "LIVELLO DI COINCIDENZA TRA RISORSE STANZIATE E RISORSE",
        "CRITICITÀ RILEVATE",
        "QUESTO OBIETTIVO HA ADEGUATAMENTE RISPOSTO A UN BISOGNO",
        "L'OBIETTIVO ERA IN CONTINUITÀ CON LA PROGRAMMAZIONE PRECEDENTE",
        "L'OBIETTIVO VERRÀ RIPROPOSTO NELLA PROSSIMA PROGRAMMAZIONE 2025-2027?",
    ]


def test_twenty_six_rows(profilo: Profilo) -> None:
    assert labels(profilo, "scheda_obiettivo") == [
        "TITOLO INTERVENTO",
        "QUALI OBIETTIVI VUOLE RAGGIUNGERE",
        "AZIONI PROGRAMMATE",
        "TARGET",
        "RISORSE ECONOMICHE PREVENTIVATE",
        "RISORSE DI PERSONALE DEDICATE",
        "L'OBIETTIVO È TRASVERSALE ED INTEGRATO CON ALTRE AREE DI POLICY?",
        "INDICARE I PUNTI CHIAVE DELL'INTERVENTO",
        "PREVEDE IL COINVOLGIMENTO DI ASST NELL'ANALISI DEL BISOGNO E NELLA PROGRAMMAZIONE?",
        "PREVEDE IL COINVOLGIMENTO DI ASST NELLA REALIZZAZIONE DELL'INTERVENTO E AZIONI CONGIUNTE AMBITO-ASST?",
        "L'INTERVENTO È REALIZZATO IN COOPERAZIONE CON ALTRI AMBITI?",
        "È IN CONTINUITÀ CON LA PROGRAMMAZIONE PRECEDENTE (2021-2023)?",
        "L'OBIETTIVO PREVEDE LA DEFINIZIONE DI UN NUOVO SERVIZIO?",
        "L'OBIETTIVO È IN CONTINUITÀ E/O RAPPRESENTA IL POTENZIAMENTO DI UN PROGETTO PREMIALE DELLA PROGRAMMAZIONE "
        "2021-2023?",
        "L'INTERVENTO È FORMALMENTE CO-PROGRAMMATO CON IL TERZO SETTORE?",
        "L'INTERVENTO È FORMALMENTE CO-PROGETTATO CON IL TERZO SETTORE?",
        "NEL CASO IN CUI L'INTERVENTO NON PREVEDA PROCESSI DI CO-PROGETTAZIONE E/O CO-PROGRAMMAZIONE FORMALIZZATI, "
        "SPECIFICARE LE MODALITÀ DI COINVOLGIMENTO DEL TERZO SETTORE (SE PERTINENTE)",
        "L'INTERVENTO PREVEDE IL COINVOLGIMENTO DI ALTRI ATTORI DELLA RETE TERRITORIALE? (OLTRE AD ASST E ETS)",
        "QUESTO INTERVENTO A QUALE/I BISOGNO/I RISPONDE?",
        "IL BISOGNO RILEVATO ERA GIÀ STATO AFFRONTATO NELLA PRECEDENTE PROGRAMMAZIONE O PUÒ ESSERE DEFINITO COME UN "
        "NUOVO BISOGNO EMERSO NELLA PRECEDENTE TRIENNALITÀ?",
        "L'OBIETTIVO È DI TIPO PROMOZIONALE/PREVENTIVO O RIPARATIVO?",
        "L'OBIETTIVO PRESENTA MODELLI INNOVATIVI DI PRESA IN CARICO, DI RISPOSTA AL BISOGNO E COOPERAZIONE CON ALTRI "
        "ATTORI DELLA RETE",
        "L'OBIETTIVO PRESENTA DEGLI ASPETTI INERENTI ALLA DIGITALIZZAZIONE? (ORGANIZZATIVI, GESTIONALI, EROGATIVI, "
        "ECC.)",
        "QUALI MODALITÀ ORGANIZZATIVE, OPERATIVE E DI EROGAZIONE SONO ADOTTATE?",
        "QUALI RISULTATI VUOLE RAGGIUNGERE?",
        "QUALE IMPATTO DOVREBBE AVERE L'INTERVENTO?",
    ]
    rows = {row.campo: row for row in profilo.moduli["scheda_obiettivo"].righe}
    assert rows["coinvolgimento_terzo_settore"].solo_se_no == ("coprogrammato", "coprogettato")
    assert rows["asst_realizzazione"].suggerimento == "SI/NO In caso affermativo specificare le azioni e i compiti"


def test_fourteen_rows(profilo: Profilo) -> None:
    assert labels(profilo, "scheda_integrazione") == [
        "TITOLO",
        "QUALE OBIETTIVO SI VUOLE RAGGIUNGERE",
        "CRITICITÀ RILEVATE E BISOGNO EMERSO",
        "MATRICE LINEE DI INTERVENTO / AREE TEMATICHE (DGR XII/2089)",
        "DESTINATARI SPECIFICI DELL'INTERVENTO (TARGET)",
        "DESCRIZIONE DEL SERVIZIO / PROGETTO",
        "AMBITO TERRITORIALE DI REALIZZAZIONE (DI NORMA DISTRETTUALE, SPECIFICARE IN CASO DIVERSO SE AZIENDALE, "
        "SUB-DISTRETTUALE, COMUNALE)",
        "ATTORI/ENTI COINVOLTI",
        "MODALITÀ DI INTEGRAZIONE ASST/AMBITI",
        "RISORSE DI PERSONALE ASST/AMBITI NECESSARIE PER ATTUAZIONE DEL PROGETTO (SPECIFICANDO SE GIÀ PRESENTI IN "
        "ORGANICO)",
        "PROGETTUALITÀ PRESENTE ANCHE NEL PIANO DI ZONA",
        "ANNO AVVIO / ANNO FINE",
        "INDICATORE E RISULTATO ATTESO (OUTPUT)",
        "INDICATORI DI CAMBIAMENTO (VALUTAZIONE DI IMPATTO – OUTCOME)",
    ]


@pytest.mark.parametrize("name", profile_names())
def test_rows_are_fields_of_the_model_in_its_order(name: str) -> None:
    models = {
        "otto_righe": [*Esito.model_fields],
        "sette_righe": [*Esito.model_fields],
        "scheda_obiettivo": [*Scheda.model_fields],
        "scheda_integrazione": [*SchedaIntegrazione.model_fields, "anni"],
    }
    for modulo, definition in load_profilo(name).moduli.items():
        fields = [row.campo for row in definition.righe]
        assert set(fields) <= set(models[modulo])
        assert len(set(fields)) == len(fields)
        if modulo != "scheda_integrazione":  # «anni» stands for two fields
            assert fields == sorted(fields, key=models[modulo].index)


def test_integration_rows_follow_the_form(profilo: Profilo) -> None:
    assert [row.campo for row in profilo.moduli["scheda_integrazione"].righe] == [
        "titolo", "finalita", "criticita", "matrice", "target", "descrizione", "livello", "attori", "modalita",
        "personale", "nel_piano", "anni", "output", "outcome",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [NUOVO, VECCHIO])
def test_no_macro_area_c(name: str) -> None:
    assert [macroarea.codice for macroarea in load_profilo(name).macroaree] == list("ABDEFGHIJKL")


def test_catalogues(profilo: Profilo) -> None:
    assert [area.codice for area in profilo.aree_tematiche] == [f"AT{n}" for n in range(1, 8)]
    assert profilo.linee_intervento == tuple(f"LI{n}" for n in range(1, 7))
    assert [linea.codice for linea in profilo.linee_pnrr] == ["1.1.1", "1.1.3", "1.1.4", "1.2", "1.3.1"]
    assert [(leps.codice, leps.titolo) for leps in profilo.leps_prioritari] == [
        ("L1", "Valutazione multidimensionale e progetto personalizzato"),
        ("L2", "Prevenzione dell'allontanamento familiare (P.I.P.P.I.)"),
        ("L3", "Servizi sociali per le dimissioni protette"),
        ("L4", "PUA integrati e UVM: incremento operatori sociali"),
        ("L5", "Incremento SAD"),
    ]
    historical = {fondo.codice for fondo in profilo.fondi if fondo.storico}
    assert historical == {"FRPS", "ONMI", "L162", "L285", "L45", "L328", "L40"}
    assert {fondo.codice for fondo in profilo.fondi} - historical == {
        "FNPS", "FNA", "QSFP", "DOPO_DI_NOI", "CAREGIVER", "POTENZIAMENTO_SSP", "CARE_LEAVERS", "FSR", "MISURA_6",
        "EMERGENZA_ABITATIVA", "BONUS_ASSISTENTI_FAMILIARI", "GIOCO_AZZARDO", "VIGILANZA_UDOS", "FSE+", "PNRR", "FAMI",
        "COMUNI",
    }  # fmt: skip
    soglie = profilo.soglie
    assert soglie.abitanti_per_assistente_leps == 5000
    assert soglie.abitanti_per_assistente_ottimale == 4000
    assert soglie.quota_minori_fnps == 50
    assert soglie.variazione_fondo == 20
    assert soglie.giudizio_sufficiente in {fascia.giudizio for fascia in profilo.scala}


def test_links_of_the_leps(profilo: Profilo) -> None:
    elderly, disabled = ("AT1", "AT4", "AT5", "AT7"), ("AT1", "AT4", "AT7")
    home = ("AT2", "AT3", "AT4")
    assert {
        leps.codice: [(link.macroarea, link.aree_tematiche) for link in leps.collegamenti]
        for leps in profilo.leps_prioritari
    } == {
        "L1": [("A", ("AT1",)), ("J", disabled)],
        "L2": [("G", ("AT5",)), ("I", elderly)],
        "L3": [("D", home), ("E", elderly), ("J", disabled)],
        "L4": [("E", elderly), ("J", disabled), ("K", ("AT1",))],
        "L5": [("D", home), ("E", elderly), ("J", disabled), ("F", ("AT6",))],
    }
    between = [
        (leps.codice, link.macroarea)
        for leps in profilo.leps_prioritari
        for link in leps.collegamenti
        if link.tra_parentesi
    ]
    assert between == [("L3", "J")]


def test_scale(profilo: Profilo) -> None:
    assert [fascia.etichetta for fascia in profilo.scala] == [
        "0% (nullo)",
        "1-49% (insufficiente)",
        "50-79% (sufficiente)",
        "80-99% (buono)",
        "100% (ottimo)",
    ]
    assert all(f"({fascia.giudizio})" in fascia.etichetta for fascia in profilo.scala)


def test_chapters_and_annexes(profilo: Profilo) -> None:
    assert [(c.numero, c.id, [s.id for s in c.sezioni]) for c in profilo.capitoli] == [
        ("", "introduzione", []),
        ("1", "esiti", ["esiti_sistema", "esiti_premialita", "esiti_tematici"]),
        ("2", "contesto", []),
        ("3", "reti", ["unita_offerta", "progettualita", "gestione_fondi"]),
        ("4", "governance", []),
        ("5", "bisogni", []),
        ("6", "obiettivi", ["obiettivi_leps", "obiettivi_integrazione", "obiettivi_ambito"]),
        ("7", "valutazione", []),
    ]
    assert [(a.numero, a.id, a.contenuto) for a in profilo.allegati] == [
        ("1", "allegato_schede", "schede"),
        ("2", "allegato_fondi", "fondi"),
        ("3", "allegato_ats", "impegni"),
        ("4", "allegato_integrazione", "schede_integrazione"),
    ]
    chapters = (*profilo.capitoli, *profilo.allegati)
    contents = {c.contenuto for c in chapters} | {s.contenuto for c in chapters for s in c.sezioni}
    assert contents - {""} == {
        "esiti_sistema", "progetti_premiali", "esiti", "contesto", "unita_offerta", "organi", "bisogni",
        "obiettivi_leps", "obiettivi_integrazione", "obiettivi_ambito", "schede", "fondi", "impegni",
        "schede_integrazione",
    }  # fmt: skip
    assert [c.id for c in profilo.capitoli if not c.obbligatorio] == ["introduzione"]


def test_tables(profilo: Profilo) -> None:
    assert set(profilo.tabelle) == {
        "esiti_area", "leps", "incroci", "impegni", "collegamenti_leps", "pnrr", "progetti", "fondi_strutturali",
        "fondi_progetti", "unita_offerta", "finanziamenti",
    }  # fmt: skip
    assert [(c.campo, c.etichetta) for c in profilo.tabelle["incroci"].colonne] == [
        ("macroarea", "MACRO AREA POLICY"),
        ("tavoli", "TAVOLI TEMATICI PERMANENTI"),
        ("leps", "LEPS"),
        ("obiettivi", "OBIETTIVI DI AMBITO"),
        ("pnrr", "CONNESSIONE CON PNRR"),
        ("progettualita", "CONNESSIONE CON ALTRE PROGETTUALITA'"),
        ("integrazione", "INTEGRAZIONE SOCIO SANITARIA"),
    ]
    assert [c.campo for c in profilo.tabelle["impegni"].colonne] == [
        "leps", "macroarea", "obiettivi_sistema", "area_tematica", "ats", "asst", "ambito", "indicatori",
    ]  # fmt: skip
    assert [c.etichetta for c in profilo.tabelle["collegamenti_leps"].colonne] == [
        "LEPS",
        "MACRO AREA",
        "AREA TEMATICA",
    ]
    assert [c.etichetta for c in profilo.tabelle["esiti_area"].colonne] == [
        "Obiettivo",
        "Descrizione",
        "RISULTATI TRIENNIO {precedente}",
    ]
    assert [c.etichetta for c in profilo.tabelle["finanziamenti"].colonne] == [
        "FINALITA'",
        "AREE DI INTERVENTO/SERVIZI",
    ]


@pytest.mark.parametrize("name", profile_names())
def test_only_known_placeholders(name: str) -> None:
    placeholders = set(re.findall(r"\{(\w+)\}", load_profilo(name).model_dump_json()))
    assert placeholders <= {"triennio", "precedente", "ancora_prima"}


@pytest.mark.parametrize("name", profile_names())
def test_codes_are_unique_and_known(name: str) -> None:
    profilo = load_profilo(name)
    for catalogue in (
        profilo.macroaree,
        profilo.aree_tematiche,
        profilo.leps_prioritari,
        profilo.fondi,
        profilo.linee_pnrr,
        profilo.gruppi_obiettivi,
    ):
        codes = [entry.codice for entry in catalogue]
        assert len(set(codes)) == len(codes)
    areas = {area.codice for area in profilo.aree_tematiche}
    letters = {macroarea.codice for macroarea in profilo.macroaree}
    for leps in profilo.leps_prioritari:
        for link in leps.collegamenti:
            assert link.macroarea in letters
            assert set(link.aree_tematiche) <= areas
    assert profilo.modulo_esiti in profilo.moduli or name == STORICO
    assert [gruppo.codice for gruppo in profilo.gruppi_obiettivi] in (["leps", "integrazione", "ambito"], [])


def test_past_triennium_has_its_own_years_and_nothing_of_the_new_one() -> None:
    profilo = load_profilo(VECCHIO)
    assert (profilo.triennio, profilo.precedente, profilo.ancora_prima) == ("2021-2023", "2018-2020", "2015-2017")
    assert labels(profilo, "otto_righe")[6:] == [
        "L'OBIETTIVO ERA IN CONTINUITÀ CON LA PROGRAMMAZIONE PRECEDENTE (2015-2017)?",
        "L'OBIETTIVO VERRÀ RIPROPOSTO NELLA PROSSIMA PROGRAMMAZIONE 2021-2023?",
    ]
    assert (profilo.leps_prioritari, profilo.aree_tematiche, profilo.linee_intervento) == ((), (), ())
    assert "scheda_integrazione" not in profilo.moduli
    assert not {"impegni", "collegamenti_leps", "incroci"} & set(profilo.tabelle)
    assert not re.search(r"2025|2027|2167|2089", profilo.model_dump_json())


def test_oldest_triennium_has_only_what_its_source_names() -> None:
    profilo = load_profilo(STORICO)
    assert (profilo.triennio, profilo.precedente, profilo.ancora_prima) == ("2006-2008", "", "")
    assert [(c.numero, c.id) for c in profilo.capitoli] == [
        ("1", "obiettivi_piano"),
        ("2", "contesto"),
        ("3", "risorse"),
        ("4", "governance"),
        ("5", "fase_attuativa"),
        ("6", "spunti"),
    ]
    assert [fondo.codice for fondo in profilo.fondi] == ["FNPS", "FRPS", "ONMI", "L162", "L285", "L45", "L328", "L40"]
    assert (profilo.macroaree, profilo.moduli, profilo.scala, profilo.modulo_esiti) == ((), {}, (), "")
    assert set(profilo.soglie.model_dump().values()) == {None}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the folder of profiles where a test may add files."""
    for name in profile_names():
        target = tmp_path / f"{name}.yaml"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((profiles._FOLDER / f"{name}.yaml").read_bytes())
    monkeypatch.setattr(profiles, "_FOLDER", tmp_path)
    load_profilo.cache_clear()
    yield tmp_path
    load_profilo.cache_clear()


def test_a_third_profile_is_one_new_file(folder: Path) -> None:
    (folder / "lombardia" / "2028-2030.yaml").write_text(
        """
estende: lombardia/2025-2027
nome: Lombardia 2028-2030
triennio: 2028-2030
precedente: 2025-2027
ancora_prima: 2021-2023
soglie:
  abitanti_per_assistente_leps: 4000
scala:
  - {giudizio: raggiunto, etichetta: 100% (raggiunto), da: 100}
  - {giudizio: superato, etichetta: oltre 100% (superato), oltre: 100}
moduli:
  sette_righe:
    titolo: Modulo corto
    righe:
      - {campo: grado, etichetta: GRADO}
severita: {G001: avviso}
""",
        encoding="utf-8",
    )
    assert profile_names() == (STORICO, VECCHIO, NUOVO, "lombardia/2028-2030")
    profilo = load_profilo("lombardia/2028-2030")
    assert profilo.id == "lombardia/2028-2030"
    assert labels(profilo, "otto_righe")[6:] == [
        "L'OBIETTIVO ERA IN CONTINUITÀ CON LA PROGRAMMAZIONE PRECEDENTE (2021-2023)?",
        "L'OBIETTIVO VERRÀ RIPROPOSTO NELLA PROSSIMA PROGRAMMAZIONE 2028-2030?",
    ]
    assert labels(profilo, "sette_righe") == ["GRADO"]
    assert profilo.soglie.abitanti_per_assistente_leps == profilo.soglie.abitanti_per_assistente_ottimale == 4000
    assert [fascia.giudizio for fascia in profilo.scala] == ["raggiunto", "superato"]
    assert profilo.fondi == load_profilo(NUOVO).fondi
    assert profilo.severita == {"G001": "avviso"}


def test_a_profile_changes_the_severity_of_a_rule_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    changed = "estende: lombardia/2025-2027\nseverita: {G001: avviso, T010: errore}\n"
    (folder / "lombardia" / "severa.yaml").write_text(changed, encoding="utf-8")
    plan = tmp_path / "piano"
    plan.mkdir()
    found = []
    for name in (NUOVO, "lombardia/severa"):
        text = (
            f"formato: 1\nprofilo: {name}\ntitolo: Piano di prova\ntriennio: 2025-2027\n"
            "ambito: {nome: Prova, ente_capofila: comune}\nenti: [{id: comune, nome: Comune}]\n"
            "esiti: [{id: H1, titolo: Attrarre risorse, grado: 80%, giudizio: ottimo, testo: TODO scrivere}]\n"
        )
        (plan / "piano.yaml").write_text(text, encoding="utf-8")
        found.append([(f.code, str(f.severity), f.location.line) for f in check_plan(plan).findings])
    assert found == [
        [("G001", "errore", 7), ("T010", "avviso", 7)],
        [("G001", "avviso", 7), ("T010", "errore", 7)],
    ]


def test_unknown_profile_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="il profilo «lombardia/2025-2026» non esiste") as error:
        load_profilo("lombardia/2025-2026")
    assert error.value.hint == "forse intendevi «lombardia/2025-2027»?"
