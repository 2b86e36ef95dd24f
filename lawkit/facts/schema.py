"""The JSON Schema of the case file, for editors: `python -m lawkit.facts.schema` writes it."""

import json
from pathlib import Path

from lawkit.facts.model import CaseFile


def case_file_schema() -> str:
    """Return the schema as text; scalars are texts, as the reader takes them."""
    schema = CaseFile.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    Path("casefiles/case-file.schema.json").write_text(case_file_schema(), encoding="utf-8")
