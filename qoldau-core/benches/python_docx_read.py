"""The same extraction from the annex with python-docx, as one would write it by hand.

    python3 qoldau-core/benches/python_docx_read.py [FILE]

Opens the document and brings out its tasks, activities, deadlines and the 73 pairs of indicator and planned value, the
lines of the impact block and the people of the project, by the rule that holds the two lists together (lines in which
something stands; a line that begins with a bracket goes on in the one before it). Prints the least time of several
runs (RUNS of the environment, else 15) in nanoseconds.

It does less than the library does: numbers, deadlines and kinds of indicators stay words, headings are looked for
without typos, and no place of anything is kept.
"""

import io
import os
import pathlib
import re
import sys
import time

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

RUNS = int(os.environ.get("RUNS", "15"))
ANNEX = pathlib.Path(__file__).parents[2] / "examples/data/qoldau-2024.kk.docx"

# Lines of the seven tasks, the presentation and the information work, then of the impact block, then people.
WANTED = ([10, 11, 8, 13, 5, 6, 10, 4, 6], 6, 3)


def letters(text):
    return re.sub(r"[^\w]", "", text.lower())


def column(heading):
    """What a column holds, by its heading."""
    folded = letters(heading)
    if "мерзімі" in folded or "мерзимі" in folded:
        return "due"
    if "тағайындалған" in folded or "лауазым" in folded:
        return "role"
    if "таә" in folded or "атыжөні" in folded:
        return "person"
    if "өлшембірлі" in folded:
        return "unit"
    if "жоспарл" in folded or "жоспаран" in folded:
        return "values"
    if "индикатор" in folded or "көрсеткіш" in folded:
        return "names"
    if "ісшара" in folded:
        return "activity"
    return None


def items(cells):
    """The items of a cell: lines in which something stands, brackets joined to the line before."""
    found = []
    for line in (line.strip() for cell in cells for line in cell.split("\n")):
        if line.startswith("(") and found:
            found[-1] += " " + line
        elif line:
            found.append(line)
    return found


def rows_of(table):
    """Rows of words by the grid; a cell that spans several columns stands once a row."""
    for row in table.rows:
        cells, seen = [], None
        for at, cell in enumerate(row.cells):
            if cell._tc is not seen:
                cells.append((at, cell.text))
            seen = cell._tc
        yield cells


def extract(data):
    document = docx.Document(io.BytesIO(data))
    tasks, impact, team = [], [], []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            if re.match(r"\s*\d+\s*-?\s*міндет|.*талаптарына сәйкес", block.text):
                tasks.append({"title": block.text.strip(), "activities": []})
        elif isinstance(block, Table):
            read_table(block, tasks, impact, team)
    return [task for task in tasks if task["activities"]], impact, team


def read_table(table, tasks, impact, team):
    columns = {}
    for cells in rows_of(table):
        heads = {at: column(cell) for at, cell in cells if len(cell) < 200}
        known = [what for what in heads.values() if what]
        if len(set(known)) >= 2:
            columns = heads
            continue
        texts = [cell.strip() for _, cell in cells]
        if len(cells) == 1 or len(set(texts)) == 1:
            if re.match(r"\s*\d+\s*-?\s*міндет|.*талаптарына сәйкес", texts[0]):
                tasks.append({"title": texts[0], "activities": []})
            continue
        by_column = {}
        for at, cell in cells:
            what = columns.get(at)
            if what:
                by_column.setdefault(what, []).append(cell)
        names, values = items(by_column.get("names", [])), items(by_column.get("values", []))
        if "person" in by_column or "role" in by_column:
            team.append(texts)
        elif "unit" in by_column:
            impact.append((names, values))
        elif tasks and names:
            pairs = list(zip(names, values))
            due = " ".join(items(by_column.get("due", [])))
            title = " ".join(items(by_column.get("activity", [])))
            tasks[-1]["activities"].append({"title": title, "due": due, "lines": pairs})


def main():
    data = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ANNEX).read_bytes()
    least = None
    for _ in range(RUNS):
        start = time.perf_counter_ns()
        tasks, impact, team = extract(data)
        taken = time.perf_counter_ns() - start
        least = taken if least is None else min(least, taken)
    lines = [sum(len(activity["lines"]) for activity in task["activities"]) for task in tasks]
    if (lines, len(impact), len(team)) != WANTED:
        sys.exit(f"not the same extraction: {lines}, {len(impact)}, {len(team)}")
    print(least)


if __name__ == "__main__":
    main()
