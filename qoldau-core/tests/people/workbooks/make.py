#!/usr/bin/env python3
"""Writes the workbooks of the tests, as schools and branches keep their lists: `pip install openpyxl; ./make.py`.

Nobody on them exists; telephones and numbers are of the synthetic ranges.
"""

import datetime as dt
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = Path(__file__).parent
MADE = dt.datetime(2024, 6, 14)


def save(book, name):
    book.properties.created = book.properties.modified = MADE
    book.save(HERE / name)


def school():
    """A form of a school: title, headings over two rows, merged cells, a filter left on, a second and a hidden sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Форум 14.06"
    sheet["A1"] = "«Жас еріктілер форумы» іс-шарасына қатысушылардың тізімі"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:I1")
    sheet["A2"] = "Ақтау қ., 14 маусым 2024 ж."
    for column, heading in zip("ABCDGHI", ["№", "Аты-жөні", "Жынысы", "Туған күні", "ЖСН", "Мектебі", "Санаты"]):
        sheet[f"{column}4"] = heading
        sheet.merge_cells(f"{column}4:{column}5")
    sheet["E4"] = "Байланыс"
    sheet["E4"].alignment = Alignment(horizontal="center")
    sheet.merge_cells("E4:F4")
    sheet["E5"], sheet["F5"] = "Телефоны", "Эл. поштасы"
    rows = [
        # A day as a day, a telephone that became a number, an IIN that lost its zeros.
        ("Ахметова Айгерім Маратқызы", "қ", dt.date(2008, 6, 14), 87000000001, None, 101300009, "№ 9 мектеп", "оқушы"),
        ("Оспанов Серік Болатұлы", "ж", "05.11.2005", "8 700 000 00 02", "serik@example.org", "000101301805", None, "оқушы"),
        # A day whose format was lost, and an IIN that no zeros make plausible.
        ("Синтетова Дана", "қ", 39613, "+7 700 000 00 03", None, 101300008, None, "оқушы"),
        # One person over two rows, with a telephone in each.
        ("Тілеубергенов Ерлан", "ж", "~01.01.2007", 87000000004, None, None, "№ 2 мектеп", "ерікті"),
        (None, None, None, "8 700 000 00 05", None, None, None, None),
        # Hidden by a filter; a telephone with a digit missing.
        ("Әбдіқадырова Мөлдір", "қыз", dt.date(2009, 1, 2), "8 700 000 00", None, None, "№ 2 мектеп", None),
        # A lookup that found nothing, and a formula without a value.
        ("Ким Дина", "қ", 2008, None, None, None, "#N/A", "=B6"),
    ]
    for place, row in enumerate(rows):
        number = place + 1 - (place > 4)
        sheet.append([number if row[0] else None, *row])
    sheet.merge_cells("H6:H8")
    sheet.merge_cells("B9:B10")
    sheet.merge_cells("A9:A10")
    sheet["H12"].data_type = "e"
    sheet.row_dimensions[11].hidden = True
    # Numbers that were printed in advance, and the headings of the next page.
    for number in (7, 8):
        sheet.append([number])
    sheet.append(["№", "Аты-жөні", "Жынысы", "Туған күні", "Телефоны", "Эл. поштасы", "ЖСН", "Мектебі", "Санаты"])

    seminar = book.create_sheet("Семинар")
    seminar.append(["ФИО", "Пол", "Год рождения", "Контактный телефон", "Населённый пункт"])
    seminar.append(["Ахметова Айгерим", "ж", 2008, "+7 (700) 000-00-01", "Актау"])
    seminar.append(["Иванов Пётр Сергеевич", "м", dt.date(2006, 7, 23), 7000000006, "Жанаозен"])
    seminar.sheet_state = "hidden"
    seminar.column_dimensions["D"].hidden = True

    programme = book.create_sheet("Бағдарлама")
    programme.append(["Уақыты", "Не болады"])
    programme.append([dt.time(10, 0), "Ашылуы"])
    save(book, "school.xlsx")


def bare():
    """A list without headings, which began on a Mac long ago: its days are counted from 1904."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Лист1"
    sheet.append(["Оспанова Әлия", "8 700 000 00 11", dt.date(2007, 3, 12)])
    sheet.append(["Жұмабек Нұрлан", "8 700 000 00 12", dt.date(2006, 12, 31)])
    sheet.append(["Иванова Мария", "8 700 000 00 13", dt.date(2008, 2, 29)])
    save(book, "bare.xlsx")


def new_year():
    """A list that was filled in with 1 January where only the year was known."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Name", "Date of birth", "Sex", "Category"])
    for place, year in enumerate((2006, 2007, 2008, 2009)):
        sheet.append([f"Person Number{chr(97 + place)}", dt.date(year, 1, 1), "FM"[place % 2], "pupil"])
    sheet.append(["Person Last", dt.date(2008, 6, 14), "other", None])
    save(book, "new-year.xlsx")


def unknown_words():
    """Headings that nobody knows, and a list named in a column as a tab is named."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Тренинг"
    sheet.append(["Кто у нас был", "Куда звонить", "Когда появился на свет"])
    sheet.append(["Оспанова Әлия", "8 700 000 00 11", dt.date(2007, 3, 12)])
    sheet.append(["Жұмабек Нұрлан", "8 700 000 00 12", dt.date(2006, 12, 31)])
    sheet.append(["Иванова Мария", "8 700 000 00 13", dt.date(2008, 2, 29)])
    other = book.create_sheet("Бәрі")
    other.append(["ФИО", "Мероприятие"])
    other.append(["Оспанова Әлия", "Тренинг"])
    other.append(["Ким Дана", "Форум"])
    save(book, "unknown-words.xlsx")


def one_person():
    """One row below headings that say nothing: nobody can tell which column holds the name."""
    book = Workbook()
    sheet = book.active
    sheet.append(["A", "B"])
    sheet.append(["Оспанова Әлия", "1"])
    save(book, "one-person.xlsx")


if __name__ == "__main__":
    school()
    bare()
    new_year()
    unknown_words()
    one_person()
