# SPDX-License-Identifier: EUPL-1.2
"""What holds for every text that someone may call a plan."""

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pdz.findings import Location
from pdz.pipeline.check import check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render
from pdz.source import Source, load
from pdz.source._csv import parse_csv
from pdz.source._yaml import compose, scan

same_every_time = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: T
triennio: 2025-2027
ambito: {nome: A, ente_capofila: c}
enti: [{id: c, nome: C}]
"""
KEYS = ["titolo", "fatti", "esiti", "id", "nome", "testi", "includi", "tabelle", "dati", "ambito", "<<", "x"]
WORDS = [
    "&a ", "*a", "!t ", "!!str ", "- ", "? ", ": ", ", ", "{", "}", "[", "]", "'", '"', "|", ">", "\n", "\n  ",
    "\n    ", "\t", "#", "%", "@", "`", "---\n", "...\n", "a.md", "b.csv", "../a.md", "{{ fatti.a }}", "{{", "16.523",
    "1.250,00", "\\", "\\x07", "è", "👍", "שלום", "\u2028", "\x85", "\x00", "\ufeff", "\r\n", "~", "no", "<", "é",
    "\u202e", "*",
    *(f"{key}: " for key in KEYS),
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
csv_texts = st.lists(st.sampled_from(["a", "b", ";", ",", '"', "\n", " ", "1,5", "è", "\t", "comune"]), max_size=40)


def is_inside(source: Source, place: Location) -> bool:
    """A span is inside its file, or at the start of one that could not be read."""
    file = source.files.get(place.file)
    if file is None:
        return place.line >= 1 and place.column >= 1
    lines = file.text.split("\n")
    return (
        1 <= place.line <= len(lines)
        and 1 <= place.column <= len(lines[place.line - 1]) + 1
        and place.column < place.end_column <= len(lines[place.line - 1]) + 2
    )


@same_every_time
@given(texts, texts, texts, csv_texts.map("".join))
@example("", "", "", "")
@example("includi: ['*.yaml']\n", "x: [&a *a]", "{{ x", '"')
@example("testi: [{sezione: a, testo: a.md}]\ntabelle: [{id: t, dati: b.csv}]\n", "", "{{ x }}", "a;b\n1\n")
def test_any_text_is_read_without_raising_and_findings_stand_inside_their_files(
    plan: str, other: str, prose: str, table: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in (("altro.yaml", other), ("a.md", prose), ("b.csv", table)):
            (folder / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        for head in ("", HEAD, HEAD + "includi: ['*.yaml']\n"):
            (folder / "piano.yaml").write_bytes((head + plan).encode("utf-8", "surrogatepass"))
            checked = check_plan(folder)
            assert (checked.piano is None) <= bool(checked.findings)
            for finding in checked.findings:
                assert is_inside(checked.source, finding.location), finding
                assert finding.related is None or is_inside(checked.source, finding.related), finding
                assert "\n" not in finding.message
                assert len(finding.message) < 1000
                assert finding.hint, finding


START = Path(__file__).parents[2] / "templates" / "init"
FILES = {path.relative_to(START).as_posix(): path.read_text("utf-8") for path in START.rglob("*") if path.is_file()}
slips = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 12), st.sampled_from(["", *WORDS])), min_size=1, max_size=5
)


@same_every_time
@given(st.sampled_from(sorted(FILES)), slips)
def test_slips_of_the_keyboard_in_a_whole_plan(name: str, edits: list[tuple[int, int, str]]) -> None:
    text = FILES[name]
    for start, length, word in edits:
        start %= len(text) + 1
        text = text[:start] + word + text[start + length :]
    with tempfile.TemporaryDirectory() as folder:
        for file, content in {**FILES, name: text}.items():
            path = Path(folder) / file
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        checked = check_plan(Path(folder))
        for finding in checked.findings:
            assert is_inside(checked.source, finding.location), finding
            assert finding.hint, finding
        if not checked.errors:
            assert checked.quadro is not None
            assert render(checked, find_writer(".md"), RenderOptions())[0]


@same_every_time
@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: 1")
def test_any_bytes_are_read_without_raising(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "piano.yaml").write_bytes(raw)
        assert check_plan(Path(name)).findings


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"))
scalars = words.filter(lambda word: word.strip() != "" and not word.endswith((".md", ".csv")))
keys = scalars.filter(lambda word: word != "includi" and len(word) < 100)
trees = st.recursive(scalars, lambda children: st.lists(children) | st.dictionaries(keys, children), max_leaves=20)


@same_every_time
@given(st.dictionaries(keys, trees, min_size=1), st.sampled_from([None, '"', "'", "|", ">"]), st.booleans())
def test_what_is_written_is_what_is_read(data: dict[str, Any], style: str | None, flow: bool) -> None:
    text = yaml.dump(data, default_style=style, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "piano.yaml").write_text(text, encoding="utf-8", newline="\n")
        source = load(Path(name))
    assert source.findings == []
    assert source.data == data


@same_every_time
@given(texts)
def test_the_scan_sees_every_anchor_alias_and_tag_that_composes(text: str) -> None:
    deep, marks = scan(text)
    if deep is not None:
        return
    try:
        root = compose(text)
    except yaml.YAMLError:
        return
    ours = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
    seen: set[int] = set()
    stack = [root] if root is not None else []
    while stack:
        node = stack.pop()
        assert id(node) not in seen or marks
        if id(node) in seen:
            continue
        seen.add(id(node))
        assert node.tag in ours or marks
        if isinstance(node, yaml.MappingNode):
            stack += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value


@same_every_time
@given(csv_texts.map("".join))
def test_every_cell_of_a_csv_stands_where_its_text_is(text: str) -> None:
    table = parse_csv(text)
    for row, spans in zip(table.rows, table.cells, strict=True):
        assert len(spans) == len(table.columns)
        for name, (start, length) in zip(table.columns, spans, strict=True):
            written = text[start : start + length]
            value = row[name] or ""
            assert written == value or written.startswith('"') or (not value and length == 1)
    for (start, length), message, hint in table.problems:
        assert 0 <= start <= len(text)
        assert length >= 0
        assert message
        assert hint
