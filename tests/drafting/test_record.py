"""The record beside a paper: exhibits with size and hash, two records compared, overrides kept when one is replaced."""

import json
from typing import Any

import pytest

from lawkit.checks import Exhibits
from lawkit.drafting.record import _exhibit, record_bytes, replacing, same_record, tells_of
from lawkit.facts.model import Exhibit

LET_PASS = {
    "check": "c",
    "level": "stop",
    "text": "t",
    "authority": "",
    "overridden_because": "w",
    "overridden_by": "P",
}


def made(by: str | None = None, **more: Any) -> bytes:
    findings = [LET_PASS | {"overridden_by": by}] if by else []
    return record_bytes(
        {
            "sha256": "1",
            "compression": "zlib 6",
            "inputs": {"a/case.yaml": "h"},
            "checks": {"findings": findings},
            **more,
        }
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (made("P"), True),
        (made("P", inputs={"/home/x/case.yaml": "h"}), True),  # run from another folder
        (made("P", compression="isal 1", sha256="2"), True),
        (made("P", replaced=[{"overrides": []}]), True),
        (made("P", inputs={"a/case.yaml": "i"}), False),
        (made("I"), False),
        (made(), False),
        (made("P", exhibits=[{"id": "a", "size": 1}]), False),
        (b"not a record", False),
    ],
)
def test_records_are_compared_by_what_they_say(other: bytes, same: bool) -> None:
    assert same_record(made("P"), other) is same


def test_a_replaced_record_leaves_its_overrides_and_those_it_was_left() -> None:
    second = json.loads(replacing(made("P"), made("I")))
    (kept,) = second["replaced"]
    assert kept["sha256"] == "1" and kept["overrides"][0]["overridden_by"] == "P"
    third = json.loads(replacing(record_bytes(second), made()))
    assert [each["overrides"][0]["overridden_by"] for each in third["replaced"]] == ["P", "I"]


def test_nothing_is_kept_twice_and_nothing_where_no_stop_was_let_pass() -> None:
    assert replacing(made("P"), made("P")) == made("P")
    assert replacing(made(), made("I")) == made("I")
    assert replacing(b"cut off {", made("I")) == made("I")


@pytest.mark.parametrize(("digest", "told"), [("1", True), ("2", False)])
def test_a_record_is_of_one_paper(digest: str, told: bool) -> None:
    assert tells_of(made(), digest) is told and not tells_of(b"", digest)


@pytest.mark.parametrize(
    ("file", "size", "sha256"), [("a.pdf", 3, "x"), ("empty.pdf", 0, "e"), ("missing.pdf", None, None)]
)
def test_an_exhibit_is_recorded_with_size_and_hash(file: str, size: int | None, sha256: str | None) -> None:
    on_disk = Exhibits({"a.pdf": (3, "x"), "empty.pdf": (0, "e"), "missing.pdf": None})
    data = _exhibit(Exhibit.model_validate({"id": "e", "title": "E", "file": file}), on_disk)
    assert data == {"id": "e", "title": "E", "file": file, "size": size, "sha256": sha256}


def test_an_exhibit_without_a_file_has_neither() -> None:
    assert "size" not in _exhibit(Exhibit.model_validate({"id": "e", "title": "E"}), Exhibits())
