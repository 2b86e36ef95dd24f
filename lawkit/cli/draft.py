"""`lawkit draft`: a document from one case file or many."""

from datetime import date
from pathlib import Path

import click

from lawkit.checks import CHECKS
from lawkit.cli.jobs import Job, draft_each, tell, told_failures, write_papers
from lawkit.cli.options import as_of_option, case_path, expanded, settings_for, who_acts
from lawkit.cli.settings import compression_of
from lawkit.errors import LawkitError, unknown
from lawkit.law import list_packs, load_jurisdiction
from lawkit.law.model import WordingRule
from lawkit.messages import say


@click.command()
@click.argument("document")
@click.argument("casefiles", metavar="CASE...", nargs=-1, required=True, type=case_path)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="The folder to write to.")
@as_of_option
@click.option("--replace", is_flag=True, help="Replace a different file of the same name.")
@click.option(
    "--preview", is_flag=True, help="Show what it would say, each missing fact highlighted; stops do not stop it."
)
@click.option("--compressor", metavar="0-9|isal", default=None, help="How files are compressed; else lawkit.toml says.")
@click.option(
    "--override",
    "overridden",
    metavar="CHECK",
    multiple=True,
    help="Let a stop of a check or of a wording rule pass; needs --because.",
)
@click.option("--because", default=None, help="The reason for an override; it goes into the record.")
@click.option("--by", default=None, help="Who overrides.")
def draft(
    document: str,
    casefiles: tuple[Path, ...],
    output: Path | None,
    as_of: date,
    replace: bool,
    preview: bool,
    compressor: str | None,
    overridden: tuple[str, ...],
    because: str | None,
    by: str | None,
) -> None:
    """Draft a document from one case file or several.

    CASE is a file, or a folder of case files. Several are drafted on all cores; a bad file does not stop the others,
    a manifest names every file written, and a batch that was broken off goes on where it stopped.

    \b
    Example:
        lawkit draft final-notice casefiles/shakti-goods.yaml --as-of 2026-11-24 -o drafts
    """
    if overridden:
        if not (because and because.strip()):
            raise click.UsageError(say("an override needs its reason: --because “…”"))
        settings = settings_for(casefiles[0])
        _prove_overrides(overridden, settings.folder)
        by = who_acts(by, settings)
    if compressor is not None:
        try:
            compression_of(compressor)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    cases = expanded(casefiles)
    batch = len(cases) > 1 or any(path.is_dir() for path in casefiles)
    job = Job(document, output, as_of, replace, overridden, because or "", by, batch, compressor, preview)
    if batch and not preview:
        from lawkit.cli.batch import draft_many

        draft_many(job, cases)
        return
    failed = []
    written: dict[Path, str] = {}
    for outcome in draft_each(job, cases):
        write_papers(job, outcome, written)
        if outcome.failure and not batch:
            raise LawkitError(outcome.failure)
        tell(outcome, batch=batch)
        failed += [outcome] if outcome.failure else []
    told_failures(failed, len(cases))


def _prove_overrides(names: tuple[str, ...], firm: Path | None) -> None:
    """Refuse a name that is neither a check nor a wording rule of a pack; packs are read only for what is no check."""
    others = [name for name in names if name not in CHECKS]
    if not others:
        return
    rules = {rule for code in list_packs(firm) for rule in load_jurisdiction(code, firm).of_kind(WordingRule)}
    for name in others:
        if name not in rules:
            raise click.UsageError(unknown(say("check or wording rule"), name, (*CHECKS, *sorted(rules))))
