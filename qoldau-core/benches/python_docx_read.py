"""The same extraction from the annex with python-docx: every paragraph, and every cell of every table by its grid.

    python3 qoldau-core/benches/python_docx_read.py [FILE]

Prints the least time of several runs in nanoseconds. It does less than the library does: it stops at the words of the
cells and neither pairs indicators with planned values nor reads numbers and deadlines.
"""

import io
import pathlib
import sys
import time

import docx

RUNS = 15
ANNEX = pathlib.Path(__file__).parents[2] / "examples/data/qoldau-2024.kk.docx"


def extract(data):
    """Words of the document: paragraphs outside tables, then rows of cells, a merged cell once."""
    document = docx.Document(io.BytesIO(data))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    tables = []
    for table in document.tables:
        rows = []
        for row in table.rows:
            cells, seen = [], None
            for cell in row.cells:
                if cell._tc is not seen:
                    cells.append([paragraph.text for paragraph in cell.paragraphs])
                seen = cell._tc
            rows.append(cells)
        tables.append(rows)
    return paragraphs, tables


def main():
    data = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ANNEX).read_bytes()
    least = None
    for _ in range(RUNS):
        start = time.perf_counter_ns()
        paragraphs, tables = extract(data)
        taken = time.perf_counter_ns() - start
        least = taken if least is None else min(least, taken)
    assert len(tables) > 0 and len(paragraphs) > 0
    print(least)


if __name__ == "__main__":
    main()
