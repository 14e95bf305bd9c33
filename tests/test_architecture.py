# SPDX-License-Identifier: EUPL-1.2
"""The house as DESIGN.md draws it: rooms, contracts, names, sizes, and what a command may import."""

import ast
import inspect
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from pdz import source, structure
from pdz.cli._compare import FORMATS, Format
from pdz.cli._report import REPORTS, Report
from pdz.compare.judgements import JUDGEMENTS, Judge
from pdz.documents import KINDS, Kind
from pdz.findings import Severity
from pdz.plugins import Plugins
from pdz.rules import RULES, Rule
from pdz.writers import WRITERS, Writer

ROOT = Path(__file__).parent.parent
PDZ = ROOT / "pdz"
MODULES = sorted(PDZ.rglob("*.py"))
SPDX = "# SPDX-License-Identifier: EUPL-1.2"

LAYERS = """
cli
pipeline
writers | documents | readers
structure | rules | compare
calc
profiles
model | doctree | source | plugins | resources
findings | errors | money | dates | numbers
"""
DEPTH = {room: depth for depth, line in enumerate(LAYERS.split("\n")) for room in re.findall(r"\w+", line)}
ALONG_THE_LINE = {("money", "numbers")}
"""An amount in euro is a number with two decimals: to read it twice would be worse than to look sideways once."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PDZ).parts[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything of pdz that a module imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "pdz")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"riga {node.lineno}: import relativo"
            if node.module == "pdz":
                yield from ((node.lineno, f"pdz.{alias.name}") for alias in node.names)
            elif node.module is not None and node.module.startswith("pdz."):
                yield node.lineno, node.module


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_room_is_in_the_design() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__", "__main__"}
    assert rooms - set(DEPTH) == set()


def test_imports_run_downwards_only_and_never_along_the_same_line() -> None:
    wrong = []
    for path in MODULES:
        room = room_of(path)
        if room in {"__init__", "__main__"}:
            continue
        for line, imported in imports_of(tree_of(path)):
            other = imported.split(".")[1]
            if other == room or other.startswith("__") or (room, other) in ALONG_THE_LINE:
                continue
            if DEPTH[other] <= DEPTH[room]:
                wrong.append(f"{name_of(path)}:{line} {room} -> {imported}")
    assert wrong == []


def test_writers_never_see_the_plan() -> None:
    wrong = [
        f"{name_of(path)}:{line} {imported}"
        for path in MODULES
        if room_of(path) == "writers"
        for line, imported in imports_of(tree_of(path))
        if imported.split(".")[1] in {"model", "profiles", "calc", "source"}
    ]
    assert wrong == []


def test_nobody_imports_the_command_line() -> None:
    wrong = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        if room_of(path) not in {"cli", "__main__"}
        for line, imported in imports_of(tree_of(path))
        if imported.startswith("pdz.cli")
    ]
    assert wrong == []


def test_only_the_command_line_prints_and_reads_clock_and_environment() -> None:
    forbidden = re.compile(r"\bprint\(|\bos\.environ|\bdatetime\.now|\bdate\.today|\btime\.time\(|\bsys\.std(out|err)")
    wrong = [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in MODULES
        if room_of(path) != "cli"
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if forbidden.search(line)
    ]
    assert wrong == []


def test_python_does_not_contain_what_the_region_decides() -> None:
    """Codes of funds and of LEPS, letters of macro areas and names of forms live in profiles/*.yaml."""
    wrong = [
        name_of(path)
        for path in MODULES
        if re.search(r"\"(FNPS|FNA|QSFP|lombardia)\"", path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


PLUGINS: tuple[tuple[Plugins, type], ...] = (
    (RULES, Rule),
    (JUDGEMENTS, Judge),
    (KINDS, Kind),
    (WRITERS, Writer),
    (REPORTS, Report),
    (FORMATS, Format),
)
LOADED = [(contract, name, module) for plugins, contract in PLUGINS for name, module in plugins.load()]


def members_of(contract: type) -> dict[str, object]:
    """What a Protocol asks for: annotations and methods."""
    methods = {name: member for name, member in vars(contract).items() if inspect.isfunction(member)}
    public = {name: member for name, member in methods.items() if not name.startswith("_")}
    return {**inspect.get_annotations(contract), **public}


@pytest.mark.parametrize(("contract", "name", "module"), LOADED, ids=[f"{c.__name__}-{n}" for c, n, _ in LOADED])
def test_every_plugin_satisfies_its_contract(contract: type, name: str, module: ModuleType) -> None:
    for member, asked in members_of(contract).items():
        assert hasattr(module, member), f"{module.__name__} non ha {member}"
        given = getattr(module, member)
        if inspect.isfunction(asked):
            wanted = list(inspect.signature(asked).parameters)[1:]  # without self
            assert list(inspect.signature(given).parameters) == wanted
            assert inspect.signature(given).return_annotation == inspect.signature(asked).return_annotation
        elif isinstance(asked, type) and not getattr(asked, "__origin__", None):
            assert isinstance(given, asked)
    assert module.__doc__


def test_the_rooms_of_plugins_are_not_empty() -> None:
    assert {"r001_id_ripetuto", "r002_riferimento_sconosciuto", "t001_citazione_sconosciuta"} <= set(RULES.names())
    assert {"piano", "esiti", "schede", "fondi"} <= set(KINDS.names())
    assert {"docx", "md"} <= set(WRITERS.names())
    assert {"c015_legame_con_un_id_sconosciuto"} <= set(JUDGEMENTS.names())


def test_rules_are_named_after_the_defect_with_a_code_of_their_own() -> None:
    names = RULES.names()
    assert [name for name in names if not re.fullmatch(r"[a-z]\d{3}_[a-z0-9]+(_[a-z0-9]+)*", name)] == []
    assert {name[0].upper() for name in names} <= set("MRGFDLTPCI")
    repeated = [code for code, times in Counter(name.split("_")[0] for name in names).items() if times > 1]
    assert repeated == []
    assert {module.SEVERITY for _, module in RULES.load()} <= set(Severity)


def test_codes_of_findings_are_not_shared_between_rules_and_reading() -> None:
    own = {name.split("_")[0].upper() for name in RULES.names()}
    assert own.isdisjoint(name.split("_")[0].upper() for name in JUDGEMENTS.names())
    read = {
        code
        for path in MODULES
        if room_of(path) in {"source", "structure", "pipeline"}
        for code in re.findall(r"\"([YM]\d{3})\"", path.read_text(encoding="utf-8"))
    }
    assert read & own == set()
    assert read == {*source.CODES, *structure.CODES}, "ogni codice ha la sua spiegazione, per pdz explain"


def public_things(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """The module, its classes, its public functions, the public methods of its public classes that add to a base."""
    yield tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from (
                member
                for member in node.body
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_")
            )
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_docstrings(path: Path) -> None:
    missing = [
        getattr(thing, "name", "(modulo)") for thing in public_things(tree_of(path)) if not ast.get_docstring(thing)
    ]
    assert missing == []


LICENSED = [
    *MODULES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted(PDZ.rglob("*.yaml")),
    *sorted((ROOT / "esempi").rglob("*.yaml")),
    *(path for path in sorted((ROOT / "templates").rglob("*.yaml")) if "init" not in path.parts),
]
"""Not the starting plan, which belongs to whoever starts it, nor the broken plans, whose first line matters."""


@pytest.mark.parametrize("path", LICENSED, ids=name_of)
def test_the_licence_is_the_first_line(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        assert file.readline().rstrip("\n") == SPDX


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_fit_a_screen(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 250
    long = [
        f"{node.name}: {length} righe"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > 50
    ]
    assert long == []


HEAVY = ("pydantic", "docx", "yaml", "openpyxl", "jinja2", "rich", "markdown_it", "lxml", "matplotlib")


def imported_by(*arguments: str) -> set[str]:
    """The heavy packages that a command imports."""
    script = (
        "import sys; from pdz.cli import run; code = run(sys.argv[1:]); "
        "print('IMPORTED', code, *{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    _, code, *names = done.stdout.splitlines()[-1].split(" ")
    assert code == "0", done.stdout + done.stderr
    return set(names) & set(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("--help",), set[str]()),
        (("--version",), {"pydantic"}),  # with which typer reads options
        (("render", "--help"), {"pydantic"}),
        (("validate", "esempi/minimo"), {"pydantic", "yaml"}),
        (("compare", "esempi/minimo", "esempi/minimo"), {"pydantic", "yaml"}),
        (("schema",), {"pydantic", "yaml"}),  # the codes that the profiles list
        (("rules",), {"pydantic"}),
        (("explain", "R001"), {"pydantic"}),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: tuple[str, ...], allowed: set[str]) -> None:
    assert imported_by(*arguments) - allowed == set()
