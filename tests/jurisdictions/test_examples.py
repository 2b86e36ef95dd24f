"""Every worked example of every pack: facts in, the answer worked by hand out."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lawkit.claim import compute_claim
from lawkit.claim.export import booked_data
from lawkit.claim.judgment import compute_judgment_debt, compute_owed
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.claim.model import Claim
from lawkit.claim.scale import Scaled, by_scale
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.deadlines.compute import deadline_of, subjects
from lawkit.errors import LawkitError
from lawkit.facts.conditions import answer
from lawkit.facts.days import count_period
from lawkit.facts.model import CaseFile
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import Jurisdiction, load_jurisdiction
from lawkit.law.calendar import roll
from lawkit.law.periods import PeriodRule
from lawkit.reading import Document, read_yaml, validate
from lawkit.resources import shipped

EXAMPLES = [
    (path.parent.parent.name, path, number, item)
    for path in sorted(shipped("jurisdictions").glob("*/examples/*.yaml"))
    if path.name != "base.yaml"
    for number, item in enumerate(read_yaml(path).data["examples"])
]
_LAWS: dict[str, Jurisdiction] = {}


def law_of(code: str) -> Jurisdiction:
    if code not in _LAWS:
        _LAWS[code] = load_jurisdiction(code)
    return _LAWS[code]


def case_of(code: str, over: dict[str, Any], path: Path) -> CaseFile:
    base = read_yaml(shipped("jurisdictions") / code / "examples" / "base.yaml")
    data = {**base.data, **over}
    return validate(CaseFile, Document(str(path), {k: v for k, v in data.items() if v != "none"}, {}))


@pytest.mark.parametrize(
    ("code", "path", "number", "item"),
    EXAMPLES,
    ids=[f"{code}-{path.stem}-{number}-{item['name'][:50]}" for code, path, number, item in EXAMPLES],
)
def test_worked_example(code: str, path: Path, number: int, item: dict[str, Any]) -> None:
    assert {"name", "ref", "working", "source", "expect"} <= set(item), "an example says where its answer comes from"
    expect = dict(item["expect"])
    law = law_of(code).with_elections(item.get("elections", {}))
    if "error" in expect:
        with pytest.raises(LawkitError) as caught:
            _ask(law, item, code, path)
        assert type(caught.value).__name__ == expect["error"]
        assert expect.get("says", "") in str(caught.value)
        return
    found = _ask(law, item, code, path)
    _compare(found, expect)


def _ask(law: Jurisdiction, item: dict[str, Any], code: str, path: Path) -> Any:
    if "deadline" in item:
        return _deadline(law, item, code, path)
    if "condition" in item:
        matter, day = timeline(case_of(code, item["case"], path)), date.fromisoformat(item["as_of"])
        invoice = matter.case.invoice(item["invoice"]) if "invoice" in item else None
        return answer(item["condition"], Subject(matter, law, day, invoice))
    if item.get("of") == "judgment":
        matter = timeline(case_of(code, item["case"], path))
        debt = compute_judgment_debt(matter, law, date.fromisoformat(item["as_of"]))
        assert debt is not None
        return debt
    if item.get("of") == "owed":
        return compute_owed(timeline(case_of(code, item["case"], path)), law, date.fromisoformat(item["as_of"]))
    if item.get("of") == "tax":
        matter = timeline(case_of(code, item["case"], path))
        return booked_data(matter, law, compute_claim(matter, law, date.fromisoformat(item["as_of"])))
    if "case" in item:
        return compute_claim(timeline(case_of(code, item["case"], path)), law, date.fromisoformat(item["as_of"]))
    ask = item["ask"]
    if "slabs" in ask:
        day = date.fromisoformat(ask["on"])
        return by_scale(law, ask["slabs"], Decimal(ask["amount"]), day, int(ask.get("count", 0)))
    if "roll" in ask:
        calendars, name = [], ask["roll"]
        while name is not None:
            calendars.append(law.calendars[name])
            name = law.calendars[name].based_on
        return roll(tuple(calendars), date.fromisoformat(ask["day"]), ask["direction"])[0]
    if "period" in ask:
        return count_period(
            date.fromisoformat(ask["from"]),
            int(ask["value"]),
            ask["period"],
            ask.get("direction", "forward"),
            ask.get("counting", "exclude_first_day"),
        )
    if "series" in ask:
        return law.rate_on(ask["series"], date.fromisoformat(ask["day"]), ask.get("column"))
    if "cite" in ask:
        return law.citation(ask["cite"], date.fromisoformat(ask["on"]), ask["language"])
    return law.value_on(ask["rule"], date.fromisoformat(ask["on"]))


def _undiarised(matter: Timeline, law: Jurisdiction, day: date, name: str) -> list[Deadline]:
    """Return a time of the reference that no diary of such a matter holds, for each that it counts by."""
    rule = law.rule(name, PeriodRule)
    if rule.diarised:
        return []
    whole = Subject(matter.until(day), law.with_elections(matter.case.elections), day)
    each = [deadline_of(name, subject) for subject in subjects(rule.per, whole)]
    return [found for found in each if found is not None]


def _deadline(law: Jurisdiction, item: dict[str, Any], code: str, path: Path) -> Deadline:
    matter = timeline(case_of(code, item["case"], path))
    day, wanted = date.fromisoformat(item["as_of"]), item["deadline"]
    for deadline in (*compute_deadlines(matter, law, day), *_undiarised(matter, law, day, wanted["rule"])):
        if deadline.rule == wanted["rule"] and wanted.get("subject", deadline.subject) == deadline.subject:
            return deadline
    raise AssertionError(f"no deadline of {wanted} on {day}")


def _compare_deadline(found: Deadline, expect: dict[str, Any]) -> None:
    for key, wanted in expect.items():
        if key == "states":
            assert {i.origin: i.state for i in found.interruptions if i.origin in wanted} == wanted
        elif key in ("status", "provision"):
            assert (key, getattr(found, key)) == (key, wanted)
        else:
            day = getattr(found, key)
            assert (key, day.isoformat() if day else "none") == (key, wanted)


def _compare(found: Any, expect: dict[str, Any]) -> None:
    if isinstance(found, dict):
        for key, wanted in expect.items():
            shown = [{k: row[k] for k in want} for row, want in zip(found[key], wanted, strict=True)]
            assert (key, shown) == (key, wanted)
    elif isinstance(found, str):
        assert found.replace("\u00a0", " ").replace("\u202f", " ") == expect["text"].replace("\u00a0", " ").replace(
            "\u202f", " "
        )
    elif isinstance(found, date):
        assert found.isoformat() == expect["day"]
    elif isinstance(found, Deadline):
        _compare_deadline(found, expect)
    elif isinstance(found, Scaled):
        assert found.amount == Decimal(expect["value"])
    elif isinstance(found, JudgmentDebt):
        _compare_judgment(found, expect)
    elif isinstance(found, Owed):
        _compare_owed(found, expect)
    elif isinstance(found, Claim):
        _compare_claim(found, expect)
    else:
        assert Decimal(found.value) == Decimal(expect["value"])


def _compare_owed(owed: Owed, expect: dict[str, Any]) -> None:
    sums = {"principal": owed.principal, "interest": owed.interest, "costs": owed.costs, "total": owed.total}
    for key, wanted in expect.items():
        if key in sums:
            assert (key, sums[key]) == (key, Decimal(wanted))
        elif key in ("judgments", "guarantors"):
            for debt, each in zip(getattr(owed, key), wanted, strict=True):
                _compare_judgment(debt, each)
        elif key == "not_merged":
            assert (owed.invoices is None) == (wanted == "none")
            if owed.invoices is not None:
                _compare_claim(owed.invoices, wanted)
        else:
            raise AssertionError(f"an example cannot expect {key}")


def _compare_judgment(debt: JudgmentDebt, expect: dict[str, Any]) -> None:
    sums = {
        "principal": debt.principal, "interest": debt.interest, "costs": debt.costs, "total": debt.total,
        "daily": debt.daily, "barred": debt.barred,
    }  # fmt: skip
    for key, wanted in expect.items():
        if key in sums:
            assert (key, sums[key]) == (key, Decimal(wanted))
        elif key == "barred_before":
            assert (debt.barred_before.isoformat() if debt.barred_before else "none") == wanted
        elif key == "interest_rule":
            assert {line.head: line.interest_rule or "none" for line in debt.heads if line.head in wanted} == wanted
        elif key == "segments":
            segments = [s for line in debt.heads for s in line.segments]
            shown = [
                {
                    "from": s.start.isoformat(),
                    "to": s.end.isoformat(),
                    "rate": f"{s.rate.normalize():f}",
                    "amount": str(s.amount),
                }
                for s in segments
            ]
            assert [{k: s[k] for k in w} for s, w in zip(shown, wanted, strict=True)] == wanted
        elif key == "extinguished":
            parts = [{"part": e.part, "amount": str(e.amount)} for e in debt.extinguished]
            assert parts == wanted
        elif key == "remarks":
            assert set(wanted) <= {r.code for r in debt.remarks}
        else:
            raise AssertionError(f"an example cannot expect {key}")


def _compare_claim(claim: Claim, expect: dict[str, Any]) -> None:
    sums = {
        "principal": claim.principal, "interest": claim.interest, "fixed_sums": claim.fixed_total, "total": claim.total,
        "daily": claim.daily,
    }  # fmt: skip
    for key, wanted in expect.items():
        if key in sums:
            assert (key, sums[key]) == (key, Decimal(wanted))
        elif key == "further_from":
            assert claim.further_from.isoformat() == wanted
        elif key == "payable_on":
            assert {i.number: i.payable_on.isoformat() for i in claim.invoices if i.number in wanted} == wanted
        elif key == "interest_rule":
            found = {i.number: i.interest_rule or "none" for i in claim.invoices if i.number in wanted}
            assert found == wanted
        elif key == "segments":
            segments = [
                {
                    "from": s.start.isoformat(),
                    "to": s.end.isoformat(),
                    "days": str(s.days),
                    "rate": s.rate,
                    "amount": s.amount,
                }
                for s in claim.segments
            ]
            shown = [{k: Decimal(v) if k in ("rate", "amount") else str(v) for k, v in w.items()} for w in wanted]
            assert [{k: s[k] for k in w} for s, w in zip(segments, shown, strict=True)] == shown
        elif key == "extinguished":
            parts = [
                {"entry": e.entry, "invoice": e.invoice, "part": e.part, "amount": str(e.amount)}
                for e in claim.extinguished
            ]
            assert [{k: p[k] for k in w} for p, w in zip(parts, wanted, strict=True)] == wanted
        elif key == "remarks":
            assert set(wanted) <= {r.code for r in claim.remarks}
        else:
            raise AssertionError(f"an example cannot expect {key}")


def test_there_are_enough_worked_examples_in_both_packs() -> None:
    count = {code: sum(1 for each, *_ in EXAMPLES if each == code) for code in ("india", "france")}
    assert min(count.values()) >= 40 and sum(count.values()) >= 120
