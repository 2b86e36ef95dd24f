"""`lawkit draft`: a document from one case file or several."""

from datetime import date
from pathlib import Path

import click

from lawkit.checks import Override
from lawkit.cli.options import as_of_option, note, read_matter, who_acts
from lawkit.drafting.draft import Order
from lawkit.drafting.draft import draft as draft_document
from lawkit.drafting.files import write_file
from lawkit.errors import LawkitError
from lawkit.messages import say
from lawkit.money import money
from lawkit.resources import shown


@click.command()
@click.argument("document")
@click.argument("casefiles", metavar="CASE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="The folder to write to.")
@as_of_option
@click.option("--replace", is_flag=True, help="Replace a different file of the same name.")
@click.option("--override", "overridden", metavar="CHECK", multiple=True, help="Let a stop pass; needs --because.")
@click.option("--because", default=None, help="The reason for an override; it goes into the record.")
@click.option("--by", default=None, help="Who overrides.")
def draft(
    document: str, casefiles: tuple[Path, ...], output: Path | None, as_of: date, replace: bool,
    overridden: tuple[str, ...], because: str | None, by: str | None,
) -> None:  # fmt: skip
    """Draft a document from one case file or several.

    \b
    Example:
        lawkit draft final-notice casefiles/shakti-goods.yaml --as-of 2026-11-24 -o drafts
    """
    if overridden and not (because and because.strip()):
        raise click.UsageError(say("an override needs its reason: --because “…”"))
    failed: list[tuple[Path, str]] = []
    for path in casefiles:
        try:
            _draft_one(document, path, output, as_of, replace, overridden, because or "", by)
        except LawkitError as error:
            if len(casefiles) == 1:
                raise
            note(f"{path}:\n{error}")
            failed.append((path, str(error).splitlines()[0]))
    if failed:
        note(say("{count} of {total} failed:", count=len(failed), total=len(casefiles)))
        for path, reason in failed:
            note(f"  {path}: {reason}")
        raise click.exceptions.Exit(1)


def _draft_one(
    document: str, path: Path, output: Path | None, as_of: date, replace: bool, overridden: tuple[str, ...],
    because: str, by: str | None,
) -> None:  # fmt: skip
    case, law, settings = read_matter(path)
    overrides = tuple(Override(check, because, who_acts(by, settings)) for check in overridden)
    order = Order(document, as_of, overrides, settings.compression, settings.folder, settings.language)
    drafted = draft_document(order, case, law)
    folder = output or (settings.folder / (settings.output or "drafts") if settings.folder else Path())
    for each in drafted:
        target = folder / each.file
        record = target.with_suffix(".record.json")
        written = write_file(target, each.content, replace=replace)
        write_file(record, each.record, replace=True)
        owed = money(each.claim.total, each.claim.currency)
        click.echo(say("{outcome}: {path}", outcome=say(written.value), path=shown(target)))
        click.echo(say("  to {addressee}; owed on {day}: {owed}", addressee=each.addressee, day=as_of, owed=owed))
        for finding in each.findings:
            note(f"{finding.level}: {finding.check}: {finding.text}")
