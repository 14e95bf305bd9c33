# SPDX-License-Identifier: EUPL-1.2
"""A cross-reference to what is not in the document prints its title, never an id."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from pdz.doctree import Document, Paragraph, Ref, Section, Text
from pdz.writers import WRITERS, WriteOptions


@pytest.mark.parametrize(
    ("ref", "shown"),
    [
        (Ref("altrove", fallback="«La casa»"), "«La casa»"),
        (Ref("altrove", "la scheda", "«La casa»"), "la scheda"),
        (Ref("altrove"), ""),
    ],
)
@pytest.mark.parametrize("name", ["md", "docx", "html"])
def test_what_is_not_in_the_document(name: str, ref: Ref, shown: str) -> None:
    document = Document("Prova", (Section((Paragraph((Text("vedi ["), ref, Text("]"))),)),))
    data = WRITERS.get(name).write(document, WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC)))
    text = ZipFile(BytesIO(data)).read("word/document.xml").decode() if name == "docx" else data.decode()
    assert "altrove" not in text
    assert shown in text
