"""Reads an annex, holds a season of facts against it, says where the lines stand, and writes the report.

python main.py ANNEX JOURNAL DATE REPORT.html
"""

import sys
from datetime import date
from pathlib import Path

import qoldau


def report(annex: bytes, journal: bytes, as_of: date, page: Path) -> None:
    # What is not understood in the annex stays in the plan word for word, with a finding.
    read = qoldau.read_annex(annex)
    # What reading the annex told is handed on, so that one cause is told once.
    options = qoldau.HoldOptions(read_findings=read.findings)

    # The journal goes in as bytes; the answer comes back as records.
    held = qoldau.assess(read.plan, journal, as_of, options)
    counts = held.assessment.counts
    print(f"{counts.lines} lines on {as_of}")
    print(f"{counts.proven} proven, {counts.needs_action} need action, {counts.overdue} overdue")
    print(f"{len(held.findings)} findings, {len(held.folded)} settled")

    html = qoldau.render_report(
        read.plan, journal, as_of, qoldau.Language.KAZAKH, qoldau.ReportForm.HTML, options
    )
    page.write_text(html, encoding="utf-8")
    print(f"the report is in {page}")


def main() -> int:
    annex, journal, day, page = sys.argv[1:]
    try:
        report(Path(annex).read_bytes(), Path(journal).read_bytes(), date.fromisoformat(day), Path(page))
    except qoldau.QoldauError as error:
        # A code to choose the user's words by, and English for the developer; never personal data.
        print(f"{error.code}: {error.detail}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
