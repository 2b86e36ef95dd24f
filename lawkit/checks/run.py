"""The checks by name, and running those a paper asks for."""

from collections.abc import Callable, Iterable, Iterator

from lawkit.checks import basis, liability, parties, progress, sums
from lawkit.checks.model import Finding, Review
from lawkit.errors import UnknownName
from lawkit.messages import say

Check = Callable[[Review], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "matter_open": progress.matter_open,
    "not_on_hold": progress.not_on_hold,
    "no_plan_running": progress.no_plan_running,
    "as_instructed": progress.as_instructed,
    "no_claim_filed": progress.no_claim_filed,
    "debtor_not_represented": parties.debtor_not_represented,
    "client_consents": parties.client_consents,
    "insolvency_checked": parties.insolvency_checked,
    "firm_registered": parties.firm_registered,
    "addressee_liable": parties.addressee_liable,
    "cheque_notice_first": parties.cheque_notice_first,
    "guarantor_informed": liability.guarantor_informed,
    "partners_after_company": liability.partners_after_company,
    "joint_debtors": liability.joint_debtors,
    "public_body": liability.public_body,
    "bank_details": parties.bank_details,
    "something_is_owed": sums.something_is_owed,
    "debt_as_invoiced": sums.debt_as_invoiced,
    "law_is_current": sums.law_is_current,
    "limitation": sums.limitation,
    "term_within_law": sums.term_within_law,
    "contract_rate_floor": sums.contract_rate_floor,
    "msmed_eligibility": basis.msmed_eligibility,
    "consumer_guard": basis.consumer_guard,
    "dispute_on_file": basis.dispute_on_file,
    "claim_not_assigned": basis.claim_not_assigned,
    "exhibits_on_file": basis.exhibits_on_file,
}


def run_checks(names: Iterable[str], review: Review) -> list[Finding]:
    """Return the findings of the named checks, stops first; raise UnknownName for a check that is not there."""
    findings: list[Finding] = []
    for name in names:
        if name not in CHECKS:
            raise UnknownName(say("check"), name, tuple(CHECKS))
        findings.extend(CHECKS[name](review))
    return sorted(findings, key=lambda finding: ("stop", "warn", "note").index(finding.level))
