"""Where a party lives, as the distance of a court and the way a paper is sent ask it: by the first of its addresses."""

from lawkit.facts.people import Address, Party
from lawkit.facts.subject import Subject
from lawkit.law.pack import Pack


def lives_abroad(party: Party, pack: Pack) -> bool:
    """Whether a party lives in another country than that of the pack."""
    return is_abroad(party.addresses[0], pack)


def is_abroad(address: Address, pack: Pack) -> bool:
    """Whether an address names another country than that of the pack."""
    home = {pack.code.casefold(), *(title.casefold() for title in pack.title.values())}
    return address.country is not None and address.country.casefold() not in home


def lives_overseas(party: Party, subject: Subject) -> bool:
    """Whether a party lives in an overseas territory of the country, and not in the one the court sits in."""
    pack, code = subject.law.pack, party.addresses[0].postcode or ""
    if lives_abroad(party, pack) or not code.startswith(pack.overseas_postcodes):
        return False
    return not code.startswith(territory_of_court(subject) or ())


def territory_of_court(subject: Subject) -> tuple[str, ...] | None:
    """Return the postcodes of the overseas territory the court named sits in, none for the mainland; None where none is named."""
    forum = subject.timeline.case.forum
    if forum is None:
        return None
    calendar = subject.law.calendars.get(forum.calendar or "")
    return calendar.postcodes if calendar is not None else ()
