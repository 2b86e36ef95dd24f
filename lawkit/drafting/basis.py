"""Where interest comes from, each basis with the invoices it runs on."""

from collections.abc import Sequence

from lawkit.claim.model import ZERO, InvoiceClaim
from lawkit.drafting.facts import (
    Basis,
    ContractBasis,
    EvidenceBasis,
    LegalBasis,
    MsmedBasis,
    PenaltyBasis,
)
from lawkit.drafting.figures import series_rate
from lawkit.drafting.matter import Matter
from lawkit.facts.conditions import Subject, first_formal_notice
from lawkit.law.model import InterestRule


def basis_of(matter: Matter) -> Basis:
    by_rule: dict[str, list[InvoiceClaim]] = {}
    for line in matter.claim.invoices:
        if line.interest_rule and line.overdue and line.segments:
            by_rule.setdefault(line.interest_rule, []).append(line)

    def numbers(rule: str) -> tuple[str, ...]:
        return tuple(line.number for line in by_rule.get(rule, ()))

    case = matter.case
    agreed = case.contract.interest if case.contract else None
    contract = (
        ContractBasis(agreed.rate, numbers("contract_interest")) if agreed and numbers("contract_interest") else None
    )
    penalty = None
    if lines := by_rule.get("late_payment_penalty"):
        series = series_rate(matter.law.rule("late_payment_penalty", InterestRule))
        penalty = PenaltyBasis(
            contract_rate=agreed.rate if agreed else None, contract_clause=agreed.clause if agreed else None,
            points=series.plus if series else ZERO, rate_now=lines[0].segments[-1].rate,
            invoices=numbers("late_payment_penalty"),
        )  # fmt: skip
    evidence = None
    for rule, from_due in (("interest_act_written_instrument", True), ("interest_act_notice", False)):
        if numbers(rule) and case.interest_claim:
            evidence = EvidenceBasis(case.interest_claim.rate, case.interest_claim.evidence, from_due, numbers(rule))
    return Basis(
        contract, _msmed(matter, by_rule.get("msmed_interest", [])), evidence, penalty, _legal(matter, by_rule)
    )


def _msmed(matter: Matter, lines: Sequence[InvoiceClaim]) -> MsmedBasis | None:
    enterprise = matter.case.creditor.enterprise
    if not lines or enterprise is None:
        return None
    phrases, rule = matter.phrases, matter.law.rule("msmed_interest", InterestRule)
    series = series_rate(rule)
    basis = matter.law.option("msmed_interest", "rate_basis")
    return MsmedBasis(
        number=matter.case.creditor.identifiers.get("udyam", "–"), enterprise_class=phrases.say(f"class.{enterprise.class_}"),
        registered_on=enterprise.registered_on, activity=phrases.say(f"activity.{enterprise.activity}"),
        times=series.times if series else ZERO, rate_now=lines[-1].segments[-1].rate,
        method_note=phrases.say(f"note.msmed.{basis}"), invoices=tuple(line.number for line in lines),
    )  # fmt: skip


def _legal(matter: Matter, by_rule: dict[str, list[InvoiceClaim]]) -> LegalBasis | None:
    """Legal interest: from the first formal notice; with none presented yet, announced for a debtor without penalties."""
    if matter.law.pack.code != "france":
        return None
    lines = by_rule.get("legal_interest_after_notice")
    if lines:
        day = first_formal_notice(Subject(matter.timeline, matter.law, matter.as_of))
        return LegalBasis(lines[0].segments[-1].rate, day)
    return None if "late_payment_penalty" in by_rule else LegalBasis(None, None)
