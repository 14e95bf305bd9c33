# SPDX-License-Identifier: EUPL-1.2
"""The HTML pages in a real browser: accessibility, keyboard, policy, network. Exit 1 when something is wrong.

`python tests/browser/check_html.py --axe AXE.JS PLAN…` prints the kitchen sink and the plans, then opens them in
Chromium through playwright; `--shots FOLDER` keeps pictures of them to look at, and what the printer gets as PDF.
"""

import argparse
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from pdz.pipeline.check import check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render
from pdz.writers import html

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.unit.writers.kitchen_sink import OPTIONS, make_document

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations
  .map((found) => `${found.id}: ${found.help} (${found.nodes.length}) ${found.nodes[0].html.slice(0, 200)}`)"""
FOCUS = """() => { const at = document.activeElement; const box = at.getBoundingClientRect();
  return {tag: at.tagName, text: at.textContent.trim(), id: at.id, href: at.getAttribute('href') ?? '',
          seen: getComputedStyle(at).outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight}; }"""


VARIED = """(heads) => heads.map((head) => new Set([...head.closest('table').querySelectorAll('tbody > tr')]
  .map((row) => row.cells[head.cellIndex]?.textContent)).size)"""
"""How many different numbers stand under each head: the more, the better to see whether they are sorted."""


@dataclass(frozen=True)
class Setting:
    """How a reader looks at the page."""

    name: str
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"


SETTINGS = (
    Setting("chiaro"),
    Setting("scuro", scheme="dark"),
    Setting("telefono", 375, 800),
    Setting("telefono-scuro", 375, 800, "dark"),
)
NARROWEST = Setting("320", 320, 640)
"""What WCAG 1.4.10 asks: no scrolling in two directions, but for tables in their frames."""


@dataclass
class Check:
    """What was wrong so far, and what was looked at."""

    problems: list[str] = field(default_factory=list)
    done: int = 0

    def expect(self, what: str, given: object, wanted: object) -> None:
        """Notes a difference."""
        self.done += 1
        if given != wanted:
            self.problems.append(f"{what}: {given!r} invece di {wanted!r}")


def print_pages(folder: Path, plans: list[Path]) -> list[str]:
    """Writes the pages; gives their names."""
    (folder / "prova.html").write_bytes(html.write(make_document(), OPTIONS))
    for plan in plans:
        data, _ = render(check_plan(plan), find_writer(".html"), RenderOptions())
        (folder / f"{plan.name}.html").write_bytes(data)
    return ["prova", *(plan.name for plan in plans)]


class Quiet(SimpleHTTPRequestHandler):
    """Serves the folder and remembers what it was asked for."""

    asked: list[str] = []  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""

    def do_GET(self) -> None:
        """One file."""
        self.asked.append(self.path)
        super().do_GET()


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of `folder` on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def open_page(browser: Browser, check: Check, address: str, setting: Setting, **more: Any) -> Iterator[Page]:
    """A page in a browser of its own; whatever it asks for or complains about is a problem."""
    context: BrowserContext = browser.new_context(
        viewport={"width": setting.width, "height": setting.height}, color_scheme=setting.scheme, locale="it-IT", **more
    )
    context.set_default_timeout(120_000)
    page = context.new_page()
    where = f"{Path(address).stem} {setting.name}"
    said: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(f"{message.type}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"errore: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    Quiet.asked.clear()
    page.goto(address)
    yield page
    data = [url for url in asked if url.startswith("data:")]
    check.expect(f"{where}, richieste", [url for url in asked if url not in data], [address])
    check.expect(f"{where}, richieste al server", Quiet.asked, [f"/{Path(address).name}"])
    check.expect(f"{where}, console", said, [])
    context.close()


def find_violations(page: Page, axe: str) -> list[str]:
    """What axe finds wrong."""
    page.evaluate(axe)  # not a script of the page: its policy does not stop it
    found: list[str] = page.evaluate(AXE, RULES)
    return found


def count_tables(page: Page) -> Counter[str]:
    """What the browser tells a screen reader about tables: style sheets may not take it away."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    return Counter(role for role in roles if role in ("table", "row", "rowheader", "columnheader", "cell", "caption"))


def tab_to(page: Page, wanted: Callable[[dict[str, Any]], bool], most: int = 400) -> dict[str, Any]:
    """Presses Tab until the focus is where it should; what has it then, or an empty one."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focus: dict[str, Any] = page.evaluate(FOCUS)
        if wanted(focus):
            return focus
    return {}


def walk_index(page: Page, check: Check, where: str) -> None:
    """Skip link, then the index, with the keyboard alone."""
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUS)
    check.expect(f"{where}, primo Tab", (focus["text"], focus["seen"]), ("Vai al contenuto", True))
    page.keyboard.press("Enter")
    check.expect(f"{where}, dopo il salto", page.evaluate("document.activeElement.id"), "contenuto")
    page.locator(".salta").focus()
    titles = page.locator(".indice > details").first.locator("a")
    last = titles.nth(min(4, titles.count() - 1))
    href = last.get_attribute("href") or ""
    focus = tab_to(page, lambda focus: focus["href"] == href and focus["tag"] == "A")
    check.expect(f"{where}, voce dell'indice a fuoco", focus.get("seen"), True)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", href[1:])
    check.expect(f"{where}, il titolo scelto è in vista", -1 <= top < 900, True)


def walk_search(page: Page, check: Check, where: str, word: str) -> None:
    """A word typed in capitals and without accents; Enter goes to the results, Enter again to the place."""
    page.evaluate("scrollTo(0, 0)")
    page.locator("#cerca").focus()
    page.keyboard.type(word.upper())
    page.keyboard.press("Enter")
    said = page.locator(".cerca .esito").text_content() or ""
    marks = page.locator("main mark").count()
    check.expect(f"{where}, risultati della ricerca", marks > 0 and "risultat" in said and said[0].isdigit(), True)
    focus = page.evaluate(FOCUS)
    check.expect(f"{where}, fuoco sul primo risultato", (focus["tag"], word in focus["text"].lower()), ("A", True))
    page.keyboard.press("Enter")
    focus = page.evaluate(FOCUS)
    given = (focus["tag"], focus["text"].lower(), focus["seen"])
    check.expect(f"{where}, fuoco sul testo", given, ("MARK", word, True))
    page.locator("#cerca").focus()
    page.keyboard.press("Escape")
    check.expect(f"{where}, ricerca chiusa", page.locator("main mark").count(), 0)


def column_of(page: Page, table: str, column: int) -> list[str]:
    """The numbers of the ordinary rows on the screen, as the writer left them or as people read them."""
    rows: list[str] = page.evaluate(
        """([table, column]) => [...document.querySelectorAll(`${table} > tbody > tr:not(.gruppo, .totale, [hidden])`)]
          .map((row) => row.cells[column].dataset.value
            ?? row.cells[column].textContent.replaceAll('.', '').replace(',', '.').replace(/\\s?[%€]$/, ''))""",
        [table, column],
    )
    return rows


def walk_tables(page: Page, check: Check, where: str) -> None:
    """Sorts a table by a column of numbers, if there are tables to sort; filters the first that can be."""
    heads = page.locator("th:has(> .ordina)")
    if heads.count():
        numbers = page.locator("table:not(:has(.gruppo)) th.destra:has(> .ordina)")
        check.expect(f"{where}, numeri da ordinare", numbers.count() > 0, True)
        varied: list[int] = numbers.evaluate_all(VARIED)
        head = numbers.nth(varied.index(max(varied)))
        found = head.evaluate(
            "(th) => { const t = th.closest('table'); t.id ||= 'scelta'; return [`#${t.id}`, th.cellIndex]; }"
        )
        table, column = str(found[0]), int(found[1])
        before = column_of(page, table, column)
        head.locator("button").focus()
        steps: list[list[str]] = []
        for state in ("ascending", "descending", None):
            page.keyboard.press("Enter")
            check.expect(f"{where}, aria-sort", head.get_attribute("aria-sort"), state)
            check.expect(f"{where}, annuncio", "righe per" in (page.locator("#avviso").text_content() or ""), True)
            steps.append(column_of(page, table, column))
        check.expect(f"{where}, righe dopo tre volte", steps[2], before)
        check.expect(f"{where}, nessuna riga persa", sorted(steps[0]), sorted(before))
        values = [float(text) for text in steps[0] if text not in ("", "—")]
        check.expect(f"{where}, in ordine di numero", values, sorted(values))
        down = [float(text) for text in steps[1] if text not in ("", "—")]
        check.expect(f"{where}, al contrario", down, sorted(values, reverse=True))
    walk_filter(page, check, where)


def walk_filter(page: Page, check: Check, where: str) -> None:
    """Types the first word of the last row in the filter: fewer rows, and the number of them said."""
    bars = page.locator(".filtro")
    if not bars.count():
        return
    bar = bars.first
    frame = page.locator(".filtro + .scorri, .filtro + table").first
    rows = frame.locator("tbody > tr:not(.gruppo, .totale)")
    total = rows.count()
    word = (rows.nth(total - 1).text_content() or "")[:12]
    bar.locator("input").focus()
    page.keyboard.type(word)
    shown = rows.locator("visible=true").count()
    check.expect(f"{where}, righe filtrate", 0 < shown <= total, True)
    check.expect(
        f"{where}, filtro annunciato", bar.locator("[role=status]").text_content(), f"{shown} righe su {total}"
    )
    check.expect(f"{where}, totali nascosti", frame.locator("tr.totale:visible").count(), 0)
    bar.locator("input").fill("")
    check.expect(f"{where}, filtro tolto", rows.locator("visible=true").count(), total)


def check_looks(browser: Browser, check: Check, address: str, axe: str, shots: Path | None) -> None:
    """Every setting: axe as the page opens and with everything unfolded, no sideways scrolling."""
    name = Path(address).stem
    tables: list[Counter[str]] = []
    for setting in SETTINGS:
        with open_page(browser, check, address, setting) as page:
            where = f"{name} {setting.name}"
            if setting is SETTINGS[0]:
                check.expect(f"{where}, axe", find_violations(page, axe), [])
            page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
            tables.append(count_tables(page))
            page.locator("#cerca").fill("a")
            page.locator("#cerca").fill("an")
            page.wait_for_timeout(600)
            check.expect(f"{where}, axe con tutto aperto e una ricerca", find_violations(page, axe), [])
            if shots:
                take_pictures(page, shots, f"{name}-{setting.name}")
    check.expect(f"{name}, tabelle per chi ascolta, in ogni formato", tables, [tables[0]] * len(SETTINGS))
    with open_page(browser, check, address, NARROWEST) as page:
        check.expect(f"{name}, larghezza a 320", page.evaluate("document.documentElement.scrollWidth"), 320)
    with open_page(browser, check, address, SETTINGS[0], java_script_enabled=False) as page:
        check.expect(f"{name} senza script, ricerca", page.locator(".cerca").is_visible(), False)
        check.expect(f"{name} senza script, testo", page.locator("main h2").first.is_visible(), True)


def take_pictures(page: Page, shots: Path, name: str) -> None:
    """Five places of the page; the plain one printed too."""
    page.locator("#cerca").fill("")
    for number in range(5):
        page.evaluate("(part) => scrollTo(0, part * document.documentElement.scrollHeight)", number / 5)
        page.wait_for_timeout(150)
        page.screenshot(path=shots / f"{name}-{number}.png")
    if name.endswith("-chiaro"):
        page.pdf(path=shots / f"{name}.pdf", prefer_css_page_size=True)


def check_keyboard(browser: Browser, check: Check, address: str) -> None:
    """Index, search and tables, without a mouse."""
    name = Path(address).stem
    with open_page(browser, check, address, SETTINGS[0]) as page:
        walk_search(page, check, name, "con")
        walk_tables(page, check, name)
    with open_page(browser, check, address, SETTINGS[0]) as page:
        walk_index(page, check, name)


def main() -> int:
    """Prints what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", nargs="*", type=Path)
    parser.add_argument("--axe", type=Path, required=True, help="axe.min.js of axe-core")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--shots", type=Path)
    chosen = parser.parse_args()
    if chosen.shots:
        chosen.shots.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []
    axe = chosen.axe.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        names = print_pages(Path(name), chosen.plans)
        # without a sandbox of its own, which root may not have
        browser = playwright.chromium.launch(executable_path=chosen.chromium, args=["--no-sandbox"])
        with serve(Path(name)) as site:
            for page in names:
                check = Check()
                check_looks(browser, check, f"{site}/{page}.html", axe, chosen.shots)
                check_keyboard(browser, check, f"{site}/{page}.html")
                problems += check.problems
                print(f"{page}.html: {len(check.problems)} difetti in {check.done} controlli", flush=True)
        browser.close()
    print(*problems, sep="\n", end="")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
