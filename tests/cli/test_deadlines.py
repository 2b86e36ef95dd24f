"""`lawkit deadlines`: a table for people, JSON for programs, a calendar for the diary."""

import json
from decimal import Decimal
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


def with_history(tmp_path: Path, *entries: str, base: str = SHAKTI) -> str:
    path = tmp_path / "case.yaml"
    told = "".join(f"  - {{{entry}}}\n" for entry in entries)
    path.write_text(Path(base).read_text().replace("history:\n", "history:\n" + told, 1))
    return str(path)


FILED = "kind: filed, id: s1, on: 2026-11-01, proceeding: suit, court: Pune"
DEFECT = 'kind: defect, id: d1, on: 2026-11-05, of: s1, what: "court fee short", cure_by: 2026-11-27'
LISTED = 'kind: hearing_listed, id: h1, on: 2026-11-10, of: s1, day: 2026-12-04, at: "2026-12-04T10:30+05:30", purpose: framing_of_issues'


def events(path: Path) -> dict[str, str]:
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(event["summary"]): event.decoded("dtstart").isoformat() for event in found}


def test_days_that_entries_state_are_in_the_table_with_their_line_and_in_the_calendar(tmp_path: Path) -> None:
    file, ics = with_history(tmp_path, FILED, DEFECT, LISTED), tmp_path / "a.ics"
    result = run(file, "--as-of", "2026-11-24", "--ics", str(ics))
    assert "Defect of the filing s1 to be cured: court fee short" in result.stdout
    assert "Hearing: framing of issues" in result.stdout and "at 10:30" in result.stdout
    assert f"hearing_listed.day (h1, {file}:" in result.stdout
    told = events(ics)
    assert told["SHK-2026-014: Hearing: framing of issues (h1)"] == "2026-12-04"
    assert told["SHK-2026-014: Defect of the filing s1 to be cured: court fee short (d1)"] == "2026-11-26"


@pytest.mark.parametrize(("as_of", "there"), [("2026-12-03", True), ("2026-12-04", True), ("2026-12-05", False)])
def test_a_calendar_holds_a_hearing_to_its_day_and_no_day_that_is_over(as_of: str, there: bool, tmp_path: Path) -> None:
    file, ics = with_history(tmp_path, FILED, DEFECT, LISTED), tmp_path / "a.ics"
    result = run(file, "--as-of", as_of, "--ics", str(ics))
    assert ("SHK-2026-014: Hearing: framing of issues (h1)" in events(ics)) is there
    assert all(day >= as_of for day in events(ics).values())
    assert ("enter hearing_held or adjourned" in result.stdout) is not there
    assert f" {'running' if there else 'missed'} " in next(x for x in result.stdout.splitlines() if "Hearing:" in x)


@pytest.mark.parametrize("as_of", ["2026-11-24", "2026-12-05", "2029-02-26", "2029-02-28"])
def test_table_json_and_calendar_agree(as_of: str, tmp_path: Path) -> None:
    file, ics = with_history(tmp_path, FILED, DEFECT, LISTED), tmp_path / "a.ics"
    table = run(file, "--as-of", as_of, "--all", "--ics", str(ics)).stdout
    rows = table.split("\n\n")[0].splitlines()[2:]
    data = json.loads(run(file, "--as-of", as_of, "--json").stdout)
    assert len(rows) == len(data)
    for row, each in zip(rows, data, strict=True):
        assert f" {each['status']} " in row and each["title"] in row and each["subject"] in row
    ahead = {
        f"SHK-2026-014: {d['title']} ({d['subject']})"
        for d in data
        if d["status"] in ("running", "provisional", "not before")
    }
    assert set(events(ics)) <= ahead


def test_the_line_of_each_fact_is_in_the_json(tmp_path: Path) -> None:
    file = with_history(tmp_path, FILED, DEFECT)
    data = {(d["rule"], d["subject"]): d for d in json.loads(run(file, "--as-of", "2026-11-24", "--json").stdout)}
    lines = Path(file).read_text().splitlines()
    place = data["defect.cure_by", "d1"]["place"]
    assert "id: d1" in lines[int(place.rpartition(":")[2]) - 1]
    due = data["article_15", "SEW/25-26/352"]["place"]
    assert "SEW/25-26/352" in lines[int(due.rpartition(":")[2]) - 1]


def test_an_unpaid_instalment_stays_in_sight_and_a_promise_goes_once_the_matter_went_on(tmp_path: Path) -> None:
    promise = 'kind: promise, id: p1, on: 2026-10-20, by: 2026-11-10, amount: "5.00"'
    settled = (
        'kind: settlement, id: t1, on: 2026-10-21, amount: "10.00", instalments: [{due: 2026-11-10, amount: "10.00"}]'
    )
    text = run(with_history(tmp_path, promise, settled), "--as-of", "2026-11-24").stdout
    assert "Instalment 1 of 1" in text and "Payment promised" in text and "plan_broken" in text
    later = "kind: contact, on: 2026-11-12, channel: call, outcome: no_answer"
    text = run(with_history(tmp_path, promise, settled, later), "--as-of", "2026-11-24").stdout
    assert "Instalment 1 of 1" in text and "Payment promised" not in text


def test_a_closed_matter_keeps_no_day_in_the_calendar_and_says_so(tmp_path: Path) -> None:
    file, ics = with_history(tmp_path, "kind: closed, on: 2026-11-20, outcome: written_off"), tmp_path / "a.ics"
    before, after = (run(file, "--as-of", day, "--ics", str(ics)) for day in ("2026-11-19", "2026-11-20"))
    assert "the matter is closed" not in before.stderr
    assert "the matter is closed: of these days only those before a court are kept in a calendar" in after.stderr
    assert events(ics) == {}
    file = with_history(tmp_path, FILED, LISTED, "kind: closed, on: 2026-11-20, outcome: settled")
    run(file, "--as-of", "2026-11-20", "--ics", str(ics))
    assert list(events(ics)) == ["SHK-2026-014: Hearing: framing of issues (h1)"]


def test_a_time_to_sue_that_does_not_run_is_no_event(tmp_path: Path) -> None:
    file, ics = "casefiles/carrelage-injonction.yaml", tmp_path / "a.ics"
    run(file, "--as-of", "2026-11-24", "--ics", str(ics))
    data = json.loads(run(file, "--as-of", "2026-11-24", "--json").stdout)
    stopped = {d["title"] for d in data if d["status"] == "interrupted"}
    assert not [name for name in events(ics) if any(title in name for title in stopped)]


@pytest.mark.parametrize(("less", "gone"), [("0.01", False), ("0.00", True)])
def test_the_times_of_an_invoice_on_which_nothing_is_left_are_kept_out_of_sight(
    less: str, gone: bool, tmp_path: Path
) -> None:
    claim = json.loads(CliRunner().invoke(cli, ["claim", SHAKTI, "--as-of", "2026-11-24", "--json"]).stdout)
    first = next(each for each in claim["invoices"] if each["number"] == "SEW/25-26/311")
    pay = Decimal(first["outstanding"]) + Decimal(first["interest"]) - Decimal(less)
    towards = "towards: [{invoice: SEW/25-26/311}], chosen_by: debtor"
    file = with_history(tmp_path, f'kind: payment, id: all, on: 2026-11-24, amount: "{pay}", {towards}')
    ics = tmp_path / "a.ics"
    text = run(file, "--as-of", "2026-11-24", "--ics", str(ics)).stdout
    assert ("SEW/25-26/311  Price of goods" not in text) is gone
    assert (not any("(SEW/25-26/311)" in name for name in events(ics))) is gone
    assert "SEW/25-26/311  Price of goods" in run(file, "--as-of", "2026-11-24", "--all").stdout
    data = json.loads(run(file, "--as-of", "2026-11-24", "--json").stdout)
    assert any(d["rule"] == "article_15" and d["subject"] == "SEW/25-26/311" for d in data)
