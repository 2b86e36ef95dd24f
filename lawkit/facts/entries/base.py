"""What every entry has, and the closed lists that several kinds share."""

import re
import typing
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from lawkit.facts.identifiers import cnr
from lawkit.messages import say
from lawkit.reading import Facts, Flag, IsoDate, Text

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})", re.ASCII)


def _moment(value: object) -> datetime:
    if isinstance(value, datetime) and value.utcoffset() is not None:
        return value
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError(say("{value!r} is not a time with its zone, written 2026-11-22T14:30+05:30", value=value))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(say("{value}: no such time", value=value)) from None
    offset = moment.utcoffset()
    if offset is None or abs(offset) > timedelta(hours=14):
        raise ValueError(say("{value}: no such zone", value=value))
    return moment


Moment = Annotated[datetime, BeforeValidator(_moment)]
Cnr = Annotated[Text, AfterValidator(cnr)]
Writing = Literal["letter", "email", "message", "oral"]
Delay = Literal[
    "forgotten", "paid_elsewhere", "cash_shortage", "awaiting_own_customer", "internal_approval", "dispute",
    "invoice_not_received", "insolvency_feared", "refused", "not_given", "other",
]  # fmt: skip


class EntryBase(Facts):
    """What every entry has: the day, an id to be named by, and whether it is confidential.

    A confidential entry (without prejudice, between avocats, in mediation) never reaches a paper or an exhibit.
    """

    on: IsoDate
    id: Text | None = None
    confidential: Flag = False
    note: Text | None = None
    exhibits: tuple[Text, ...] = ()

    def told(self, field: str) -> Any:
        """Return what an entry tells in a field that only some kinds have; None where this kind has none of the name."""
        return self.__dict__.get(field)

    @classmethod
    def read_as(cls, value: object) -> type[Facts]:
        """Return the model of the kind that an entry names."""
        named = value.get("kind") if isinstance(value, dict) else None
        return next((kind for kind in cls.__subclasses__() if named == kind.kind_name()), cls)

    @classmethod
    def kind_name(cls) -> str:
        """Return the `kind` that entries of this model name."""
        return str(typing.get_args(cls.model_fields["kind"].annotation)[0])
