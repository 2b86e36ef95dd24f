"""`of` followed up to the filing: one proceeding or two, what it names, what an entry that names nothing came of."""

from typing import Any

import pytest

from lawkit.facts.chains import line, named_above, one_proceeding
from lawkit.facts.timeline import Timeline, timeline
from tests.matters import case, invoice

CLAIM = {"kind": "filed", "id": "f1", "on": "2026-01-02", "proceeding": "injonction_de_payer", "invoices": ["A"]}
ORDER = {"kind": "order", "id": "o1", "on": "2026-02-02", "of": "f1", "order": "payment"}
SERVED = {"kind": "served", "id": "s1", "on": "2026-03-02", "of": "o1", "act": "order_for_payment"}
OPPOSED = {"kind": "opposition", "id": "op", "on": "2026-03-20", "of": "o1"}
SECOND = {"kind": "filed", "id": "f2", "on": "2026-01-05", "proceeding": "injonction_de_payer", "invoices": ["A", "B"]}
OTHER = {"kind": "order", "id": "o2", "on": "2026-02-05", "of": "f2", "order": "payment"}
MEASURE = {"kind": "measure_applied", "id": "m", "on": "2026-06-01", "measure": "saisie_attribution"}


def known(*history: dict[str, Any]) -> Timeline:
    return timeline(case(history=list(history), invoices=[invoice("A"), invoice("B")]))


def without(entry: dict[str, Any], *fields: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in fields}


def names(matter: Timeline, of: str) -> list[str]:
    return [each.name for each in line(matter, matter.by_name[of])]


def test_a_line_goes_up_to_the_filing() -> None:
    assert names(known(CLAIM, ORDER, SERVED, OPPOSED), "s1") == ["s1", "o1", "f1"]


def test_what_names_nothing_came_of_the_only_claim_and_of_none_of_two() -> None:
    served = without(SERVED, "of")
    assert names(known(CLAIM, served), "s1") == ["s1", "f1"]
    assert names(known(CLAIM, SECOND, served), "s1") == ["s1"]
    beside = {"kind": "filed", "id": "x", "on": "2026-01-03", "proceeding": "saisie_conservatoire"}
    assert names(known(CLAIM, beside, served), "s1") == ["s1", "f1"]


@pytest.mark.parametrize(
    ("filed", "above"), [("2026-03-01", ["s1", "f1"]), ("2026-03-02", ["s1", "f1"]), ("2026-03-03", ["s1"])]
)
def test_nothing_came_of_a_later_claim(filed: str, above: list[str]) -> None:
    assert names(known({**CLAIM, "on": filed}, without(SERVED, "of")), "s1") == above


def test_with_no_claim_on_file_it_came_of_the_only_order_for_payment() -> None:
    order = without(ORDER, "of")
    assert names(known(order, without(SERVED, "of")), "s1") == ["s1", "o1"]
    assert names(known(order, {**order, "id": "o2"}, without(SERVED, "of")), "s1") == ["s1"]
    assert names(known(order), "o1") == ["o1"]


def test_entries_that_name_each_other_have_an_end() -> None:
    assert names(known({**SERVED, "id": "a", "of": "b"}, {**SERVED, "id": "b", "of": "a"}), "a") == ["a", "b"]


@pytest.mark.parametrize("of", ["o1", "f1", "op", "s1", None])
def test_the_end_of_a_proceeding_may_name_any_entry_of_it(of: str | None) -> None:
    end = {"kind": "order", "id": "end", "on": "2026-06-01", "order": "dismissal", "outcome": "lapsed"}
    matter = known(CLAIM, ORDER, SERVED, OPPOSED, {**end, "of": of} if of else end)
    assert all(one_proceeding(matter, matter.by_name[item], matter.by_name["end"]) for item in ("s1", "op", "f1", "o1"))


@pytest.mark.parametrize("of", ["o2", "f2", None])
def test_another_proceeding_is_another(of: str | None) -> None:
    end = {"kind": "order", "id": "end", "on": "2026-06-01", "order": "dismissal", "outcome": "lapsed"}
    matter = known(CLAIM, SECOND, ORDER, OTHER, SERVED, {**end, "of": of} if of else end)
    assert not one_proceeding(matter, matter.by_name["s1"], matter.by_name["end"])


def test_two_orders_on_one_filing_are_two() -> None:
    second = {**ORDER, "id": "o2", "on": "2026-04-02"}
    end = {"kind": "order", "id": "end", "on": "2026-06-01", "of": "o2", "order": "dismissal", "outcome": "lapsed"}
    matter = known(CLAIM, ORDER, SERVED, second, end)
    assert not one_proceeding(matter, matter.by_name["s1"], matter.by_name["end"])
    assert one_proceeding(matter, matter.by_name["f1"], matter.by_name["end"])


def test_the_nearest_that_names_invoices_says_which() -> None:
    matter = known(CLAIM, ORDER, SERVED, OPPOSED)
    assert named_above(matter, matter.by_name["op"], "invoices") == {"A"}
    assert named_above(matter, matter.by_name["op"], "cheques") is None
    own = {
        "kind": "enforcement_act",
        "id": "e",
        "on": "2026-07-01",
        "act": "commandement",
        "of": "o1",
        "invoices": ["B"],
    }
    matter = known(CLAIM, ORDER, own)
    assert named_above(matter, matter.by_name["e"], "invoices") == {"B"}


def test_of_several_it_could_have_come_of_it_concerns_what_each_does() -> None:
    title = {"kind": "title_obtained", "id": "t", "on": "2026-05-02", "title": "order_for_payment"}
    matter = known(CLAIM, SECOND, title)
    assert named_above(matter, matter.by_name["t"], "invoices") == {"A"}
    matter = known(CLAIM, {**SECOND, "invoices": ["B"]}, title)
    assert named_above(matter, matter.by_name["t"], "invoices") == set()
    matter = known(CLAIM, without(SECOND, "invoices"), title)
    assert named_above(matter, matter.by_name["t"], "invoices") == {"A"}
    matter = known(without(CLAIM, "invoices"), without(SECOND, "invoices"), title)
    assert named_above(matter, matter.by_name["t"], "invoices") is None


def test_a_measure_that_names_nothing_came_of_the_title() -> None:
    title = {"kind": "title_obtained", "id": "t", "on": "2026-05-02", "title": "order_for_payment", "of": "o1"}
    matter = known(CLAIM, ORDER, title, MEASURE)
    assert named_above(matter, matter.by_name["m"], "invoices") == {"A"}
    matter = known(CLAIM, ORDER, MEASURE)  # a protective one, before any title
    assert named_above(matter, matter.by_name["m"], "invoices") is None


def test_one_name_is_a_name_and_not_its_letters() -> None:
    matter = known({**MEASURE, "against": "B Ltd"})
    assert named_above(matter, matter.by_name["m"], "against") == {"B Ltd"}
