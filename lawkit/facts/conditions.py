"""Each condition of the vocabulary, answered from the facts: yes, no, disputed or unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lawkit.dates import add_months
from lawkit.facts.entries import Notice
from lawkit.facts.model import Debtor, Invoice
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import TestRule

YES, NO, DISPUTED, UNKNOWN = "yes", "no", "disputed", "unknown"


@dataclass(frozen=True)
class Subject:
    """What a condition or a day is asked about: a matter, and one invoice of it where the rule counts by invoice."""

    timeline: Timeline
    law: Jurisdiction
    as_of: date
    invoice: Invoice | None = None


def _yes(value: bool | None) -> str:
    return UNKNOWN if value is None else YES if value else NO


def supply_day(invoice: Invoice) -> date | None:
    """Return the day of supply: delivery or performance."""
    return invoice.delivered


def _debtors(subject: Subject) -> tuple[Debtor, ...]:
    return subject.timeline.case.principal_debtors


def _registered_by_supply(subject: Subject) -> str:
    enterprise, invoice = subject.timeline.case.creditor.enterprise, subject.invoice
    day = supply_day(invoice) if invoice else None
    if enterprise is None:
        return NO
    return UNKNOWN if day is None else _yes(enterprise.registered_on <= day)


def _class_on(subject: Subject) -> str | None:
    enterprise, invoice = subject.timeline.case.creditor.enterprise, subject.invoice
    day = supply_day(invoice) if invoice else None
    if enterprise is None or day is None:
        return None
    current: str = enterprise.class_
    for change in enterprise.changes:
        if change.from_ <= day:
            current = change.class_
    return current


def _micro_or_small(subject: Subject) -> str:
    if subject.timeline.case.creditor.enterprise is None:
        return NO
    current = _class_on(subject)
    return UNKNOWN if current is None else _yes(current in ("micro", "small"))


def _moved_up(subject: Subject) -> str:
    """S.O. 4926(E) of 18.10.2022: the earlier class keeps its benefits for three years from the change."""
    enterprise, invoice = subject.timeline.case.creditor.enterprise, subject.invoice
    day = supply_day(invoice) if invoice else None
    if enterprise is None or day is None or _class_on(subject) != "medium":
        return NO
    before: str = enterprise.class_
    for change in enterprise.changes:
        if change.from_ <= day and change.class_ == "medium" and before in ("micro", "small"):
            return _yes(day <= add_months(change.from_, 36))
        before = change.class_
    return NO


def _term_agreed(subject: Subject) -> str:
    contract, invoice = subject.timeline.case.contract, subject.invoice
    return _yes((invoice is not None and invoice.due is not None) or bool(contract and contract.payment_term))


def _contract_rate(subject: Subject) -> str:
    contract = subject.timeline.case.contract
    return _yes(bool(contract and contract.interest))


def _claimed_in_writing(subject: Subject) -> str:
    claim = subject.timeline.case.interest_claim
    noticed = any(entry.claims_interest for _, entry in subject.timeline.until(subject.as_of).of_kind(Notice))
    return _yes(noticed or bool(claim and claim.from_ and claim.from_ <= subject.as_of))


def first_formal_notice(subject: Subject) -> date | None:
    """Return the day a formal notice to pay was first presented to the debtor."""
    days = [
        entry.presented
        for _, entry in subject.timeline.until(subject.as_of).of_kind(Notice)
        if entry.document in ("mise_en_demeure", "final_notice", "demand") and entry.presented
    ]
    return min(days, default=None)


CONDITIONS: dict[str, Callable[[Subject], str]] = {
    "goods": lambda s: _yes(s.invoice is not None and s.invoice.supply == "goods"),
    "services": lambda s: _yes(s.invoice is not None and s.invoice.supply == "services"),
    "invoice_bears_tax": lambda s: _yes(s.invoice is not None and s.invoice.input_tax > 0),
    "term_agreed": _term_agreed,
    "contract_rate_agreed": _contract_rate,
    "contract_rate_compound": lambda s: NO,
    "interest_claimed_in_writing": _claimed_in_writing,
    "interest_rate_evidenced": lambda s: _yes(s.timeline.case.interest_claim is not None),
    "creditor_is_business": lambda s: _yes(s.timeline.case.creditor.acts_in_trade),
    "creditor_is_natural_person": lambda s: _yes(not s.timeline.case.creditor.acts_in_trade),
    "debtor_is_business": lambda s: _yes(all(d.acts_in_trade and d.kind != "public_body" for d in _debtors(s))),
    "debtor_is_consumer": lambda s: _yes(any(not d.acts_in_trade for d in _debtors(s))),
    "debtor_is_public_body": lambda s: _yes(any(d.kind == "public_body" for d in _debtors(s))),
    "enterprise_registered": lambda s: _yes(s.timeline.case.creditor.enterprise is not None),
    "registered_by_supply": _registered_by_supply,
    "micro_or_small_on_supply": _micro_or_small,
    "moved_up_within_three_years": _moved_up,
    "trades_only": lambda s: _yes(
        bool(s.timeline.case.creditor.enterprise and s.timeline.case.creditor.enterprise.activity == "trading")
    ),
    "formal_notice_presented": lambda s: _yes(first_formal_notice(s) is not None),
}


def answer(condition: str, subject: Subject) -> str:
    """Return the answer to a condition, a test rule, or `not` one of them."""
    if condition.startswith("not "):
        inner = answer(condition[4:], subject)
        return {YES: NO, NO: YES}.get(inner, inner)
    if condition in CONDITIONS:
        return CONDITIONS[condition](subject)
    return answer_test(subject.law.rule(condition, TestRule), subject)


def answer_all(conditions: tuple[str, ...], subject: Subject) -> str:
    """Return the answer to several conditions together: no beats unknown beats disputed beats yes."""
    answers = [answer(condition, subject) for condition in conditions]
    return next((word for word in (NO, UNKNOWN, DISPUTED) if word in answers), YES)


def answer_test(rule: TestRule, subject: Subject) -> str:
    """Return the answer of the first case of a test whose conditions hold; a case that cannot be told is unknown."""
    for case in rule.cases:
        found = answer_all(case.when, subject)
        if found in (YES, DISPUTED):
            return str(case.answer) if found == YES else DISPUTED
        if found == UNKNOWN:
            return UNKNOWN
    return str(rule.otherwise)
