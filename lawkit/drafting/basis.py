"""Where interest comes from, each basis with the invoices it runs on."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lawkit.claim.model import ZERO, InvoiceClaim
from lawkit.drafting.facts import (
    Basis,
    ContractBasis,
    EvidenceBasis,
    LegalBasis,
    MsmedBasis,
    PenaltyBasis,
    PublicBasis,
)
from lawkit.drafting.figures import period_days, rates_of, series_rate
from lawkit.drafting.matter import Matter
from lawkit.facts.conditions import answer, class_on_supply
from lawkit.facts.notices import first_formal_notice
from lawkit.facts.subject import DISPUTED, YES, Subject
from lawkit.facts.triggers import agreed_due
from lawkit.law.expressions import ContractRate, EndOf
from lawkit.law.model import ChoiceRule, InterestRule


def basis_of(matter: Matter) -> Basis:
    """Return each basis of interest that an overdue invoice bears; the pack says which rule is which (`roles.bases`)."""
    named = {rule: basis for basis, rule in matter.law.pack.roles.bases.items()}
    by_basis: dict[str, list[InvoiceClaim]] = {}
    for line in matter.claim.invoices:
        if line.interest_rule and line.overdue and line.segments:
            by_basis.setdefault(named.get(line.interest_rule, ""), []).append(line)

    def numbers(basis: str) -> tuple[str, ...]:
        return tuple(line.number for line in by_basis.get(basis, ()))

    def all_of(basis: str) -> bool:
        return len(numbers(basis)) == sum(1 for line in matter.claim.invoices if line.overdue)

    case = matter.case
    agreed = case.contract.interest if case.contract else None
    contract = (
        ContractBasis(agreed.rate, numbers("contract"), all_of("contract")) if agreed and numbers("contract") else None
    )
    penalty = None
    if lines := by_basis.get("penalty"):
        series = series_rate(_rule(matter, "penalty"))
        penalty = PenaltyBasis(
            contract_rate=agreed.rate if agreed else None, contract_clause=agreed.clause if agreed else None,
            points=series.plus if series else ZERO, rate_now=lines[0].segments[-1].rate,
            invoices=numbers("penalty"), floor_applied=_floor_applied(matter, lines),
            floor_times=_floor_times(_rule(matter, "penalty")),
        )  # fmt: skip
    evidence = None
    for basis, from_due in (("written_instrument", True), ("written_notice", False)):
        if numbers(basis) and case.interest_claim:
            evidence = EvidenceBasis(
                case.interest_claim.rate, case.interest_claim.evidence, from_due, numbers(basis), all_of(basis)
            )
    return Basis(
        contract,
        _msmed(matter, by_basis.get("small_enterprise", []), all_of("small_enterprise")),
        evidence,
        penalty,
        _legal(matter, by_basis),
        _public(matter, by_basis.get("public_buyer", [])),
    )


def _rule(matter: Matter, basis: str) -> InterestRule:
    return matter.law.rule(matter.law.pack.roles.bases[basis], InterestRule)


def _msmed(matter: Matter, lines: Sequence[InvoiceClaim], covers_all: bool) -> MsmedBasis | None:
    enterprise = matter.case.creditor.enterprise
    if not lines or enterprise is None:
        return None
    phrases, series = matter.phrases, series_rate(_rule(matter, "small_enterprise"))
    basis = matter.law.option(matter.law.pack.roles.bases["small_enterprise"], "rate_basis")
    late, moved = _unsettled(matter, lines)
    undisputed = tuple(line.number for line in lines if line.number not in (*late, *moved))
    classes = dict.fromkeys(
        class_on_supply(Subject(matter.timeline, matter.law, matter.as_of, matter.case.invoice(number)))
        for number in undisputed
    )
    return MsmedBasis(
        number=matter.case.creditor.identifiers.get("udyam"), enterprise_class=" or ".join(phrases.say(f"class.{each}") for each in classes or (enterprise.class_,)),
        registered_on=enterprise.registered_on, activity=phrases.say(f"activity.{enterprise.activity}"),
        times=series.times if series else ZERO, rate_now=lines[-1].segments[-1].rate,
        method_note=phrases.say(f"note.msmed.{basis}"), invoices=tuple(line.number for line in lines),
        covers_all=covers_all, late_registered=late, moved_up=moved, undisputed=undisputed, **_terms(matter, lines),
    )  # fmt: skip


def _terms(matter: Matter, lines: Sequence[InvoiceClaim]) -> dict[str, Any]:
    """Return the invoices by how their day of payment was found, and the days that the law counts from acceptance."""
    found: dict[str, list[str]] = {"agreed": [], "capped": [], "unagreed": []}
    for line in lines:
        day = agreed_due(Subject(matter.timeline, matter.law, matter.as_of, matter.case.invoice(line.number)))
        found["unagreed" if day is None else "agreed" if day == line.payable_on else "capped"].append(line.number)
    branches = matter.law.rule(matter.law.pack.roles.payable_on, ChoiceRule).ordered
    usual = next((branch.day.end_of for branch in branches if isinstance(branch.day, EndOf)), None)
    longest = next(iter(matter.law.pack.roles.term_limits), None)
    numbers = {key: tuple(each) for key, each in found.items()}
    return {**numbers, "longest_days": period_days(matter, longest), "usual_days": period_days(matter, usual)}


def _floor_applied(matter: Matter, lines: Sequence[InvoiceClaim]) -> bool:
    """Whether the statutory floor took the place of a lower agreed rate somewhere: a published row then stands behind it."""
    agreed = matter.case.contract is not None and matter.case.contract.interest is not None
    return agreed and any(segment.rows for line in lines for segment in line.segments)


def _floor_times(rule: InterestRule) -> Decimal:
    """Return how many times a published rate an agreed one is at least; nought where the law sets no floor."""
    floors = [rate.floor.times for rate in rates_of(rule) if isinstance(rate, ContractRate) and rate.floor is not None]
    return floors[-1] if floors else ZERO


def _public(matter: Matter, lines: Sequence[InvoiceClaim]) -> PublicBasis | None:
    if not lines:
        return None
    series = series_rate(_rule(matter, "public_buyer"))
    return PublicBasis(series.plus if series else ZERO, tuple(line.number for line in lines))


def _unsettled(matter: Matter, lines: Sequence[InvoiceClaim]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the invoices supplied before the registration, and those supplied after the enterprise had become medium."""
    late: list[str] = []
    moved: list[str] = []
    test = matter.law.pack.roles.small_enterprise
    for line in lines:
        subject = Subject(matter.timeline, matter.law, matter.as_of, matter.case.invoice(line.number))
        if test is not None and answer(test, subject) == DISPUTED:
            (moved if answer("moved_up_within_three_years", subject) == YES else late).append(line.number)
    return tuple(late), tuple(moved)


def _legal(matter: Matter, by_basis: dict[str, list[InvoiceClaim]]) -> LegalBasis | None:
    """Legal interest: from the first formal notice; with none presented yet, announced for a debtor without penalties."""
    if "legal" not in matter.law.pack.roles.bases:
        return None
    lines = by_basis.get("legal")
    if lines:
        day = first_formal_notice(Subject(matter.timeline, matter.law, matter.as_of))
        return LegalBasis(lines[0].segments[-1].rate, day)
    other = "penalty" in by_basis or "public_buyer" in by_basis
    return None if other else LegalBasis(None, None)
