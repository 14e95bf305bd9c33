# SPDX-License-Identifier: EUPL-1.2
"""What typst cannot tag: names of rows as header cells, descriptions of tables (PDF 1.7, 14.8.4.3.4 and 14.8.5.7)."""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, Pdf, String

from pdz.writers._text import strip_forbidden
from pdz.writers.pdf._context import TableMarks


def tag_tables(data: bytes, tables: list[TableMarks]) -> bytes:
    """The PDF with the marks of its tables, which stand in it in the order of `tables`.

    Raises ValueError when typst has not tagged the tables and rows that were written.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot
        tree = NameTree(root.IDTree) if "/IDTree" in root else NameTree.new(pdf)
        for number, (element, marks) in enumerate(zip(_find(root, "/Table"), tables, strict=True)):
            if marks.description:
                attributes = list(element.get("/A", Array()))
                element.A = Array(
                    [*attributes, Dictionary(O=Name.Table, Summary=String(strip_forbidden(marks.description)))]
                )
            _tag_rows(element, marks, f"R{number}", tree)
        root.IDTree = tree.obj
        target = BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return target.getvalue()


def _tag_rows(table: Object, marks: TableMarks, prefix: str, tree: NameTree) -> None:
    """Makes header cells of the names of rows, and tells the other cells of their rows whose names they are."""
    reach: list[tuple[int, str]] = []
    for number, (row, heads, spans) in enumerate(
        zip(_find(table, "/TR", "/Table"), marks.rows, marks.spans, strict=True)
    ):
        if not any(heads) and not reach:
            continue
        cells = list(_children(row))
        names = [
            _make_header(cell, f"{prefix}y{number}x{column}", tree)
            for column, (cell, head) in enumerate(zip(cells, heads, strict=True))
            if head
        ]
        reach += zip((span for span, head in zip(spans, heads, strict=True) if head), names, strict=True)
        for cell in cells:
            if cell.S == "/TD" and reach:
                attributes = _table_attributes(cell)
                known = list(attributes.get("/Headers", Array()))
                attributes.Headers = Array([*known, *(String(name) for _, name in reach)])
        reach = [(span - 1, name) for span, name in reach if span > 1]


def _make_header(cell: Object, identifier: str, tree: NameTree) -> str:
    """A data cell as the header of its row; returns the name by which other cells call it."""
    cell.S = Name.TH
    cell.ID = String(identifier)
    _table_attributes(cell).Scope = Name.Row
    tree[identifier] = cell
    return identifier


def _table_attributes(cell: Object) -> Object:
    """The dictionary of a cell that says what it is in its table."""
    attributes = cell.get("/A", Array())
    found = next((item for item in attributes if item.get("/O") == "/Table"), None)
    if found is None:
        found = Dictionary(O=Name.Table)
        cell.A = Array([*attributes, found])
    return found


def _find(element: Object, kind: str, stop: str = "") -> Iterator[Object]:
    """The elements of a kind below `element`, in order; not those below a `stop`."""
    for child in _children(element):
        if kind == child.S:
            yield child
        if stop != child.S:
            yield from _find(child, kind, stop)


def _children(element: Object) -> Iterator[Object]:
    """The structure elements right below."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
