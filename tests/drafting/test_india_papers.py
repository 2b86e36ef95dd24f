"""Every Indian paper, with one and with several invoices, cheques and debtors, to each role: who is asked for what.

The matters are made here and are fictional; figures are asserted against the claim they were computed from.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from docx.oxml.ns import qn

from lawkit.checks import Override
from lawkit.claim import Claim
from lawkit.drafting.draft import Drafted, Order, draft
from lawkit.drafting.precedent import list_precedents, load_precedent
from lawkit.drafting.wording import Paper, check_wording
from lawkit.errors import LawkitError
from lawkit.facts import Case, timeline
from lawkit.facts.entries import Contact
from lawkit.facts.model import CaseFile
from lawkit.facts.subject import Subject
from lawkit.law import Jurisdiction, load_jurisdiction
from lawkit.money import figures, in_words, money
from lawkit.reading import Document
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
NOTICES = ("first-notice", "second-notice", "final-notice")
LETTERS = ("reminder-at-due", "reminder", "intimation-letter", *NOTICES)
PAPERS = (*LETTERS, "call-script")
HEADINGS = (
    "Sub:",
    "Also at",
    "E-mail",
    "Statement",
    "Computation",
    "Input",
    "Annexure",
    "Invoices that",
    "Payments, ",
    "Tax as",
)
LOOKED = {"on": "2026-11-20", "result": "nothing_found"}


def address(city: str = "Pune") -> dict[str, Any]:
    return {
        "kind": "registered_office",
        "lines": ["1 Mill Road"],
        "city": city,
        "state": "Maharashtra",
        "postcode": "411001",
    }


def debtor(name: str, kind: str = "company", role: str = "principal_debtor", **facts: Any) -> dict[str, Any]:
    return {"name": name, "kind": kind, "role": role, "addresses": [address()], "insolvency_check": LOOKED, **facts}


def invoice(number: str = "A/1", total: str = "118000.00", **facts: Any) -> dict[str, Any]:
    tax = (Decimal(total) * 18 / 118).quantize(Decimal("0.01"))
    return {
        "number": number, "dated": "2026-02-02", "supply": "goods", "delivered": "2026-02-03", "due": "2026-03-04",
        "taxable": str(Decimal(total) - tax), "tax": {"igst": str(tax)}, "total": total, **facts,
    }  # fmt: skip


def cheque(number: str = "100001", **facts: Any) -> dict[str, Any]:
    return {
        "number": number, "dated": "2026-10-01", "bank": "Deccan Bank", "amount": "118000.00", "presented": "2026-10-26",
        "returned": "2026-10-28", "reason": "Funds insufficient", "informed_on": "2026-10-29", "covers": ["A/1"], **facts,
    }  # fmt: skip


BASE: dict[str, Any] = {
    "matter": "T-2026-001", "jurisdiction": "india", "language": "en", "instructed_on": "2026-09-01",
    "advocate": {"name": "Asha Rao", "enrolment": "MAH/1/2010", "address": ["Chamber 1", "Pune 411005"], "email": "a@rao.example"},
    "creditor": {
        "name": "Crane Tools Private Limited", "kind": "company", "addresses": [address("Nashik")],
        "representative": {"name": "R. Iyer", "capacity": "Director"},
        "account": {"holder": "Crane Tools Private Limited", "bank": "Deccan Bank", "number": "001"},
    },
    "debtors": [debtor("Buyer Limited", contacts=[{"name": "The Accounts Manager", "phone": "020-5550-0101", "email": "b@buyer.example"}])],
    "contract": {
        "kind": "sale_of_goods", "title": "Purchase Order", "reference": "PO/1", "dated": "2026-01-05", "subject": "drill bits",
        "payment_term": {"days": "30", "counted_from": "invoice"},
        "interest": {"rate": "12", "clause": "clause 4", "words": "Overdue sums bear simple interest at 12% per annum"},
    },
    "invoices": [invoice()],
    "demand": {"days": "15"},
}  # fmt: skip
NO_RATE = {**BASE["contract"], "interest": None}
SMALL = {"class": "small", "registered_on": "2021-03-12", "activity": "manufacturing"}
SUPPLIER = {**BASE["creditor"], "enterprise": SMALL, "identifiers": {"udyam": "UDYAM-MH-26-0000001"}}
FIRM = [
    debtor("Meridian Traders", "partnership"),
    debtor("A. Mehta", "person", "partner", gender="male", in_trade="yes"),
    debtor("B. Mehta", "person", "partner", gender="female", in_trade="yes"),
]
WITH_GUARANTOR = [
    debtor("Buyer Limited"),
    debtor("C. Shah", "person", "guarantor", in_trade="yes",
           guarantee={"dated": "2026-01-05", "reference": "Deed G/1", "limit": "50000.00", "words": "I shall pay on demand"}),
]  # fmt: skip
BY_GUARANTOR = {"kind": "payment", "id": "g1", "on": "2026-06-20", "amount": "30000.00", "debtor": "C. Shah"}
LEFT_OF_THE_LIMIT = {"guarantor": Decimal("50000.00"), "guarantor who paid": Decimal("20000.00")}
WITH_DIRECTOR = [debtor("Buyer Limited"), debtor("D. Kulkarni", "person", "director", in_trade="yes")]
JOINT = [debtor("Buyer Limited"), debtor("Second Buyer LLP", "llp")]
MANY = [invoice(f"M/{n}", "11800.00") for n in range(1, 21)]
RECEIPTS = [
    {"kind": "payment", "id": "p1", "on": "2026-05-04", "amount": "20000.00", "reference": "UTR 77"},
    {"kind": "tax_deducted", "id": "t1", "on": "2026-03-31", "amount": "100.00", "invoice": "A/1", "section": "194Q"},
    {"kind": "credit_note", "id": "c1", "on": "2026-03-20", "amount": "1180.00", "invoice": "A/1", "number": "CN/1"},
]

MATTERS: dict[str, dict[str, Any]] = {
    "one invoice": {},
    "several invoices": {"invoices": [invoice(), invoice("A/2", "59000.00")]},
    "twenty invoices": {"invoices": MANY},
    "invoice due later": {"invoices": [invoice(), invoice("A/9", "23600.00", dated="2026-11-10", delivered="2026-11-11", due="2026-12-10")]},
    "no interest": {"contract": NO_RATE},
    "no contract": {"contract": None},
    "evidenced rate": {"contract": NO_RATE, "interest_claim": {"rate": "6.5", "evidence": "the rate card of Deccan Bank"}},
    "small supplier": {"creditor": SUPPLIER, "contract": NO_RATE},
    "registered later": {"creditor": {**SUPPLIER, "enterprise": {**SMALL, "registered_on": "2026-06-01"}}, "contract": NO_RATE},
    "moved up": {
        "creditor": {**SUPPLIER, "enterprise": {**SMALL, "changes": [{"from": "2025-04-01", "class": "medium"}]}},
        "contract": NO_RATE,
    },
    "receipts": {"history": RECEIPTS},
    "one cheque": {"cheques": [cheque()]},
    "several cheques": {"cheques": [cheque(), cheque("100002", covers=["A/1"])]},
    "dispute answered": {"history": [{"kind": "dispute", "on": "2026-04-01", "ground": "two boxes were short", "answer": "They were sent on 3 April"}]},
    "reply": {"history": [{"kind": "reply", "on": "2026-10-01", "summary": "the sum is under verification"}]},
    "told at length": {
        "history": [
            {"kind": "acknowledgment", "on": "2026-06-01", "form": "ledger", "written": "yes", "signed": "yes", "amount": "118000.00"},
            {"kind": "promise", "on": "2026-06-02", "by": "2026-07-01", "amount": "50000.00", "form": "oral"},
            {"kind": "notice", "on": "2026-07-20", "document": "reminder"},
        ]
    },
    "arbitration": {
        "contract": {**BASE["contract"], "arbitration": {"clause": "clause 20", "seat": "Pune", "words": "Disputes shall be referred to a sole arbitrator."}}
    },
    "overdue since 2019": {"invoices": [invoice("O/1", dated="2019-07-01", delivered="2019-07-02", due="2019-07-31")]},
    "firm and partners": {"debtors": FIRM},
    "guarantor": {"debtors": WITH_GUARANTOR},
    "director": {"debtors": WITH_DIRECTOR},
    "joint debtors": {"debtors": JOINT},
    "proprietor": {"debtors": [debtor("Star Traders", "proprietorship", proprietor="E. Nair", gender="female")]},
    "Government": {"debtors": [debtor("State of Kerala", "public_body", public_kind="authority")]},
    "Government, large": {
        "debtors": [debtor("State of Kerala", "public_body", public_kind="authority",
                           representative={"name": "the Secretary to Government", "capacity": "Department of Fisheries"})],
        "invoices": [invoice(total="1180000.00")],
    },
    "client pays the notice": {"demand": {"days": "15", "notice_cost": "2500.00"}},
    "no account, no contact": {"creditor": {**BASE["creditor"], "account": None}, "debtors": [debtor("Buyer Limited")]},
    "consumer": {"debtors": [debtor("G. Desai", "person", gender="female", title="Ms")]},
    "guarantor who paid": {"debtors": WITH_GUARANTOR, "history": [BY_GUARANTOR]},
    "paid for two": {
        "invoices": [invoice("S/1", "11800.00", dated="2026-01-02", delivered="2026-01-03", due="2026-02-02"), invoice()],
        "history": [{"kind": "payment", "id": "p1", "on": "2026-02-02", "amount": "20000.00", "reference": "UTR 9"},
                    {"kind": "refund", "on": "2026-06-01", "of": "p1", "amount": "1000.00"}],
    },
    "consumer, large": {
        "debtors": [debtor("G. Desai", "person", gender="female", title="Ms")], "invoices": [invoice(total="1180000.00")],
    },
    "buyer abroad": {
        "debtors": [debtor("Käufer GmbH", addresses=[{"lines": ["2 Hauptstrasse"], "city": "Köln", "country": "Germany"}],
                           contacts=[{"name": "Ms Klein", "email": "klein@kaeufer.example"}])],
    },
    "clause accepted": {
        "contract": {**BASE["contract"], "courts_at": "Pune",
                     "interest": {"rate": "12", "clause": "the printed terms", "accepted_by": "the signed order"}},
        "creditor": {**BASE["creditor"], "kind": "proprietorship", "name": "Star Works", "proprietor": "F. Rao", "title": "Ms",
                     "representative": None},
    },
    "advocates' firm": {"advocate": {**BASE["advocate"], "firm": "Rao & Rao"}},
}  # fmt: skip


def pruned(value: Any) -> Any:
    """Leave out what is None, at every depth."""
    if isinstance(value, Mapping):
        return {k: pruned(v) for k, v in value.items() if v is not None}
    return [pruned(v) for v in value] if isinstance(value, list) else value


@lru_cache(maxsize=1)
def law() -> Jurisdiction:
    return load_jurisdiction("india")


@lru_cache(maxsize=512)
def papers(document: str, matter: str, as_of: date = DAY) -> tuple[Drafted, ...]:
    facts = CaseFile.model_validate(pruned({**BASE, **MATTERS[matter]}))
    case = Case(facts, Document("t.yaml", {}, {}), Path("t.yaml"), "0" * 64)
    let_pass = Override("cheque_notice_first", "goes out with the notice on the cheque", "F. Rao")
    return tuple(draft(Order(document, as_of, (let_pass,)), case, law()))


def paragraphs(paper: Drafted) -> list[str]:
    """Return the texts of the paragraphs, those of tables left out, plain spaces for hard ones."""
    return [_text(p) for p in Word(io.BytesIO(paper.content)).element.body.iter(qn("w:p")) if not _in_table(p)]


def whole(paper: Drafted) -> str:
    """Return all the text of a paper, tables and annexures included."""
    return "\n".join(_text(p) for p in Word(io.BytesIO(paper.content)).element.body.iter(qn("w:p")))


def _text(p: Any) -> str:
    shown = "".join("\t" if node.tag == qn("w:tab") else node.text or "" for node in p.iter(qn("w:t"), qn("w:tab")))
    return re.sub("[\u00a0\u202f]", " ", shown)


def _in_table(p: Any) -> bool:
    return any(parent.tag == qn("w:tc") for parent in p.iterancestors())


def to(document: str, matter: str, name: str) -> Drafted:
    return next(p for p in papers(document, matter) if p.addressee == name)


def asked(paper: Drafted) -> str:
    """Return the paragraph of the demand."""
    return next(p for p in paragraphs(paper) if "call upon" in p)


EVERY = [(document, matter) for document in PAPERS for matter in MATTERS]


@pytest.mark.parametrize(("document", "matter"), EVERY, ids=lambda value: str(value))
def test_every_paper_of_every_matter_is_clean(document: str, matter: str) -> None:
    found = papers(document, matter)
    assert found
    for paper in found:
        texts, everything = paragraphs(paper), whole(paper)
        assert all(text.strip() for text in texts), "an empty paragraph"
        for residue in ("  ", "..", ". .", " ,", " ;", " .", "{{", "{%", "None", "[@", "<built", "()", "“”", ",,"):
            assert residue not in everything, residue
        assert not re.search(r"[\"']", everything.replace("'s", "")), "typewriter quotes"
        assert not [f for f in paper.findings if f.level == "stop" and f.check != "cheque_notice_first"]


@pytest.mark.parametrize(
    ("document", "matter"), [(d, m) for d in LETTERS for m in MATTERS], ids=lambda value: str(value)
)
def test_sentences_end_and_numbers_agree(document: str, matter: str) -> None:
    for paper in papers(document, matter):
        claim, everything = paper.claim, whole(paper)
        assert figures(claim.principal, "INR") in everything
        for text in paragraphs(paper):
            if len(text.split()) > 9 and not text.startswith(HEADINGS):
                assert text.rstrip()[-1] in ".:;”,", text
        if document in ("second-notice", "final-notice"):
            assert figures(claim.total, "INR") in everything


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("document", ["second-notice", "final-notice"])
def test_the_sum_is_one_in_subject_table_demand_and_words(document: str, matter: str) -> None:
    for paper in papers(document, matter):
        total = paper.claim.total
        if paper.addressee == "C. Shah":
            total = LEFT_OF_THE_LIMIT[matter]
        subject = next(p for p in paragraphs(paper) if p.startswith("Sub:"))
        assert money(total, "INR") in subject
        assert f"{money(total, 'INR')} ({in_words(total, 'INR', 'en')})" in asked(paper)


@pytest.mark.parametrize("matter", MATTERS)
def test_the_first_notice_asks_for_principal_alone(matter: str) -> None:
    for paper in papers("first-notice", matter):
        sum_ = LEFT_OF_THE_LIMIT[matter] if paper.addressee == "C. Shah" else paper.claim.principal
        assert f"{money(sum_, 'INR')} ({in_words(sum_, 'INR', 'en')})" in asked(paper)
        assert "per day" not in whole(paper)


@pytest.mark.parametrize("document", NOTICES)
def test_each_person_has_a_paper_of_its_own_and_a_reminder_goes_to_the_debtor(document: str) -> None:
    names = [person["name"] for person in FIRM]
    assert [p.addressee for p in papers(document, "firm and partners")] == names
    assert [p.addressee for p in papers("reminder", "firm and partners")] == names[:1]


@pytest.mark.parametrize("document", NOTICES)
def test_a_director_is_informed_and_asked_for_nothing(document: str) -> None:
    paper = to(document, "director", "D. Kulkarni")
    text = whole(paper)
    assert "No sum is demanded of you by it." in text and "Director of Buyer Limited" in text
    assert "call upon the Principal Debtor to pay" in asked(paper) and "call upon you" not in text
    assert "jointly" not in text and "your risk" not in text and "notice in respect of the same debt" not in text
    assert "D. Kulkarni" not in whole(to(document, "director", "Buyer Limited"))


@pytest.mark.parametrize("document", NOTICES)
def test_a_guarantor_is_asked_under_the_guarantee_and_never_above_its_limit(document: str) -> None:
    paper = to(document, "guarantor", "C. Shah")
    text = whole(paper)
    assert "hereby invokes the guarantee" in text and "“I shall pay on demand”." in text
    assert "limited to Rs. 50,000/-" in text and "section 128" in text
    assert "Rs. 50,000/-" in asked(paper) and "per day" not in asked(paper)
    assert "the Principal Debtor ordered" in text and "you ordered" not in text
    assert "C. Shah, guarantor" in whole(to(document, "guarantor", "Buyer Limited"))


@pytest.mark.parametrize("document", NOTICES)
def test_partners_and_their_firm_are_asked_for_the_whole_and_told_it_is_claimed_once(document: str) -> None:
    firm, partner = to(document, "firm and partners", "Meridian Traders"), to(document, "firm and partners", "B. Mehta")
    assert "M/s Meridian Traders" in whole(firm) and "through it, of each of its partners" in whole(firm)
    assert "Madam," in paragraphs(partner) and "Partner of Meridian Traders" in paragraphs(partner)
    assert "the Firm ordered" in whole(partner) and "section 25 of the Indian Partnership Act, 1932" in whole(partner)
    assert "The debt is claimed once" in whole(partner) and "call upon you to pay" in asked(partner)


@pytest.mark.parametrize("document", NOTICES)
def test_joint_debtors_are_named_to_each_other(document: str) -> None:
    paper = to(document, "joint debtors", "Second Buyer LLP")
    assert "ordered by you jointly with Buyer Limited" in whole(paper) and "section 43" in whole(paper)
    assert "designated partners" in whole(paper) and "board of directors" not in whole(paper)


def test_a_company_reads_the_notice_in_its_board_and_a_proprietor_is_a_person() -> None:
    assert "your board of directors" in whole(to("final-notice", "one invoice", "Buyer Limited"))
    texts = paragraphs(to("final-notice", "proprietor", "Star Traders"))
    assert "E. Nair, sole proprietor of “Star Traders”" in texts and "Madam," in texts


@pytest.mark.parametrize("matter", ["no interest", "no contract"])
@pytest.mark.parametrize("document", PAPERS)
def test_without_a_ground_nothing_is_said_of_interest(document: str, matter: str) -> None:
    for paper in papers(document, matter):
        text = whole(paper).lower().replace("without interest", "").replace("interest is computed apart", "")
        text = text.replace("to interest", "")  # the column of the statement of account
        if document == "second-notice":
            text = text.replace("interest at 18% per annum is payable on the reversal", "")
        assert "interest" not in text


def test_interest_has_its_source_rate_and_daily_sum() -> None:
    text = whole(to("final-notice", "one invoice", "Buyer Limited"))
    assert "Interest is claimed under the Contract at 12% per annum, simple, on the said invoice" in text
    assert "“Overdue sums bear simple interest at 12% per annum”." in text and "Rs. 38.79 per day" in text
    assert "section 3(1)(a) of the Interest Act, 1978 at 6.5% per annum" in whole(
        to("final-notice", "evidenced rate", "Buyer Limited")
    )
    assert "shown by the rate card of Deccan Bank." in whole(to("second-notice", "evidenced rate", "Buyer Limited"))


@pytest.mark.parametrize("document", ["second-notice", "final-notice"])
def test_the_supplier_is_described_as_it_was_registered(document: str) -> None:
    eligible = whole(to(document, "small supplier", "Buyer Limited"))
    late = whole(to(document, "registered later", "Buyer Limited"))
    moved = whole(to(document, "moved up", "Buyer Limited"))
    assert "was a small enterprise when it made the supply under invoice A/1" in eligible and "three times" in eligible
    assert "before that registration" not in eligible and "earlier class" not in eligible
    assert "made before that registration" in late and "2025 INSC 54" in late and "was a small enterprise" not in late
    assert "subject to the decision on that reference" in late
    assert "had become a medium enterprise, and the time" in moved and "S.O. 4926(E)" in moved
    assert "was a small enterprise" not in moved and "before that registration" not in moved


def test_the_income_tax_sentence_is_for_an_eligible_supplier_alone() -> None:
    sentence = "only in the year in which it is actually paid"
    assert sentence in whole(to("second-notice", "small supplier", "Buyer Limited"))
    for matter in ("one invoice", "registered later", "moved up"):
        assert sentence not in whole(to("second-notice", matter, "Buyer Limited"))
    for document in ("first-notice", "final-notice"):
        assert sentence not in whole(to(document, "small supplier", "Buyer Limited"))


@pytest.mark.parametrize(
    ("due", "act"),
    [("2026-03-20", "section 43B(h) of the Income-tax Act, 1961"), ("2026-03-31", "section 43B(h) of the Income-tax Act, 1961"),
     ("2026-04-01", "section 37(2)(g) of the Income-tax Act, 2025")],
)  # fmt: skip
def test_the_income_tax_provision_is_that_of_the_day_of_payment(
    due: str, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = invoice(dated="2026-02-20", delivered="2026-02-21", due=due)
    monkeypatch.setitem(MATTERS, due, {"creditor": SUPPLIER, "contract": NO_RATE, "invoices": [item]})
    text = whole(to("second-notice", due, "Buyer Limited"))
    other = "Income-tax Act, 2025" if "1961" in act else "Income-tax Act, 1961"
    assert act in text and other not in text


def test_the_gst_reminder_states_the_last_day_and_the_credit_for_information() -> None:
    text = whole(to("second-notice", "one invoice", "Buyer Limited"))
    assert "for information only and is no part of the sum demanded" in text
    assert (
        "That period ended for invoice A/1." in text and "01.08.2026" in text and "09/2026" in text
    )  # 02.02.2026 + 180
    assert "Rs. 18,000/-, are set out in Annexure C" in text and "IGST 18,000.00" in text
    assert "Interest at 18% per annum is payable on the reversal under section 50" in text
    later = whole(to("second-notice", "invoice due later", "Buyer Limited"))
    assert "That period ended for invoice A/1. That period has not ended for invoice A/9." in later
    assert "Goods and services tax" not in whole(to("second-notice", "overdue since 2019", "Buyer Limited"))


def test_a_consumer_takes_no_credit_and_is_told_nothing_of_it() -> None:
    (paper,) = papers("second-notice", "consumer")
    text = whole(paper)
    assert "Demand for payment" in text and "goods and services tax" not in text and "Annexure C" not in text


def test_a_part_payment_reduces_the_credit_in_proportion() -> None:
    paper = to("second-notice", "receipts", "Buyer Limited")
    unpaid = paper.claim.principal
    share = (Decimal("18000.00") * unpaid / Decimal("118000.00")).quantize(Decimal("0.01"))
    assert f"the credit in proportion, {money(share, 'INR')}, are set out" in whole(paper)
    several = whole(to("second-notice", "several invoices", "Buyer Limited"))
    assert "Rs. 27,000/- in all, are set out for each invoice in Annexure C" in several


def test_what_was_received_is_told_and_adds_up() -> None:
    text = whole(to("final-notice", "receipts", "Buyer Limited"))
    assert (
        "Rs. 20,000/- on 4th May 2026 (UTR 77)" in text
        and "The credit note of 20th March 2026 (No. CN/1) for Rs. 1,180/-, invoice A/1, has been given effect." in text
    )
    assert (
        "Rs. 100/- on 31st March 2026, invoice A/1 (section 194Q)" in text and "The balance of the said invoice" in text
    )
    assert "The amount of the said invoice fell due" in whole(to("final-notice", "one invoice", "Buyer Limited"))


@pytest.mark.parametrize(("as_of", "told"), [(27, False), (28, True), (29, True)])
def test_a_cheque_is_told_from_the_day_it_came_back(as_of: int, told: bool) -> None:
    (paper,) = papers("first-notice", "one cheque", date(2026, 10, as_of))
    assert ("drawn on Deccan Bank" in whole(paper)) == told
    assert any(f.check == "cheque_notice_first" for f in paper.findings) == told


@pytest.mark.parametrize(("day", "told"), [(19, False), (20, False), (21, True)])
def test_a_paper_made_again_on_its_own_day_does_not_recite_itself(day: int, told: bool) -> None:
    (paper,) = papers("first-notice", "told at length", date(2026, 7, day))
    assert ("by the reminder dated 20th July 2026. Despite that demand" in whole(paper)) == told


@pytest.mark.parametrize("document", ["second-notice", "final-notice"])
def test_a_rate_that_no_words_are_quoted_for_has_its_clause_and_its_acceptance(document: str) -> None:
    text = whole(to(document, "clause accepted", "Buyer Limited"))
    assert "under the Contract (the printed terms) at 12% per annum" in text
    assert "The rate was accepted, as shown by the signed order." in text
    assert "The Contract provides for the jurisdiction of the courts at Pune." in text
    assert "Advocate for Ms F. Rao, sole proprietor of “Star Works”" in text and "My client made the supplies" in text


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize(("matter", "count"), [("one cheque", 1), ("several cheques", 2)])
def test_a_returned_cheque_is_a_fact_and_never_a_threat(document: str, matter: str, count: int) -> None:
    for paper in papers(document, matter):
        (found,) = [f for f in paper.findings if f.check == "cheque_notice_first"]
        assert found.level == "stop" and "section 138" in found.text and "2026-11-28" in found.text
        text = whole(paper)
        assert "138" not in text and "Negotiable" not in text and "complaint" not in text.lower()
        if document in NOTICES:
            assert text.count("drawn on Deccan Bank") == count and "on 28th October 2026 with the reason" in text


def test_after_the_cheque_notice_went_out_nothing_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = {"kind": "dispatched", "on": "2026-11-10", "document": "cheque-demand-notice", "addressee": "Buyer Limited",
            "mode": "speed_post_with_registration", "cheques": ["100001"]}  # fmt: skip
    for matter, cheques, warned in (("all sent", [cheque()], 0), ("one left", [cheque(), cheque("100002")], 1)):
        monkeypatch.setitem(MATTERS, matter, {"cheques": cheques, "history": [sent]})
        found = [f for f in to("final-notice", matter, "Buyer Limited").findings if f.check == "cheque_notice_first"]
        assert len(found) == warned and all("100002" in f.text and "100001" not in f.text for f in found)


@pytest.mark.parametrize("document", NOTICES)
def test_a_dispute_is_told_and_answered_and_no_silence_is_claimed(document: str) -> None:
    disputed = whole(to(document, "dispute answered", "Buyer Limited"))
    assert "Two boxes were short. My client answers: They were sent on 3 April." in disputed
    assert "No written objection" not in disputed
    replied = whole(to(document, "reply", "Buyer Limited"))
    assert "you replied: The sum is under verification." in replied and "No written objection" not in replied
    assert "No written objection" in whole(to(document, "one invoice", "Buyer Limited"))


def test_an_oral_promise_has_a_day_and_no_date() -> None:
    text = whole(to("final-notice", "told at length", "Buyer Limited"))
    assert (
        "By word of mouth on 2nd June 2026 you promised to pay Rs. 50,000/- by 1st July 2026. The promise was not kept."
        in text
    )
    assert "By signed ledger confirmation dated 1st June 2026 you confirmed a balance of Rs. 1,18,000/-." in text
    assert "By word of mouth on 2nd June 2026 you kindly told us" in whole(
        to("reminder", "told at length", "Buyer Limited")
    )


def test_a_form_of_communication_that_nobody_entered_is_not_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    promised = {"kind": "promise", "on": "2026-06-02", "by": "2026-07-01", "amount": "100.00"}
    disputed = {"kind": "dispute", "on": "2026-04-01", "ground": "two boxes were short", "answer": "They were sent"}
    replied = {"kind": "reply", "on": "2026-10-01", "summary": "the sum is under verification"}
    monkeypatch.setitem(MATTERS, "no form", {"history": [promised, disputed, replied]})
    notice = whole(to("final-notice", "no form", "Buyer Limited"))
    assert "On 2nd June 2026 you promised to pay Rs. 100/- by 1st July 2026." in notice
    assert "On 1st April 2026 you raised the following dispute: Two boxes were short." in notice
    assert "On 1st October 2026 you replied: The sum is under verification." in notice
    reminder = whole(to("reminder", "no form", "Buyer Limited"))
    assert "On 2nd June 2026 you kindly told us that Rs. 100/- would be paid" in reminder
    assert "On 1st April 2026 you raised the following point" in reminder
    assert "that on 1st April 2026 you raised the following point" in whole(
        to("intimation-letter", "no form", "Buyer Limited")
    )
    script = whole(to("call-script", "no form", "Buyer Limited"))
    assert "Rs. 100/- by 1st July 2026, told on 2nd June 2026." in script
    monkeypatch.setitem(MATTERS, "by e-mail", {"history": [{**each, "form": "email"} for each in (promised, disputed)]})
    written = whole(to("final-notice", "by e-mail", "Buyer Limited"))
    assert (
        "By e-mail dated 2nd June 2026 you promised" in written
        and "By e-mail dated 1st April 2026 you raised" in written
    )


@pytest.mark.parametrize("document", NOTICES)
def test_invoices_due_later_are_no_part_of_the_demand(document: str) -> None:
    text = whole(to(document, "invoice due later", "Buyer Limited"))
    assert "Invoice A/9, of which Rs. 23,600/- is unpaid, falls due after the date of this notice" in text


@pytest.mark.parametrize("document", ("reminder", "intimation-letter", *NOTICES))
def test_many_invoices_go_to_the_annexure_with_their_totals_in_the_text(document: str) -> None:
    paper = to(document, "twenty invoices", "Buyer Limited")
    assert "the 20 invoices listed in Annexure A" in whole(paper) and "Rs. 2,36,000/-" in whole(paper)
    first = whole(paper).split("ANNEXURE A")[0]
    assert "M/7" not in first and "Rs. 0/-" not in first


def test_the_forum_follows_the_contract_and_the_law() -> None:
    agreed = whole(to("final-notice", "arbitration", "Buyer Limited"))
    assert (
        "the steps provided by the arbitration clause" in agreed
        and "section 12A" not in agreed
        and "Court" not in agreed.split("ANNEXURE A")[0]
    )
    assert "“Disputes shall be referred to a sole arbitrator.”" in agreed and ".”." not in agreed
    assert "Facilitation Council" in whole(to("final-notice", "small supplier", "Buyer Limited"))
    assert "section 80 of the Code of Civil Procedure, 1908" in whole(
        to("final-notice", "Government", "State of Kerala")
    )
    assert "section 80" not in whole(to("final-notice", "one invoice", "Buyer Limited"))


def test_a_state_is_named_with_its_article_and_both_steps_before_the_suit() -> None:
    text = whole(to("final-notice", "Government, large", "State of Kerala"))
    assert "You are the State of Kerala" in text
    assert "To,\nThe State of Kerala\nThrough the Secretary to Government, Department of Fisheries\n" in text
    assert "\nSir / Madam,\n" in text
    assert "acting through the Secretary to Government, Department of Fisheries." in text
    assert "is sued and after the pre-institution mediation that section 12A" in text


@pytest.mark.parametrize("document", ["second-notice", "final-notice"])
def test_a_bank_rate_that_was_held_is_in_force_from_the_day_it_was_set(document: str) -> None:
    text = whole(to(document, "small supplier", "Buyer Limited"))
    assert "bank rate of 5.5%, in force from 05.12.2025" in text
    assert "in force from 06.02.2026" not in text and "in force from 05.06.2026" not in text
    assert "On each invoice only the running total is rounded, to the paisa." in text


def test_one_deadline_of_receipt_in_each_notice() -> None:
    for document in NOTICES:
        text = " ".join(paragraphs(to(document, "one invoice", "Buyer Limited")))
        assert len(re.findall(r"within 15 \(fifteen\) days of receipt of this notice", text)) == 1
        assert "immediately" not in text and "forthwith" not in text


def test_the_reminder_before_the_due_day_names_what_falls_due() -> None:
    (paper,) = papers("reminder-before-due", "one invoice", date(2026, 2, 25))
    text = whole(paper)
    assert "Sub: Invoice A/1 – payment falling due" in text and "Kindly arrange payment of Rs. 1,18,000/-" in text
    assert "on or before the date stated" in text and "my client" not in text and "dispute" not in text
    monday = papers("reminder-before-due", "several invoices", date(2026, 2, 25))
    assert "Invoices A/1 and A/2" in whole(monday[0]) and "1,77,000.00" in whole(monday[0])


@pytest.mark.parametrize("document", ["reminder-at-due", "reminder", "reminder-before-due"])
def test_a_reminder_is_written_to_the_principal_debtor_whoever_stands_first(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATTERS, "guarantor first", {"debtors": WITH_GUARANTOR[::-1]})
    day = date(2026, 2, 25) if document == "reminder-before-due" else DAY
    assert [p.addressee for p in papers(document, "guarantor first", day)] == ["Buyer Limited"]


@pytest.mark.parametrize("document", ["reminder-at-due", "reminder", "reminder-before-due"])
def test_the_creditor_writes_in_its_own_name(document: str) -> None:
    day = date(2026, 2, 25) if document == "reminder-before-due" else DAY
    (paper,) = papers(document, "one invoice", day)
    texts = paragraphs(paper)
    assert (
        texts[0] == "Crane Tools Private Limited" and "R. Iyer" in texts and "For Crane Tools Private Limited" in texts
    )
    assert not re.search(r"\b(client|advocate|legal|notice|proceedings)\b", " ".join(texts), re.I)


def test_a_proprietor_signs_as_one() -> None:
    (paper,) = papers("reminder", "clause accepted")
    assert "Yours faithfully,\nF. Rao\nProprietor\nFor Star Works\n" in whole(paper)


def test_the_letter_of_intimation_informs_and_threatens_nothing() -> None:
    text = whole(to("intimation-letter", "one invoice", "Buyer Limited"))
    assert "has asked me to attend to the recovery" in text and "it is not a demand notice" in text
    assert "between 08:00 and 19:00 only" in text and "call upon" not in text and "proceedings" not in text
    assert "has asked us" in whole(to("intimation-letter", "advocates' firm", "Buyer Limited"))


def test_the_call_script_is_internal_and_its_record_is_that_of_the_entries() -> None:
    (paper,) = papers("call-script", "one invoice")
    text = whole(paper)
    assert "Call between 08:00 and 19:00" in text and "Ask for the Accounts Manager, telephone 020-5550-0101" in text
    assert "I am calling from the office of Asha Rao, Advocate, for Crane Tools Private Limited" in text
    assert "Yours faithfully" not in text and "BY SPEED POST" not in text and "To," not in text
    for field in ("outcome", "reason_for_delay"):
        for choice in _choices(field):
            assert choice.replace("_", " ") in text, choice
    assert "No contact is on file" in whole(papers("call-script", "no account, no contact")[0])


def _choices(field: str) -> Iterator[str]:
    annotation = Contact.model_fields[field].annotation
    options = getattr(annotation, "__args__", ())
    for option in options:
        yield from (option,) if isinstance(option, str) else getattr(option, "__args__", ())


THREATS = [
    "“If you do not pay by then, there will be a police case.”", "Say that a suit will be filed.",
    "“Your accounts will be attached.”", "“You are a defaulter.”", "Telephone again late at night.",
    "“I am calling from the court.”", "“Your relatives will hear of it.”", "Do it, or an FIR follows.",
]  # fmt: skip


@pytest.mark.parametrize("threat", THREATS)
def test_a_threat_in_a_script_is_a_stop_and_a_ban_is_not(threat: str) -> None:
    paper = Paper("call-script", "letter", "internal", "nobody")
    clean = list(load_precedent([shipped("precedents")], "india", "call-script", "en").lines)
    texts = [re.sub(r"\{\{.*?\}\}", "◊", re.sub(r"\{%.*?%\}", "", line.text)) for line in clean]
    assert not list(check_wording(texts, paper, law(), None))
    found = list(check_wording([*texts, threat], paper, law(), None))
    assert found and {f.level for f in found} == {"stop"}


@pytest.mark.parametrize("document", PAPERS)
def test_a_name_is_not_a_threat(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "Police Supplies & Fraud Detection Limited"
    monkeypatch.setitem(MATTERS, name, {"debtors": [debtor(name)], "invoices": [invoice("JAIL/420")]})
    papers.cache_clear()
    assert name in whole(papers(document, name)[0])


@pytest.mark.parametrize(
    ("matter", "sentence", "rule"),
    [
        ("receipts", "No payment has been received to date.", "no_payment_said"),
        ("dispute answered", "You never raised any objection.", "never_objected_said"),
        ("reply", "The goods were received without demur.", "never_objected_said"),
        ("one invoice", "Admittedly the sum is due.", "admission_said"),
    ],
)
def test_what_the_file_contradicts_is_a_stop_and_what_it_bears_out_is_not(
    matter: str, sentence: str, rule: str
) -> None:
    paper = Paper("final-notice", "letter", "final_notice", "advocate")

    def stops(name: str) -> bool:
        facts = timeline(CaseFile.model_validate(pruned({**BASE, **MATTERS[name]})))
        found = check_wording([sentence], paper, law(), Subject(facts, law(), DAY))
        return rule in {f.check for f in found if f.level == "stop"}

    assert stops(matter)
    assert not stops("told at length")


def test_the_stages_name_documents_that_are_there() -> None:
    folders = [shipped("precedents")]
    there = {name: load_precedent(folders, "india", name, "en").front for name, _ in list_precedents(folders, "india")}
    stages = {document for stage in law().stages.values() for document in stage.documents}
    assert set(PAPERS) | {"reminder-before-due"} <= stages & set(there)
    assert there["call-script"].stage == "internal" and there["call-script"].signed_by == "nobody"


def rounded_total(claim: Claim, parts: Sequence[Decimal]) -> Decimal:
    return sum(parts, Decimal(0)) + claim.notice_cost


def test_the_cost_of_the_notice_is_a_line_of_its_own() -> None:
    paper = to("final-notice", "client pays the notice", "Buyer Limited")
    assert "Cost of this notice, claimed separately from the debt" in whole(paper) and "2,500.00" in whole(paper)
    assert paper.claim.total == rounded_total(paper.claim, (paper.claim.principal, paper.claim.interest))


@pytest.mark.parametrize("document", ["first-notice", "second-notice", "final-notice"])
def test_a_notice_abroad_does_not_go_by_the_inland_post_nor_to_a_board(document: str) -> None:
    """Speed post with registration is an inland product (IN-SV-REG); boards of directors are of the Companies Act."""
    (paper,) = papers(document, "buyer abroad")
    text = whole(paper)
    assert "BY COURIER" in text and "klein@kaeufer.example" in text and "Germany" in text
    assert "SPEED POST" not in text and "board of directors" not in text


def test_a_consumer_is_told_of_no_mediation_before_a_commercial_suit() -> None:
    """Section 12A is for commercial disputes (IN-CCA-12A), and a private purchase is none."""
    (consumer,) = papers("final-notice", "consumer, large")
    assert "12A" not in whole(consumer) and "mediation" not in whole(consumer)


@pytest.mark.parametrize("document", ["reminder", "intimation-letter"])
def test_a_reminder_goes_to_each_who_owes_the_debt_itself_and_to_nobody_else(document: str) -> None:
    assert [paper.addressee for paper in papers(document, "joint debtors")] == ["Buyer Limited", "Second Buyer LLP"]
    for matter in ("firm and partners", "guarantor", "director"):
        assert [paper.addressee for paper in papers(document, matter)] == [MATTERS[matter]["debtors"][0]["name"]]


def test_a_guarantor_is_asked_for_no_more_than_the_limit_leaves_after_what_he_paid() -> None:
    """The limit is 50,000.00; 30,000.00 was paid under it, and 1,00,000.00 and more is owed."""
    (paper,) = (each for each in papers("final-notice", "guarantor who paid") if each.addressee == "C. Shah")
    text = whole(paper)
    assert "the amount due from you under it is Rs. 20,000/-, what the limit of the guarantee leaves" in text
    assert "limited to Rs. 50,000/-" in text and "pay to my client Rs. 20,000/-" in text


def test_a_guarantee_that_is_used_up_stops_the_paper() -> None:
    used = {"debtors": WITH_GUARANTOR, "history": [{**BY_GUARANTOR, "amount": "50000.00"}]}
    case = Case(CaseFile.model_validate(pruned({**BASE, **used})), Document("t.yaml", {}, {}), Path("t.yaml"), "0" * 64)
    with pytest.raises(LawkitError, match="C. Shah has paid all that the guarantee answers for"):
        draft(Order("final-notice", DAY), case, law())


def test_a_payment_is_told_as_it_was_made_and_what_was_given_back_of_it() -> None:
    (paper,) = papers("final-notice", "paid for two")
    text = whole(paper)
    assert "paid Rs. 20,000/- on 2nd February 2026 (UTR 9), of which Rs. 8,200/- has been credited" in text
    assert "Of the sums so paid, Rs. 1,000/- was given back on 1st June 2026; it is owed again from that day." in text


@pytest.mark.parametrize("document", NOTICES)
def test_the_demand_stands_on_one_page(document: str) -> None:
    for matter in ("one invoice", "guarantor", "director"):
        for paper in papers(document, matter):
            kept = [
                p
                for p in Word(io.BytesIO(paper.content)).element.body.iter(qn("w:p"))
                if p.find(f".//{qn('w:keepLines')}") is not None
            ]
            assert [_text(p) for p in kept] == [asked(paper)]


def test_a_state_has_its_article_wherever_it_is_named() -> None:
    for document in (*LETTERS, "call-script"):
        for paper in papers(document, "Government, large"):
            text = whole(paper)
            assert not re.search(r"\b(of|to|with|for|by) State of Kerala", text), document
            assert "\nThe State of Kerala\n" in text or document == "call-script"
    assert "Statement of account of the State of Kerala with Crane Tools Private Limited as on" in whole(
        to("final-notice", "Government, large", "State of Kerala")
    )
    assert "Statement of account of M/s Meridian Traders with" in whole(
        to("reminder", "firm and partners", "Meridian Traders")
    )


def test_a_client_that_is_a_state_is_named_with_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {
        "name": "State of Kerala",
        "kind": "public_body",
        "addresses": [address("Kochi")],
    }
    monkeypatch.setitem(MATTERS, "for a State", {"creditor": state})
    text = whole(to("final-notice", "for a State", "Buyer Limited"))
    assert "due to the State of Kerala, under" in text and "Advocate for the State of Kerala" in text


@pytest.mark.parametrize(
    ("day", "mode"),
    [(date(2025, 9, 29), "BY REGISTERED POST A.D."), (date(2025, 9, 30), "BY REGISTERED POST A.D."),
     (date(2025, 10, 1), "BY SPEED POST WITH REGISTRATION AND PROOF OF DELIVERY")],
)  # fmt: skip
def test_a_paper_of_an_earlier_day_went_by_the_post_of_that_day(day: date, mode: str) -> None:
    (paper,) = papers("final-notice", "overdue since 2019", day)
    assert [p for p in paragraphs(paper) if p.startswith("BY ")][0] == mode
    assert "old_law" not in {finding.check for finding in paper.findings}


def of_a_small_supplier(monkeypatch: pytest.MonkeyPatch, invoices: list[dict[str, Any]], term: str | None) -> str:
    terms = {**NO_RATE, "payment_term": {"days": term, "counted_from": "delivery"} if term else None}
    matter = {"creditor": SUPPLIER, "contract": terms, "invoices": invoices}
    monkeypatch.setitem(MATTERS, "its day of payment", matter)
    papers.cache_clear()
    return whole(to("final-notice", "its day of payment", "Buyer Limited"))


def undated(number: str) -> dict[str, Any]:
    return {**invoice(number), "due": None}


@pytest.mark.parametrize(
    ("term", "payable", "told"),
    [
        (
            "44",
            "19.03.2026",
            "The day of payment stated in paragraph 4 for the said invoice is the date agreed in writing.",
        ),
        (
            "45",
            "20.03.2026",
            "The day of payment stated in paragraph 4 for the said invoice is the date agreed in writing.",
        ),
        (
            "46",
            "20.03.2026",
            "The date agreed for the said invoice being later than that section allows, the day stated in paragraph 4 is",
        ),
        (
            None,
            "18.02.2026",
            "No date having been agreed in writing for the payment of the said invoice, the day stated in paragraph 4 is",
        ),
    ],
)
def test_a_small_suppliers_notice_says_how_the_day_of_payment_was_found(
    term: str | None, payable: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delivered on 03.02.2026: at most 45 days may be agreed, and without agreement 15 days are given (IN-MS-DUE, IN-MS-AD)."""
    text = of_a_small_supplier(monkeypatch, [undated("A/1")], term)
    assert told in text and payable in text
    assert (
        "which may not be later than 45 days from the acceptance or deemed acceptance of the goods or services" in text
    )
    assert "being the day after the end of 15 days from that acceptance" in text
    assert (
        sum(text.count(words) for words in ("is the date agreed in writing", "being later than", "No date having been"))
        == 1
    )


def test_invoices_of_a_small_supplier_are_told_apart_by_their_day_of_payment(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        undated("A/1"),
        invoice("A/2", due="2026-03-01"),
        invoice("A/3", due="2026-06-30"),
        invoice("A/4", due="2026-07-31"),
    ]
    text = of_a_small_supplier(monkeypatch, found, None)
    assert (
        "stated in paragraph 4 for invoice A/2 is the date agreed in writing. The date agreed for invoices A/3 and A/4"
        in text
    )
    assert (
        "the period it allows. No date having been agreed in writing for the payment of invoice A/1, the day stated"
        in text
    )


def test_many_invoices_of_a_small_supplier_are_not_named_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = of_a_small_supplier(monkeypatch, MANY, None).split("ANNEXURE A")[0]
    assert "when it made the supplies under the said invoices." in text and "M/7" not in text
    assert (
        "The day of payment stated in Annexure A for each of the said invoices is the date agreed in writing." in text
    )


@pytest.mark.parametrize("matter", ["one invoice", "no account, no contact", "twenty invoices"])
def test_the_letter_of_intimation_thanks_once_with_and_without_an_account(matter: str) -> None:
    text = whole(to("intimation-letter", matter, "Buyer Limited"))
    assert text.count("please accept my client’s thanks") == 1
    assert ("Payment is to be made to" in text) == (matter != "no account, no contact")


@pytest.mark.parametrize("document", LETTERS)
def test_a_sum_of_crores_stands_on_one_line_of_its_column(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Digits are half an em wide and marks a quarter in the house fonts; the margins of a cell take 140 twentieths of a point."""
    monkeypatch.setitem(MATTERS, "crores", {"invoices": [invoice(total="9876543210.50")]})
    table = Word(io.BytesIO(papers(document, "crores")[0].content)).tables[0]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    needed = sum(0.5 if c.isdigit() else 0.25 for c in "9,87,65,43,210.50") * 9.5 * 20 + 140
    assert table.cell(1, 4).text == table.cell(1, 6).text == "9,87,65,43,210.50"
    assert widths[4] >= needed and widths[6] >= needed


def test_the_sheet_of_credits_says_how_its_days_are_counted_above_its_rows() -> None:
    text = whole(to("second-notice", "several invoices", "Buyer Limited")).split("ANNEXURE C")[1]
    assert text.index("the other reading stands in brackets.") < text.index("Invoice No.")


@pytest.mark.parametrize("demand", [{"days": "15"}, None])
def test_a_reminder_speaks_of_the_same_period_only_where_it_named_one(
    demand: dict[str, str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATTERS, f"asks within {demand}", {"demand": demand})
    text = whole(to("reminder", f"asks within {demand}", "Buyer Limited"))
    assert ("days of receipt of this letter" in text) == ("within the same period" in text) == bool(demand)


def test_a_number_of_registration_that_is_not_on_file_leaves_no_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    unnumbered = {**SUPPLIER, "identifiers": None}
    monkeypatch.setitem(MATTERS, "no number", {"creditor": unnumbered, "contract": NO_RATE})
    (paper,) = papers("final-notice", "no number")
    assert "is registered as an enterprise since 12th March 2021" in whole(paper)
    numbered = whole(to("final-notice", "small supplier", "Buyer Limited"))
    assert "is registered as an enterprise under number UDYAM-MH-26-0000001 since 12th March 2021" in numbered
