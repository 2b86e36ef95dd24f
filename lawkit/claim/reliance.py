"""What a claim leaves for its reader besides figures: the rules relied on, and remarks on rates and terms."""

from collections.abc import Sequence
from datetime import date

from lawkit.claim.account import Account
from lawkit.claim.model import Remark, RuleUse
from lawkit.claim.values import branch_text, clause_of, rules_of, value_text
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import Day, end_of
from lawkit.facts.subject import YES, Subject
from lawkit.facts.triggers import agreed_due, term_day
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import Branch, ChoiceRule, DatedValue, Rule, Source
from lawkit.messages import say


class Reliance:
    """The rules and rows used while a claim is computed, each once, and what is to be said of them."""

    def __init__(self, law: Jurisdiction) -> None:
        self.law = law
        self._remarks: dict[tuple[str, str], Remark] = {}
        self._used: dict[tuple[str, date, str, str], RuleUse] = {}
        self._asked: set[tuple[str, date, int, str | None]] = set()

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

    def use(
        self,
        name: str,
        day: date,
        subject: Subject | None = None,
        taken: Branch | None = None,
        column: str | None = None,
    ) -> None:
        """Keep that a rule was relied on, with the value that `day` selects.

        `subject` tells the matter's own rate and clause; `column` is the one read of a series. Of a choice, `taken` is the
        branch that answered: its source is shown, never that of a branch not taken.
        """
        asked = (name, day, id(taken), column)
        if asked in self._asked:
            return
        self._asked.add(asked)
        rule = self.law.rule(name, Rule)
        since, value = _selected(rule, day)
        if not isinstance(rule, ChoiceRule):
            text = value_text(self.law, name, value, subject, column)
            self._keep(name, since, value, text, self._source_of(name, day, subject))
        elif taken is not None:
            rules = rules_of(taken) if taken.source is None else ()
            sources = [self._cited(taken.source)] if taken.source else [self._source_of(r, day, subject) for r in rules]
            read = _selected(self.law.rule(rules[0], Rule), day)[1] if rules else None
            self._keep(name, since, read, branch_text(taken), "; ".join(dict.fromkeys(filter(None, sources))), rules)
        elif not any(used == name for used, *_ in self._used):  # no branch applies; else it is one already told
            self._keep(name, since, None, "none", "")

    def cite(self, name: str, day: date, provision: str) -> None:
        """Keep that a paper cites a rule, in the words it prints."""
        since, value = _selected(self.law.rule(name, Rule), day)
        self._keep(name, since, value, value_text(self.law, name, value), provision)

    def _keep(
        self, name: str, since: date, value: DatedValue | None, text: str, provision: str, rests_on: Sequence[str] = ()
    ) -> None:
        """Keep one use; the standing of a choice is that of the first rule its branch rests on, which tells its own doubt."""
        rule = self.law.rule(name, Rule)
        read = self.law.rule(rests_on[0], Rule) if rests_on else rule
        checked = (value.checked if value else None) or read.checked
        standing = (value.standing if value else None) or read.standing or ("read" if checked else "not read again")
        self._used.setdefault(
            (name, since, text, provision),
            RuleUse(
                rule=name, title=rule.title.get("en") or next(iter(rule.title.values())), since=since, value=text,
                provision=provision, standing=standing, checked_on=checked.on if checked else None,
                against=checked.against if checked else "", doubt=rule.doubt or "" if rests_on else (value.doubt if value else None) or rule.doubt or "",
                owner=self.law.owner(name, since),
            ),
        )  # fmt: skip

    def _source_of(self, name: str, day: date, subject: Subject | None) -> str:
        """Return the provision of a rule's value; of what was agreed or is evidenced, the clause or the evidence."""
        rule = self.law.rule(name, Rule)
        value = _selected(rule, day)[1]
        source = (value.source if value else None) or rule.source
        if source is None:
            return ""
        clause = clause_of(value, subject) if not source.provision else ""
        return ", ".join(part for part in (self._cited(source), clause) if part)

    def _cited(self, source: Source) -> str:
        return self.law.cited(source, self.law.pack.languages[0])

    def rates(self, account: Account) -> None:
        """Keep each published row used, a remark where one lies beyond what was verified, and floors not met."""
        shared = {id(segment.rows): segment.rows for segment in account.segments}
        rows = {id(row): row for each in shared.values() for row in each}
        for row in sorted(rows.values(), key=lambda r: (r.series, r.effective)):
            self.use(row.series, row.effective, column=row.column)
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


def _selected(rule: Rule, day: date) -> tuple[date, DatedValue | None]:
    """Return the value of a rule that a day selects, and since when it has held."""
    since = max((d for d in rule.dated if d <= day), default=date.min)
    return since, rule.dated.get(since)
