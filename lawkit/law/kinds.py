"""Every kind of rule by its name."""

from lawkit.law.model import (
    AmountRule,
    AppropriationRule,
    ChoiceRule,
    InterestRule,
    RoundingRule,
    Rule,
    SeriesRule,
    StatementRule,
    TestRule,
    WordingRule,
)
from lawkit.law.periods import ExclusionRule, PeriodRule, RestartRule
from lawkit.law.slabs import SlabsRule

MODELS: dict[str, type[Rule]] = {
    "period": PeriodRule,
    "series": SeriesRule,
    "interest": InterestRule,
    "amount": AmountRule,
    "slabs": SlabsRule,
    "exclusion": ExclusionRule,
    "restart": RestartRule,
    "test": TestRule,
    "choice": ChoiceRule,
    "appropriation": AppropriationRule,
    "rounding": RoundingRule,
    "wording": WordingRule,
    "statement": StatementRule,
}
