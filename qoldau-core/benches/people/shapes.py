#!/usr/bin/env python3
"""Lists of other shapes than the benchmark's: the same people with other headings, separators and cells, as spreadsheets and other programs
write them, and what `qoldau people duplicates` finds in each beside the original.

    shapes.py KIT DATA --qoldau target/release/qoldau [--work FOLDER]

DATA is a folder that KIT's gen.py wrote (rows.csv, truth.csv). A shape that only writes the same things otherwise has to come to the same
figure; one that leaves something out (no telephone, no date) says what can be had without."""
import argparse, csv, datetime, json, os, re, subprocess, sys

HEADINGS = {
    "ru": ["№", "Мероприятие", "Ф.И.О. участника", "Контактный телефон", "Дата рождения", "ИИН", "Населённый пункт", "Организация (школа)"],
    "kk": ["Р/с", "Іс-шара", "Қатысушының аты-жөні", "Байланыс телефоны", "Туған күні", "ЖСН", "Елді мекені", "Мектебі"],
    "en": ["ID", "Event", "Full name", "Phone number", "Date of birth", "IIN", "Settlement", "School / organisation"],
    "none": ["", "", "", "", "", "", "", ""],
}
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya a g q n o u u h i".replace("_", "").split(" ")))


def latin(name):
    out = "".join(LATIN.get(c.lower(), c.lower()) for c in name)
    return " ".join(word.capitalize() for word in out.split())


def iso(cell):
    """A date as spreadsheets hand it on."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", cell)
    return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None


def time(cell):
    try:
        return f"{iso(cell)} 00:00:00" if iso(cell) else cell
    except ValueError:
        return cell


def serial(cell):
    try:
        return str((iso(cell) - datetime.date(1899, 12, 30)).days) if iso(cell) else cell
    except ValueError:
        return cell


def number(cell):
    """A telephone as a spreadsheet's number."""
    digits = re.sub(r"\D", "", cell)
    return f"{digits}.0" if len(digits) == 11 and re.fullmatch(r"[\d +()-]*", cell) else cell


def three(name):
    return (name.split() + ["", "", ""])[:3]


def shapes():
    """Name, headings, delimiter, how the file begins, line end, what becomes of a row."""
    same = lambda row: row
    change = lambda place, how: (lambda row: row[:place] + [how(row[place])] + row[place + 1:])
    without = lambda *places: (lambda row: ["" if at in places else cell for at, cell in enumerate(row)])
    cut = lambda *places: (lambda row: [cell for at, cell in enumerate(row) if at not in places])
    yield "original", None, ",", "", "\n", same
    yield "russian headings, semicolon, BOM, CRLF", HEADINGS["ru"], ";", "\ufeff", "\r\n", same
    yield "kazakh headings, tab", HEADINGS["kk"], "\t", "\ufeff", "\n", same
    yield "english headings", HEADINGS["en"], ",", "", "\r\n", same
    yield "no headings", HEADINGS["none"], ",", "", "\n", same
    yield "dates with a time", HEADINGS["ru"], ",", "", "\n", change(4, time)
    yield "dates as numbers of days", HEADINGS["ru"], ";", "\ufeff", "\n", change(4, serial)
    yield "telephones as numbers", HEADINGS["ru"], ",", "", "\n", change(3, number)
    yield "capitals", None, ",", "", "\n", change(2, str.upper)
    yield "names in Latin", HEADINGS["en"], ",", "", "\n", change(2, latin)
    yield "name in three columns", ["id", "list", "Фамилия", "Имя", "Отчество", "Телефон", "Дата рождения", "ИИН", "Город", "Школа"], ";", "\ufeff", "\r\n", lambda row: row[:2] + three(row[2]) + row[3:]
    yield "columns the other way round", None, ",", "", "\n", lambda row: row[:1] + row[:0:-1]
    yield "telephones left out", None, ",", "", "\n", without(3)
    yield "no column of telephones", None, ",", "", "\n", cut(3)
    yield "no dates", None, ",", "", "\n", cut(4)
    yield "no telephones, no dates", None, ",", "", "\n", cut(3, 4)
    yield "names and telephones alone", ["id", "ФИО", "Телефон"], ";", "\ufeff", "\r\n", lambda row: [row[0], row[2], row[3]]
    yield "names and dates alone", ["id", "ФИО", "Дата рождения"], ";", "\ufeff", "\r\n", lambda row: [row[0], row[2], row[4]]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("kit"), a.add_argument("data"), a.add_argument("--qoldau", required=True), a.add_argument("--work", default="target/people")
    o = a.parse_args()
    head, *rows = list(csv.reader(open(os.path.join(o.data, "rows.csv"), encoding="utf-8")))
    print("| shape | precision | recall | F1 |\n|---|---|---|---|")
    for name, headings, delimiter, begin, end, change in shapes():
        file, pairs = os.path.join(o.work, "shape.csv"), os.path.join(o.work, "shape-pairs.csv")
        with open(file, "w", encoding="utf-8", newline="") as out:
            out.write(begin)
            writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
            writer.writerow(headings or change(head[:2] + ["full_name"] + head[3:]))
            writer.writerows(map(change, rows))
        if headings is None:  # the heading of the names is no name to be changed
            text = open(file, encoding="utf-8").read()
            open(file, "w", encoding="utf-8", newline="").write(text.replace("FULL_NAME", "full_name", 1))
        done = subprocess.run([o.qoldau, "people", "duplicates", file, "-o", pairs], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            print(f"| {name} | failed: {done.stderr.strip().splitlines()[-1:]} | | |")
            continue
        said = subprocess.run([sys.executable, os.path.join(o.kit, "eval.py"), os.path.join(o.data, "truth.csv"), pairs, "--json"], capture_output=True, text=True)
        f = json.loads(said.stdout)["pairwise"] if said.returncode == 0 else None
        print(f"| {name} | {f['precision']:.4f} | {f['recall']:.4f} | {f['f1']:.4f} |" if f else f"| {name} | not evaluated: {said.stderr[-200:]} | | |", flush=True)


if __name__ == "__main__":
    main()
