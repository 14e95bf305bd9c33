# SPDX-License-Identifier: EUPL-1.2
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pdz.writers._archive import pack_archive


def test_entries_are_sorted_with_content_types_first_and_a_fixed_date() -> None:
    packed = pack_archive({"word/b.xml": b"b", "[Content_Types].xml": b"t", "_rels/.rels": b"r", "word/a.xml": b"a"})
    with ZipFile(BytesIO(packed)) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/a.xml",
            "word/b.xml",
        ]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
        assert {entry.create_system for entry in entries} == {3}
        assert archive.read("word/a.xml") == b"a"
        assert archive.testzip() is None


def test_the_order_of_the_parts_does_not_matter() -> None:
    parts = {"b": b"2", "a": b"1", "c": b"3" * 10_000}
    assert pack_archive(parts) == pack_archive(dict(reversed(parts.items())))
