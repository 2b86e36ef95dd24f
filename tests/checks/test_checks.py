"""Each check, on a matter that passes it and one that does not."""

from datetime import date
from typing import Any

import pytest

from lawkit import vocabulary
from lawkit.checks import CHECKS, Exhibits, Finding, Review, run_checks
from lawkit.claim import compute_claim
from lawkit.errors import UnknownName
from tests.matters import ADDRESS, invoice, matter, third_law

AS_OF = date(2025, 6, 30)


def findings(check: str, **facts: Any) -> list[Finding]:
    timeline, law = matter(**facts), third_law()
    review = Review(
        timeline,
        law,
        compute_claim(timeline, law, AS_OF),
        AS_OF,
        "final-notice",
        "advocate",
        Exhibits({"b.pdf": (3, "x"), "e.pdf": (0, "y")}),
    )
    return run_checks([check], review)


def debtor(**facts: Any) -> list[dict[str, Any]]:
    looked = {"on": "2025-06-20", "result": "nothing_found"}
    return [{"name": "B Ltd", "kind": "company", "addresses": [ADDRESS], "insolvency_check": looked, **facts}]


def test_every_check_of_the_vocabulary_has_one_implementation() -> None:
    assert set(CHECKS) == set(vocabulary.CHECKS)


def test_an_unknown_check_is_told() -> None:
    with pytest.raises(UnknownName, match="did you mean “limitation”"):
        findings("limitaton")


CHEQUE = {
    "number": "1",
    "dated": "2025-05-02",
    "bank": "Bank",
    "amount": "10000.00",
    "returned": "2025-06-02",
    "informed_on": "2025-06-03",
}

TITLE = {"kind": "title_obtained", "on": "2025-06-05", "title": "judgment"}
DECREE = {
    "kind": "judgment",
    "on": "2025-06-05",
    "outcome": "won",
    "heads": [{"head": "principal", "amount": "10000.00"}],
}

SUIT = {"kind": "filed", "id": "f1", "on": "2025-06-01", "proceeding": "suit"}
WON = {"kind": "judgment", "id": "j1", "on": "2025-06-05", "of": "f1", "outcome": "won"}
LOST = {**WON, "id": "j2", "on": "2025-06-06", "outcome": "lost"}
UNKNOWN, REFUSED = (
    "2025-06-05 stands and its heads are not entered",
    "a claim for F1 was dismissed or decided against the creditor",
)
DECIDED: list[tuple[list[dict[str, Any]], str]] = [
    ([SUIT, WON], UNKNOWN),
    ([SUIT, {**WON, "outcome": "won_in_part"}], UNKNOWN),
    ([SUIT, {**WON, "outcome": "settled", "decision": "settlement_decree"}], UNKNOWN),
    ([WON | {"of": None}], UNKNOWN),
    (
        [SUIT, {**WON, "decision": "order_for_payment"}],
        "an order for payment was made on 2025-06-05 and its heads are not entered",
    ),
    (
        [SUIT, {**WON, "decision": "order_for_payment", "served": "2025-06-08"}],
        "an order for payment was made on 2025-06-05",
    ),
    ([SUIT, LOST], REFUSED),
    ([SUIT, WON, {**LOST, "of": "j1"}], REFUSED),  # set aside on appeal
    ([{**SUIT, "outcome": "dismissed", "ended": "2025-06-05"}], REFUSED),
]

CASES: list[tuple[str, dict[str, Any], str, str]] = [
    ("debtor_not_represented", {"debtors": debtor(represented_by={"name": "Adv. C"})}, "stop", "write to counsel"),
    ("debtor_not_represented", {"history": [{"kind": "reply", "on": "2025-06-01", "summary": "s", "advocate": "Adv. C"}]}, "warn", "Adv. C"),
    ("client_consents", {}, "stop", "client_consents_to_contact: yes"),
    ("insolvency_checked", {}, "warn", "was not looked up"),
    ("insolvency_checked", {"debtors": debtor(insolvency_check={"on": "2025-06-20", "result": "liquidation"})}, "stop", "proceedings are open"),
    ("insolvency_checked", {"debtors": debtor(insolvency_check={"on": "2025-05-30", "result": "nothing_found"})}, "warn", "repeat it"),
    ("addressee_liable", {"debtors": [*debtor(), *debtor(name="C", role="director")]}, "stop", "addressed as a director"),
    ("cheque_notice_first", {"cheques": [CHEQUE]}, "warn", "cheque 1 came back unpaid and its own notice is not on file"),
    ("bank_details", {}, "warn", "bank account is missing"),
    ("something_is_owed", {"history": [{"kind": "credit_note", "on": "2025-01-31", "amount": "10000.00", "invoice": "F1"}]}, "stop", "nothing is due"),
    ("something_is_owed", {"invoices": [invoice(), invoice("F2", due="2025-12-31")]}, "note", "F2"),
    ("something_is_owed", {"history": [TITLE]}, "stop", "stands since 2025-06-05"),
    *((check, {"history": history}, "stop", words) for check in ("something_is_owed", "debt_as_invoiced") for history, words in DECIDED),
    ("debt_as_invoiced", {"history": [TITLE]}, "stop", "stands since 2025-06-05"),
    ("debt_as_invoiced", {"history": [DECREE]}, "stop", "stands since 2025-06-05"),
    ("debt_as_invoiced", {"history": [{"kind": "insolvency_opened", "on": "2025-06-05", "proceeding": "other"}]}, "warn", "declaration of the claim"),
    ("dispute_on_file", {"history": [{"kind": "dispute", "on": "2025-06-01", "ground": "late"}]}, "stop", "not answered"),
    ("dispute_on_file", {"history": [{"kind": "dispute", "on": "2025-06-01", "ground": "late", "answer": "on time"}]}, "warn", "states the dispute"),
    ("dispute_on_file", {"history": [{"kind": "dispute", "on": "2025-06-01", "ground": "late", "answer": "on time", "confidential": "yes"}]}, "warn", "is confidential and not told in the paper"),
    ("dispute_on_file", {"history": [{"kind": "dispute", "on": "2025-06-01", "ground": "late", "confidential": "yes"}]}, "stop", "is confidential and not answered"),
    ("claim_not_assigned", {"invoices": [invoice(assigned={"to": "Bank", "on": "2025-02-01"})]}, "stop", "assigned to Bank"),
    ("claim_not_assigned", {"invoices": [invoice(assigned={"to": "Bank", "on": "2025-02-01", "returned_on": "2025-07-01"})]}, "stop", "Bank"),
    ("exhibits_on_file", {"exhibits": [{"id": "a", "title": "A", "file": "a.pdf"}]}, "warn", "a.pdf is not there"),
    ("exhibits_on_file", {"exhibits": [{"id": "e", "title": "E", "file": "e.pdf"}]}, "warn", "e.pdf is empty"),
    ("consumer_guard", {"debtors": debtor(kind="person"), "demand": {"days": "8", "notice_cost": "20.00"}}, "stop", "from a consumer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "facts", "level", "words"), CASES, ids=[f"{c[0]}-{c[2]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_check_finds_what_it_is_for(check: str, facts: dict[str, Any], level: str, words: str) -> None:
    found = findings(check, **facts)
    assert found and found[0].level == level and words in found[0].text


UNDECIDED: list[list[dict[str, Any]]] = [
    [SUIT],
    [SUIT, {**WON, "on": "2025-07-01"}],  # of a later day than the paper
    [SUIT, {**LOST, "on": "2025-07-01"}],
    [{**SUIT, "proceeding": "refere_provision"}, LOST],  # a summary judge decides nothing of the debt
    [{**SUIT, "proceeding": "execution"}, WON],  # nor does who attaches
    [SUIT, LOST, {**SUIT, "id": "f2", "on": "2025-06-20"}],  # sued anew
    [{**SUIT, "invoices": ["F9"]}, LOST],  # not of an invoice in this paper
    [
        SUIT,
        {**WON, "decision": "order_for_payment"},
        {"kind": "opposition", "on": "2025-06-10", "of": "j1"},
    ],  # heard anew
]


PASSES: list[tuple[str, dict[str, Any]]] = [
    ("cheque_notice_first", {"cheques": [{**CHEQUE, "returned": None, "informed_on": None}]}),
    ("debtor_not_represented", {}),
    ("client_consents", {"client_consents_to_contact": "yes"}),
    ("insolvency_checked", {"debtors": debtor()}),
    ("insolvency_checked", {"debtors": debtor(insolvency_check={"on": "2025-05-31", "result": "nothing_found"})}),
    ("addressee_liable", {}),
    ("bank_details", {"creditor": {"name": "A", "kind": "company", "addresses": [ADDRESS], "account": {"holder": "A", "bank": "K"}}}),
    ("something_is_owed", {}),
    ("debt_as_invoiced", {}),
    ("debt_as_invoiced", {"history": [{**TITLE, "on": "2025-07-01"}]}),
    *((check, {"history": history}) for check in ("something_is_owed", "debt_as_invoiced") for history in UNDECIDED),
    ("dispute_on_file", {}),
    ("claim_not_assigned", {"invoices": [invoice(assigned={"to": "Bank", "on": "2025-02-01", "returned_on": "2025-06-30"})]}),
    ("exhibits_on_file", {"exhibits": [{"id": "b", "title": "B", "file": "b.pdf"}, {"id": "c", "title": "C"}]}),
    ("consumer_guard", {}),
    ("firm_registered", {}),
    ("msmed_eligibility", {}),
    ("limitation", {}),
]  # fmt: skip


@pytest.mark.parametrize(("check", "facts"), PASSES)
def test_a_check_is_silent_where_nothing_is_wrong(check: str, facts: dict[str, Any]) -> None:
    assert findings(check, **facts) == []
