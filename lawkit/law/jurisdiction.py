"""A pack in memory: its rules by name, each value chosen by the date that selects it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from lawkit.errors import LawkitError, RateMissing, RuleNotInForce, UnknownName
from lawkit.law.calendar import Calendar
from lawkit.law.expressions import OptionRef
from lawkit.law.forums import Forum
from lawkit.law.model import DatedValue, Option, Rule, SeriesRule, Source
from lawkit.law.pack import Act, Pack
from lawkit.law.stages import Stage
from lawkit.messages import say

R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True)
class RateRow:
    """One published value: which series, since when, what, and what is doubtful of it."""

    series: str
    column: str | None
    effective: date
    value: Decimal
    warning: str | None = None


@dataclass(frozen=True)
class Jurisdiction:
    """The law of one country as data; `owners` says whose each rule is (lawkit's or the firm's), `row_owners` whose a
    row is of a rule that both have a part in.

    `kept` holds rates already worked out, by rule and day, so that many invoices share them.
    """

    pack: Pack
    acts: dict[str, Act]
    rules: dict[str, Rule]
    files: dict[str, str]
    owners: dict[str, str]
    hashes: dict[str, str]
    calendars: dict[str, Calendar] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    forums: dict[str, Forum] = field(default_factory=dict)
    elections: dict[str, str] = field(default_factory=dict)
    row_owners: dict[tuple[str, date], str] = field(default_factory=dict)
    _rows: dict[str, list[date]] = field(default_factory=dict, repr=False, compare=False)
    _found: dict[tuple[str, date, str | None], RateRow] = field(default_factory=dict, repr=False, compare=False)
    kept: dict[Any, dict[date, Any]] = field(default_factory=dict, repr=False, compare=False)
    _kinds: dict[type, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def with_elections(self, elections: dict[str, str]) -> "Jurisdiction":
        """Return this law with the lawyer's choices of `RULE.OPTION`; raise UnknownName for one that is not there."""
        for key, choice in elections.items():
            name, _, option = key.partition(".")
            chosen = self.rule(name, Rule).options.get(option)
            if chosen is None:
                known = [f"{rule}.{o}" for rule, r in self.rules.items() for o in r.options]
                raise UnknownName(say("option"), key, known)
            if choice not in chosen.choices:
                raise UnknownName(say("choice of {option}", option=key), choice, tuple(chosen.choices))
        from dataclasses import replace

        return replace(self, elections={**self.elections, **elections})

    def rule(self, name: str, kind: type[R]) -> R:
        """Return the rule of that name; raise UnknownName, or LawkitError if it is of another kind."""
        rule = self.rules.get(name)
        if rule is None:
            raise UnknownName(say("rule in {code}", code=self.pack.code), name, tuple(self.rules))
        if not isinstance(rule, kind):
            raise LawkitError(say("{name} is of the kind {kind}, another is needed here", name=name, kind=rule.kind))
        return rule

    def value_on(self, name: str, day: date) -> DatedValue:
        """Return the value of a rule in force on `day`; raise RuleNotInForce before its first or after its end."""
        rule = self.rule(name, Rule)
        found: DatedValue | None = None
        first: date | None = None
        for since, value in rule.dated.items():
            first = first or since
            if since <= day:
                found = value
        if found is None:
            raise RuleNotInForce(name, day, say("its first value is of {first}", first=first))
        if found.ended is not None:
            raise RuleNotInForce(name, day, found.ended)
        return found

    def of_kind(self, kind: type[R]) -> dict[str, R]:
        """Return the rules of one kind by name."""
        if kind not in self._kinds:
            self._kinds[kind] = {name: rule for name, rule in self.rules.items() if isinstance(rule, kind)}
        return self._kinds[kind]

    def option(self, rule: str, option: str) -> str:
        """Return the election of an option, or its default."""
        described: Option = self.rule(rule, Rule).options[option]
        return self.elections.get(f"{rule}.{option}", described.default)

    def chosen(self, rule: str, value: str | OptionRef) -> str:
        """Return a text, or what the option it refers to is set to; `RULE.OPTION` refers to another rule's."""
        if not isinstance(value, OptionRef):
            return value
        other, _, option = value.option.rpartition(".")
        return self.option(other or rule, option)

    def rate_on(self, series: str, day: date, column: str | None = None) -> RateRow:
        """Return the row of a published series that holds on `day`.

        A renewing series raises RateMissing beyond its last span; one that does not renew gives its last
        value beyond `verified_through`, with a warning that names what to check. Rows found are kept: many invoices
        ask for the same days.
        """
        found = self._found.get((series, day, column))
        if found is None:
            found = self._found[series, day, column] = self._row_on(series, day, column)
        return found

    def _row_on(self, series: str, day: date, column: str | None) -> RateRow:
        rule = self.rule(series, SeriesRule)
        days = self._rows.get(series)
        if days is None:
            days = self._rows[series] = list(rule.values)
        from bisect import bisect_right

        at = bisect_right(days, day) - 1
        file = f"jurisdictions/{self.pack.code}/{Path(self.files[series]).name}"  # in a firm's folder, laid over ours
        if at < 0:
            raise RuleNotInForce(series, day, say("its first row is of {first}", first=days[0]))
        since = days[at]
        row = rule.values[since]
        if row.ended is not None:
            raise RuleNotInForce(series, day, row.ended)
        if row.until is not None and day > row.until:
            raise RateMissing(f"{self.pack.code}/{series}", day, row.until, file)
        if column is not None and column not in row.columns:
            raise UnknownName(say("column of {series}", series=series), column, rule.columns)
        value = row.columns[column] if column is not None else row.value
        assert value is not None
        warning = None
        if day > rule.verified_through:
            if rule.renews == "half_yearly" and row.until is None:
                raise RateMissing(f"{self.pack.code}/{series}", day, rule.verified_through, file)
            if row.until is None:
                warning = say(
                    "{series}: no change is known after {through}; check that {value} still holds on {day}",
                    series=series, through=rule.verified_through, value=value, day=day,
                )  # fmt: skip
        return RateRow(series, column, since, value, warning)

    def next_row(self, series: str, day: date) -> date | None:
        """Return the first day after `day` on which a later row of a series begins, if there is one."""
        from bisect import bisect_right

        days = self._rows.setdefault(series, list(self.rule(series, SeriesRule).values))
        at = bisect_right(days, day)
        return days[at] if at < len(days) else None

    def owner(self, name: str, since: date) -> str:
        """Return whose the value of a rule is that holds from `since`."""
        return self.row_owners.get((name, since)) or self.owners[name]

    def citation(self, name: str, day: date, language: str, *, short: bool = False) -> str:
        """Return the provision in force on `day` as papers cite it: provision and act."""
        value = self.value_on(name, day)
        source = value.source or self.rule(name, Rule).source
        assert source is not None
        return self.cited(source, language, short=short)

    def cited(self, source: Source, language: str, *, short: bool = False) -> str:
        """Return a source as papers cite it: provision and act."""
        act = self.acts[source.act]
        cited = (act.short if short and act.short else act.cited_as).get(language) or next(iter(act.cited_as.values()))
        return f"{source.provision} {cited}".strip()
