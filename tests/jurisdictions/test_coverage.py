"""Every row of the reference is named, with what encodes it or why nothing does; and every rule names its row."""

from collections.abc import Iterator, Mapping

import pytest

from lawkit.drafting.desk import precedent_folders
from lawkit.drafting.precedent import list_precedents
from lawkit.law import load_jurisdiction
from lawkit.law.coverage import Row, uncovered
from lawkit.law.load import load_coverage
from lawkit.reading import Document, validate


@pytest.mark.parametrize("code", ["india", "france"])
def test_register_and_pack_agree(code: str) -> None:
    found = load_coverage(code)
    assert found is not None
    coverage, document = found
    documents = [name for name, _ in list_precedents(precedent_folders(None), code)]
    problems = uncovered(coverage, load_jurisdiction(code), document, documents)
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(("code", "least"), [("india", 330), ("france", 420)])
def test_the_register_names_the_whole_reference(code: str, least: int) -> None:
    """The reference has so many rows; a register that names fewer has lost some."""
    found = load_coverage(code)
    assert found is not None
    leaves = [leaf for row in found[0].values() for leaf in row.leaves()]
    assert len(leaves) >= least


def _row(**data: object) -> Row:
    return validate(Row, Document("register.yaml", data, {}))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"IN-ART-14": _row(rules=["article_14", "article_fourteen"])}, "no rule named “article_fourteen”"),
        ({"IN-ART-14": _row(rules=["article_15"])}, "does not say that it encodes this row"),
        ({"IN-ART-14": _row(why="left out")}, "does not name the rule article_14"),
        ({"IN-ART-14": _row(rules=["article_14"], by=["check:limitaton"])}, "did you mean “limitation”"),
        ({"IN-ART-14": _row(rules=["article_14"], by=["oracle:delphi"])}, "no way to encode a row named “oracle”"),
    ],
)
def test_a_register_that_disagrees_is_told(changed: dict[str, Row], says: str) -> None:
    found = load_coverage("india")
    assert found is not None
    problems = uncovered({**found[0], **changed}, load_jurisdiction("india"), found[1], ["final-notice"])
    assert any(says in str(problem) for problem in problems)


def test_a_row_says_something() -> None:
    with pytest.raises(Exception, match="a row names rules"):
        _row()


def _rows(named: Mapping[str, Row]) -> Iterator[Row]:
    for row in named.values():
        yield row
        yield from _rows(row.rows)


@pytest.mark.parametrize("code", ["india", "france"])
def test_a_rule_said_to_carry_a_doubt_carries_one(code: str) -> None:
    found, law = load_coverage(code), load_jurisdiction(code)
    assert found is not None
    said = "carried as a doubt by: "
    names = [n for row in _rows(found[0]) for n in (row.why or "").partition(said)[2].split(", ") if n]
    rules = [(name, law.rules[name]) for name in names]
    doubts = {name: rule.doubt or any(value.doubt for value in rule.dated.values()) for name, rule in rules}
    assert [name for name, doubt in doubts.items() if not doubt] == []
