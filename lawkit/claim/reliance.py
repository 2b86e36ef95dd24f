"""What a claim leaves for its reader besides figures: the rules relied on, and remarks on rates and terms."""

from datetime import date

from lawkit.claim.account import Account
from lawkit.claim.model import Remark, RuleUse
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import Day, end_of
from lawkit.facts.subject import YES, Subject
from lawkit.facts.triggers import agreed_due, term_day
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import Rule
from lawkit.messages import say


class Reliance:
    """The rules and rows used while a claim is computed, each once, and what is to be said of them."""

    def __init__(self, law: Jurisdiction) -> None:
        self.law = law
        self._remarks: dict[tuple[str, str], Remark] = {}
        self._used: dict[tuple[str, date], RuleUse] = {}
        self._asked: set[tuple[str, date]] = set()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks, in the order they arose."""
        return tuple(self._remarks.values())

    @property
    def used(self) -> tuple[RuleUse, ...]:
        """The rules relied on, in the order they were first used."""
        return tuple(self._used.values())

    def remark(self, code: str, level: str, text: str, rule: str = "") -> None:
        """Keep a remark once for each code and rule."""
        self._remarks.setdefault((code, rule), Remark(code, "warn" if level == "warn" else "note", text, rule))

    def use(self, name: str, day: date) -> None:
        """Keep that a rule was relied on, with the value that `day` selects."""
        if (name, day) in self._asked:
            return
        self._asked.add((name, day))
        rule = self.law.rule(name, Rule)
        since = max((d for d in rule.dated if d <= day), default=date.min)
        if (name, since) in self._used:
            return
        value = rule.dated.get(since)
        source = (value.source if value else None) or rule.source
        checked = (value.checked if value else None) or rule.checked
        standing = (value.standing if value else None) or rule.standing or ("read" if checked else "not read again")
        provision = source.act if source else ""
        if source and source.provision:
            provision = self.law.citation(name, max(since, day), self.law.pack.languages[0])
        self._used[name, since] = RuleUse(
            rule=name, title=rule.title.get("en") or next(iter(rule.title.values())), since=since, provision=provision,
            standing=standing, doubt=(value.doubt if value else None) or rule.doubt or "", owner=self.law.owners[name],
        )  # fmt: skip

    def rates(self, account: Account) -> None:
        """Keep each published row used, a remark where one lies beyond what was verified, and floors not met."""
        shared = {id(segment.rows): segment.rows for segment in account.segments}
        rows = {id(row): row for each in shared.values() for row in each}
        for row in sorted(rows.values(), key=lambda r: (r.series, r.effective)):
            self.use(row.series, row.effective)
            if row.warning:
                self.remark(f"unverified_rate_{row.series}", "warn", row.warning, row.series)
        for remark in account.plan.floor_remarks(account.start, account.cursor):
            self._remarks.setdefault((remark.code, remark.text), remark)

    def terms(self, subject: Subject, payable: Day) -> None:
        """Keep a remark where the printed due date, the contract's term and the law differ."""
        invoice = subject.invoice
        assert invoice is not None
        agreed, term = agreed_due(subject), term_day(subject)
        if invoice.due and term and invoice.due != term:
            self.remark(
                f"due_differs_{invoice.number}", "warn",
                say("invoice {number}: it prints {due} as its due date and the contract's term gives {term}; {due} is used",
                    number=invoice.number, due=invoice.due, term=term),
            )  # fmt: skip
        if agreed and agreed != payable.day:
            self.remark(
                f"payable_differs_{invoice.number}", "note",
                say("invoice {number}: {agreed} was agreed and {payable} is used: {chain}", number=invoice.number,
                    agreed=agreed, payable=payable.day, chain="; ".join(payable.chain)),
            )  # fmt: skip
        for name in self.law.pack.roles.term_limits:
            limit = self.law.rule(name, Rule)
            if agreed is None or answer_all(limit.applies_if, subject) != YES:
                continue
            longest = end_of(name, subject)
            if agreed > longest.day:
                self.remark(
                    f"term_too_long_{invoice.number}", "warn",
                    say("invoice {number}: the agreed day {agreed} is later than the longest term allowed, {longest} ({rule})",
                        number=invoice.number, agreed=agreed, longest=longest.day, rule=name), name,
                )  # fmt: skip
