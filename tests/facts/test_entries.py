"""Each kind of entry reads, is told apart by its name, and refuses what it cannot be."""

import pytest
from pydantic import TypeAdapter, ValidationError

from lawkit import vocabulary
from lawkit.facts.entries import BY_NAME, GROUPS, KINDS, Entry

READ = TypeAdapter(Entry)
SMALLEST = {
    "contact": {"channel": "call", "outcome": "reached", "at": "2026-11-02T11:20+05:30", "with": "Mr Rao"},
    "promise": {"by": "2026-12-01"},
    "plan_proposed": {"by": "debtor", "instalments": [{"due": "2026-12-01", "amount": "100.00"}]},
    "plan_approved": {"of": "plan-1", "by": "S. Kulkarni"},
    "plan_accepted": {"of": "plan-1", "signed": "yes"},
    "plan_broken": {"of": "plan-1"},
    "settlement": {"amount": "90000.00", "signed_by": ["A", "B"]},
    "drafted": {"document": "final-notice"},
    "dispatched": {"document": "final-notice", "addressee": "B Ltd", "mode": "email"},
    "service_outcome": {"of": "d-1", "outcome": "delivered"},
    "notice": {"document": "first_notice"},
    "reply": {"summary": "asks for time"},
    "dispute": {"ground": "short delivery"},
    "acknowledgment": {"form": "ledger", "signed": "yes"},
    "payment": {"amount": "10.00"},
    "tax_deducted": {"amount": "10.00", "invoice": "F1"},
    "credit_note": {"amount": "10.00", "invoice": "F1"},
    "cost_incurred": {"amount": "10.00", "nature": "postage"},
    "refund": {"of": "pay-1", "amount": "10.00"},
    "hold_placed": {"reason": "negotiation", "until": "2026-12-01"},
    "hold_lifted": {},
    "credit_hold": {},
    "escalation": {"to": "Director (Finance)"},
    "evaluation": {"recommendation": "legal_action"},
    "legal_review": {"viable": "yes"},
    "client_instruction": {"instruction": "sue"},
    "mediation": {"form": "pre_institution"},
    "filed": {"proceeding": "suit"},
    "defect": {"of": "suit-1", "what": "court fee short"},
    "registered": {"of": "suit-1", "number": "CS 1/2026"},
    "hearing_listed": {"day": "2026-12-10"},
    "hearing_held": {},
    "adjourned": {"reason": "counsel unwell", "at_request_of": "debtor"},
    "order": {"order": "payment"},
    "served": {"act": "order_for_payment", "mode": "person"},
    "opposition": {"of": "order-1"},
    "judgment": {"outcome": "won", "heads": [{"head": "principal", "amount": "100.00"}]},
    "appeal": {"of": "judgment-1", "by": "debtor"},
    "stay": {"until": "2027-01-01"},
    "title_obtained": {"title": "judgment"},
    "asset_found": {"asset": "bank_account", "description": "current account", "source": "cheque"},
    "measure_applied": {"measure": "garnishee"},
    "measure_result": {"of": "m-1", "outcome": "seized"},
    "enforcement_act": {"act": "commandement"},
    "recovery": {"amount": "10.00"},
    "insolvency_opened": {"proceeding": "cirp"},
    "claim_declared": {"amount": "10.00"},
    "closed": {"outcome": "paid"},
    "note": {"text": "file read"},
    "case_version": {"sha256": "00", "text": "matter: T-1"},
    "correction": {"of": "pay-1", "reason": "wrong day", "action": "void"},
    "erasure": {"of": "note-1", "duty": "GDPR art. 17", "by": "S. Kulkarni"},
}


def test_the_kinds_are_those_of_the_vocabulary_in_their_order() -> None:
    assert tuple(BY_NAME) == vocabulary.ENTRY_KINDS
    assert set(SMALLEST) == set(BY_NAME)
    assert [kind for group in GROUPS.values() for kind in group] == list(KINDS)


@pytest.mark.parametrize("name", SMALLEST)
def test_the_smallest_entry_of_each_kind_reads(name: str) -> None:
    entry = READ.validate_python({"kind": name, "on": "2026-11-02", **SMALLEST[name]})
    assert type(entry) is BY_NAME[name] and entry.on.isoformat() == "2026-11-02"


@pytest.mark.parametrize("name", SMALLEST)
def test_an_unknown_key_and_a_missing_one_are_refused(name: str) -> None:
    data = {"kind": name, "on": "2026-11-02", **SMALLEST[name]}
    with pytest.raises(ValidationError, match="extra_forbidden"):
        READ.validate_python({**data, "colour": "red"})
    needed = [f.alias or n for n, f in BY_NAME[name].model_fields.items() if f.is_required() and n != "kind"]
    for key in needed:
        with pytest.raises(ValidationError, match="missing"):
            READ.validate_python({k: v for k, v in data.items() if k != key})


@pytest.mark.parametrize(
    ("at", "fine"),
    [
        ("2026-11-02T11:20+05:30", True),
        ("2026-11-02T11:20:59Z", True),
        ("2026-11-02T11:20", False),  # no zone
        ("2026-11-02 11:20+05:30", False),
        ("2026-11-02T24:20+05:30", False),
        ("2026-11-02T11:20+19:30", False),
        ("1762000000", False),
    ],
)
def test_a_time_has_its_zone(at: str, fine: bool) -> None:
    data = {"kind": "contact", "on": "2026-11-02", "channel": "call", "outcome": "reached", "at": at}
    if fine:
        assert READ.validate_python(data).at.utcoffset() is not None
    else:
        with pytest.raises(ValidationError):
            READ.validate_python(data)


@pytest.mark.parametrize("name", SMALLEST)
def test_every_kind_says_what_it_is(name: str) -> None:
    assert (BY_NAME[name].__doc__ or "").strip().endswith(".")
