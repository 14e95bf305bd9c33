# SPDX-License-Identifier: EUPL-1.2
"""CSV files as offices save them."""

import pytest

from pdz.source._csv import parse_csv


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\n1;2\n", [{"a": "1", "b": "2"}]),
        ("a,b\n1,2", [{"a": "1", "b": "2"}]),
        ("a;b\n1,5;2,5\n", [{"a": "1,5", "b": "2,5"}]),
        ('a,b\n"1,5",x\n', [{"a": "1,5", "b": "x"}]),
        ('a;b\n"uno;due";"tre\nquattro"\n', [{"a": "uno;due", "b": "tre\nquattro"}]),
        ('a;b\n"dice ""sì""";""\n', [{"a": 'dice "sì"', "b": None}]),
        ("a ; b \n 1 ;  \n", [{"a": "1", "b": None}]),
        ('a;b\n"1" ;2\n', [{"a": "1", "b": "2"}]),
        ("a\n1\n\n2\n", [{"a": "1"}, {"a": "2"}]),
        ("a;b\n;\n1;2\n ; \n", [{"a": "1", "b": "2"}]),
        ("a;b,c\n1;2\n", [{"a": "1", "b,c": "2"}]),
        ("a;b\n5\" disco;l'altro\n", [{"a": '5" disco', "b": "l'altro"}]),
    ],
)
def test_rows(text: str, rows: list[dict[str, str | None]]) -> None:
    table = parse_csv(text)
    assert table.problems == []
    assert table.rows == rows


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", [(0, 0)]),
        ("a;b\n1\n1;2;3\n1;2\n", [(4, 1), (6, 5)]),
        ('a;b\n1;"2\n3;4\n', [(6, 1)]),
        ('a;b\n"1"x;2\n3;4\n', [(7, 1)]),
        ("a;a;b;;\n1;2;3;4;5\n", [(2, 1), (6, 1), (7, 1)]),
        ("a\tb\n1\t2\n", [(0, 3)]),
        ("a;b\n", [(0, 3)]),
        ("a;b\n;\n", [(0, 3)]),
    ],
)
def test_problems_stand_where_they_are(text: str, spans: list[tuple[int, int]]) -> None:
    assert [span for span, _, _ in parse_csv(text).problems] == spans


def test_rows_that_do_not_fit_leave_the_others_where_they_are() -> None:
    table = parse_csv("a;b\n1\n3;4\n")
    assert table.rows == [{"a": "3", "b": "4"}]
    assert table.span(0, "b") == (8, 1)


def test_a_long_file_with_open_quotes_is_read_in_a_straight_line() -> None:
    assert len(parse_csv('a;b\n"' + 'x""' * 200_000).problems) == 1


@pytest.mark.parametrize(("text", "sign"), [("a,b,c\n1;2;3\n4;5;6\n", ";"), ("a;b;c\n1,2,3\n4,5,6\n", ",")])
def test_a_heading_with_another_separator_is_told_once(text: str, sign: str) -> None:
    table = parse_csv(text)
    ((span, message, hint),) = table.problems
    assert text[slice(span[0], sum(span))] == text.split("\n")[1]
    assert message == f"qui le colonne sono separate da «{sign}», nella prima riga no"
    assert hint == f"scrivi la prima riga con «{sign}» fra i nomi"


@pytest.mark.parametrize("text", ["a;b\n1,5\n3;4\n", "a;b;c\n1,5\n3,4\n", "a,b\n1;2\n3,4\n"])
def test_a_short_row_is_not_another_separator(text: str) -> None:
    assert {message.split(",")[0] for _, message, _ in parse_csv(text).problems} == {"la riga ha 1 cella"}
