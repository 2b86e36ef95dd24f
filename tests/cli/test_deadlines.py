"""`lawkit deadlines`: a table for people, JSON for programs, a calendar for the diary."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from lawkit.cli import cli

SHAKTI = "casefiles/shakti-goods.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["deadlines", *words])


def test_each_invoice_has_its_article_its_chain_and_its_safe_day() -> None:
    result = run(SHAKTI, "--as-of", "2026-11-24")
    assert result.exit_code == 0
    assert "Article 15 of the Schedule to the Limitation Act, 1963" in result.stdout
    assert (
        "SEW/25-26/311, article_15: agreed_due 2026-02-27; article_15: 2026-02-27 + 3 years = 2029-02-27"
        in result.stdout
    )
    assert "acknowledgment_by_email [doubtful]" in result.stdout
    assert "safe 2029-02-27" in result.stdout
    assert "the closed days of the court are not all known" in result.stdout


def test_json_has_iso_dates_and_the_whole_chain() -> None:
    found = json.loads(run(SHAKTI, "--as-of", "2026-11-24", "--json").stdout)
    first = next(d for d in found if d["rule"] == "article_15" and d["subject"] == "SEW/25-26/311")
    assert first["last_day"] == first["safe_day"] == "2029-02-27"
    assert first["trigger"] == {
        "fact": "agreed_due", "on": "2026-02-27", "late": None, "origin": "SEW/25-26/311: agreed_due",
    }  # fmt: skip
    assert {i["state"] for i in first["interruptions"]} == {"doubtful"}
    assert first["if_missed"] == "suit_barred"


def test_a_calendar_file_has_an_event_and_an_alarm_for_each_day_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        assert run(SHAKTI, "--as-of", "2026-11-24", "--ics", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    events = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    sued = [e for e in events if "Price of goods" in str(e["summary"])]
    assert [e.decoded("dtstart").isoformat() for e in sued] == ["2029-02-26", "2029-04-03", "2029-05-18"]
    assert all(event.walk("VALARM") for event in events)


def test_a_calendar_takes_the_place_of_its_own_earlier_one_and_of_no_other_matters(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    for day in ("2026-11-24", "2026-11-25"):
        assert run(SHAKTI, "--as-of", day, "--ics", str(file)).exit_code == 0
    before = file.read_bytes()
    result = run("casefiles/lotus-cheques.yaml", "--as-of", "2026-11-24", "--ics", str(file))
    assert result.exit_code == 1 and "is the calendar of SHK-2026-014" in str(result.exception)
    assert "Name another file" in str(result.exception) and file.read_bytes() == before
    file.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Office//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    result = run(SHAKTI, "--as-of", "2026-11-24", "--ics", str(file))
    assert result.exit_code == 1 and "is not this matter's" in str(result.exception)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(SHAKTI, "--as-of", "2026-11-24", "--ics", str(tmp_path / "no" / "such" / "x.ics"))
    assert result.exit_code in (0, 1)
    assert not isinstance(result.exception, OSError)


@pytest.mark.parametrize(
    ("as_of", "status"), [("2029-02-26", "provisional"), ("2029-02-27", "provisional"), ("2029-02-28", "missed")]
)
def test_the_day_before_the_day_and_the_day_after(as_of: str, status: str) -> None:
    found = json.loads(run(SHAKTI, "--as-of", as_of, "--json").stdout)
    assert next(d["status"] for d in found if d["subject"] == "SEW/25-26/311" and d["rule"] == "article_15") == status
