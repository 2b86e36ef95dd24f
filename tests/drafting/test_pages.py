"""The papers as pages: real LibreOffice turns each into a PDF, and what stands on the pages is looked at."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from lawkit.cli import main
from lawkit.resources import shipped

PAPERS = [
    ("final-notice", "shakti-goods", "Page {n} of {of}"),
    ("final-notice", "nirmal-msme", "Page {n} of {of}"),
    ("mise-en-demeure", "atelier-semestres", "page {n} sur {of}"),
    ("mise-en-demeure", "moulin-plancher", "page {n} sur {of}"),
    ("relance-2", "reunion-outre-mer", "page {n} sur {of}"),
]


@pytest.mark.parametrize(("document", "case", "numbering"), PAPERS)
def test_every_page_is_numbered_and_the_signature_stands_with_its_text(
    tmp_path: Path, document: str, case: str, numbering: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(
            [
                "draft",
                document,
                str(shipped("casefiles") / f"{case}.yaml"),
                "--as-of",
                "2026-11-24",
                "-o",
                str(tmp_path),
            ]
        )
    assert ended.value.code == 0
    (paper,) = tmp_path.glob("*.docx")
    office = shutil.which("soffice")
    assert office, "LibreOffice is installed by make test"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = PdfReader(paper.with_suffix(".pdf")).pages
    texts = [page.extract_text().replace("\u00a0", " ").replace("\u202f", " ") for page in pages]
    for number, text in enumerate(texts, 1):
        assert numbering.format(n=number, of=len(pages)) in " ".join(text.split())
    landscape = [float(page.mediabox.width) > float(page.mediabox.height) for page in pages]
    assert landscape == sorted(landscape) and any(landscape) and not landscape[0]
    closing = "Yours faithfully" if numbering.startswith("Page") else "salutations distinguées"
    signed = next(text for text in texts if closing in text)
    before = signed[: signed.index(closing)].strip()
    assert len(before.split()) > 8, "the signature block does not stand alone on its page"
    if document == "relance-2":
        assert len(pages) == 2, "the letter and its annexure"
    for text in texts:
        assert "Total couru" not in text or "Taux BCE" in text or "Taux convenu" in text, (
            "no total stands alone on its page"
        )
