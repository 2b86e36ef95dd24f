"""Each condition of the vocabulary, answered from the facts: yes, no, disputed or unknown."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lawkit.dates import add_months
from lawkit.facts import proceedings
from lawkit.facts.course import COURSE, over_indebted
from lawkit.facts.entries import (
    InsolvencyOpened,
    Judgment,
)
from lawkit.facts.notices import claims_of_interest, first_formal_notice
from lawkit.facts.people import Debtor, Party
from lawkit.facts.residence import lives_abroad, lives_overseas, territory_of_court
from lawkit.facts.subject import DISPUTED, NO, UNKNOWN, YES, Subject, supply_day
from lawkit.law.model import StatementRule, TestRule


def _yes(value: bool | None) -> str:
    return UNKNOWN if value is None else YES if value else NO


def _debtors(subject: Subject) -> tuple[Debtor, ...]:
    return subject.timeline.case.principal_debtors


def _registered_by_supply(subject: Subject) -> str:
    enterprise, invoice = subject.timeline.case.creditor.enterprise, subject.invoice
    day = supply_day(invoice) if invoice else None
    if enterprise is None:
        return NO
    return UNKNOWN if day is None else _yes(enterprise.registered_on <= day)


def class_on_supply(subject: Subject) -> str | None:
    """Return the class of the creditor's enterprise on the day of the invoice's supply."""
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
    current = class_on_supply(subject)
    return UNKNOWN if current is None else _yes(current in ("micro", "small"))


def _moved_up(subject: Subject) -> str:
    """S.O. 4926(E) of 18.10.2022: the earlier class keeps its benefits for three years from the change."""
    enterprise, invoice = subject.timeline.case.creditor.enterprise, subject.invoice
    day = supply_day(invoice) if invoice else None
    if enterprise is None or day is None or class_on_supply(subject) != "medium":
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


def _request_received(subject: Subject) -> str:
    return _yes(subject.invoice is not None and subject.invoice.request_received is not None)


def _deferred_a_year(subject: Subject) -> str:
    """C. com. art. L. 622-28: contracts with payment put off by a year or more go on bearing interest."""
    from lawkit.facts.triggers import agreed_due

    due, invoice = agreed_due(subject), subject.invoice
    return _yes(due is not None and invoice is not None and due >= add_months(invoice.dated, 12))


def _after_insolvency(subject: Subject) -> str:
    from lawkit.facts.days import payable_on

    opened = [e for _, e in subject.timeline.until(subject.as_of).of_kind(InsolvencyOpened) if not over_indebted(e)]
    if not opened or subject.invoice is None:
        return NO
    due = payable_on(subject).day
    return _yes(any(entry.on < due and (entry.ended is None or due <= entry.ended) for entry in opened))


def _contract_rate(subject: Subject) -> str:
    contract = subject.timeline.case.contract
    return _yes(bool(contract and contract.interest))


def _claimed_in_writing(subject: Subject) -> str:
    claim = subject.timeline.case.interest_claim
    named = bool(claim and claim.from_ and claim.from_ <= subject.as_of)
    return _yes(named or bool(claims_of_interest(subject)))


def _overdue(subject: Subject) -> str:
    from lawkit.errors import FactMissing
    from lawkit.facts.days import payable_on

    answers = []
    for invoice in subject.timeline.case.invoices:
        try:
            answers.append(
                payable_on(Subject(subject.timeline, subject.law, subject.as_of, invoice)).day < subject.as_of
            )
        except FactMissing:
            answers.append(False)
    return _yes(any(answers))


def _court_in_mainland(subject: Subject) -> str:
    seat = territory_of_court(subject)
    return UNKNOWN if seat is None else _yes(not seat)


def _any_abroad(parties: Sequence[Party], subject: Subject) -> str:
    return _yes(any(lives_abroad(party, subject.law.pack) for party in parties))


def _any_overseas(parties: Sequence[Party], subject: Subject) -> str:
    return _yes(any(lives_overseas(party, subject) for party in parties))


def _before(kind: str) -> Callable[[Subject], str]:
    return lambda s: _yes(s.timeline.case.forum is not None and s.timeline.case.forum.kind == kind)


def _public(subject: Subject, kind: str) -> str:
    debtors = [debtor for debtor in _debtors(subject) if debtor.kind == "public_body"]
    if debtors and any(debtor.public_kind is None for debtor in debtors):
        return UNKNOWN
    return _yes(any(debtor.public_kind == kind for debtor in debtors))


def _head(subject: Subject, head: str) -> str:
    return UNKNOWN if subject.head is None else _yes(subject.head == head)


def _of_judgment(subject: Subject, holds: Callable[[Judgment], bool]) -> str:
    entry = subject.entry.entry if subject.entry is not None else None
    return _yes(holds(entry)) if isinstance(entry, Judgment) else UNKNOWN


def _asked(subject: Subject) -> tuple[Debtor, ...]:
    return (subject.debtor,) if subject.debtor is not None else _debtors(subject)


CONDITIONS: dict[str, Callable[[Subject], str]] = {
    "goods": lambda s: _yes(s.invoice is not None and s.invoice.supply == "goods"),
    "services": lambda s: _yes(s.invoice is not None and s.invoice.supply == "services"),
    "invoice_bears_tax": lambda s: _yes(s.invoice is not None and s.invoice.input_tax > 0),
    "payment_request_received": _request_received,
    "payment_deferred_a_year": _deferred_a_year,
    "payable_after_insolvency": _after_insolvency,
    "term_agreed": _term_agreed,
    "contract_rate_agreed": _contract_rate,
    "interest_claimed_in_writing": _claimed_in_writing,
    "interest_rate_evidenced": lambda s: _yes(s.timeline.case.interest_claim is not None),
    "creditor_is_business": lambda s: _yes(s.timeline.case.creditor.acts_in_trade),
    "creditor_is_individual": lambda s: _yes(s.timeline.case.creditor.kind in ("person", "proprietorship")),
    "contract_for_works": lambda s: _yes(
        s.timeline.case.contract is not None and s.timeline.case.contract.kind == "works"
    ),
    "creditor_is_natural_person": lambda s: _yes(not s.timeline.case.creditor.acts_in_trade),
    "debtor_is_business": lambda s: _yes(all(d.acts_in_trade and d.kind != "public_body" for d in _debtors(s))),
    "debtor_is_consumer": lambda s: _yes(any(not d.acts_in_trade for d in _debtors(s))),
    "debtor_is_public_body": lambda s: _yes(any(d.kind == "public_body" for d in _debtors(s))),
    "debtor_is_public_hospital": lambda s: _public(s, "hospital"),
    "debtor_is_public_undertaking": lambda s: _public(s, "undertaking"),
    "head_is_principal": lambda s: _head(s, "principal"),
    "head_is_interest": lambda s: _head(s, "interest"),
    "head_is_costs": lambda s: _head(s, "costs"),
    "head_is_indemnity": lambda s: _head(s, "indemnity"),
    "judgment_states_rate": lambda s: _of_judgment(s, lambda j: j.interest_rate is not None),
    "judgment_for_creditor": lambda s: _of_judgment(s, lambda j: j.outcome in ("won", "won_in_part", "settled")),
    "judgment_against_creditor": lambda s: _of_judgment(s, lambda j: j.outcome in ("lost", "won_in_part")),
    "judgment_grants_penalties": lambda s: _of_judgment(s, lambda j: j.late_payment_penalties),
    "judgment_refuses_interest": lambda s: _of_judgment(s, lambda j: j.no_interest),
    "judgment_is_award": lambda s: _of_judgment(s, lambda j: j.decision == "award"),
    "judgment_is_court_decision": lambda s: _of_judgment(s, lambda j: j.decision != "award"),
    "enterprise_registered": lambda s: _yes(s.timeline.case.creditor.enterprise is not None),
    "registered_by_supply": _registered_by_supply,
    "micro_or_small_on_supply": _micro_or_small,
    "moved_up_within_three_years": _moved_up,
    "trades_only": lambda s: _yes(
        bool(s.timeline.case.creditor.enterprise and s.timeline.case.creditor.enterprise.activity == "trading")
    ),
    "formal_notice_presented": lambda s: _yes(first_formal_notice(s) is not None),
    "cheque_returned": lambda s: _yes(
        any(
            day is not None
            for c in ((s.cheque,) if s.cheque else s.timeline.case.cheques)
            for day in (c.returned, c.informed_on, c.memo_received)
        )
    ),
    "debtor_is_guarantor": lambda s: _yes(s.debtor is not None and s.debtor.role == "guarantor"),
    "guarantee_on_demand": lambda s: _yes(
        s.debtor is not None and s.debtor.guarantee is not None and s.debtor.guarantee.on_demand
    ),
    "debtor_overseas": lambda s: _any_overseas(_asked(s), s),
    "debtor_abroad": lambda s: _any_abroad(_asked(s), s),
    "creditor_abroad": lambda s: _any_abroad([s.timeline.case.creditor], s),
    "creditor_overseas": lambda s: _any_overseas([s.timeline.case.creditor], s),
    "court_in_mainland": _court_in_mainland,
    "before_civil_court": _before("civil"),
    "before_commercial_court": _before("commercial"),
    "before_administrative_court": _before("administrative"),
    "summary_decision": lambda s: _yes(proceedings.in_summary(s)),
    "order_for_payment_made": lambda s: _yes(proceedings.order_made(s)),
    "order_opposed": lambda s: _yes(proceedings.order_opposed(s)),
    "order_served_to_person": lambda s: _yes(proceedings.order_served_to_person(s)),
    "order_for_payment_title": lambda s: _yes(proceedings.holds(s, "order_for_payment")),
    "decision_title": lambda s: _yes(proceedings.holds(s, *proceedings.DECISIONS)),
    "debtor_is_company": lambda s: _yes(any(d.kind == "company" for d in _debtors(s))),
    "arbitration_agreed": lambda s: _yes(bool(s.timeline.case.contract and s.timeline.case.contract.arbitration)),
    **COURSE,
    "overdue": _overdue,
    "not_yet_due": lambda s: {YES: NO, NO: YES}[_overdue(s)],
}


def answer(condition: str, subject: Subject) -> str:
    """Return the answer to a condition, a test rule, or `not` one of them."""
    if condition.startswith("not "):
        inner = answer(condition[4:], subject)
        return {YES: NO, NO: YES}.get(inner, inner)
    if condition in CONDITIONS:
        return CONDITIONS[condition](subject)
    if isinstance(subject.law.rules.get(condition), StatementRule):
        return in_force(condition, subject)
    return answer_test(subject.law.rule(condition, TestRule), subject)


def in_force(statement: str, subject: Subject) -> str:
    """Return whether a dated statement is in force on its selecting day; asked of a matter, on that of every invoice."""
    from lawkit.errors import FactMissing, RuleNotInForce
    from lawkit.facts.days import resolve

    dated_by = subject.law.rule(statement, StatementRule).dated_by
    if subject.invoice is None and subject.law.rule(statement, StatementRule).per == "invoice":
        answers = [in_force(statement, replace(subject, invoice=each)) for each in subject.timeline.case.invoices]
        return answers[0] if len(set(answers)) == 1 else UNKNOWN if UNKNOWN in answers else NO
    try:
        subject.law.value_on(statement, resolve(dated_by, subject, statement).day if dated_by else subject.as_of)
    except RuleNotInForce:
        return NO
    except FactMissing:
        return UNKNOWN
    return YES


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
