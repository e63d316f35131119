import type { PeopleTable } from "qoldau/people";
import type { SheetColumns, SheetGuess } from "qoldau/registry";
import type { List } from "./store";

type Module = typeof import("qoldau/registry");

let module: Module | null = null;

/** Loads what reads workbooks, which a page without one does without. */
export async function loadWorkbooks(): Promise<void> {
  if (module) return;
  const loaded = await import("qoldau/registry");
  await loaded.init();
  module = loaded;
}

/** What is loaded already: lists of workbooks are shown only then. */
function loaded(): Module {
  if (!module) throw new Error("lists of a workbook are read before what reads them is loaded");
  return module;
}

/** Whether a file is a workbook, whatever it is called. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The sheets of a workbook. */
export const sheetsOf = (bytes: Uint8Array): SheetGuess[] => loaded().guessWorkbook(bytes);

/** The sheets that hold names: the others are no lists of people. Where none seems to, all of them: whoever opened them knows which columns do. */
export const peopleSheetsOf = (bytes: Uint8Array): SheetGuess[] => {
  const names = ["name", "surname", "givenName"];
  const sheets = sheetsOf(bytes);
  const people = sheets.filter(({ columns }) => columns.some(({ holds }) => names.includes(holds)));
  return people.length > 0 ? people : sheets;
};

/** Reads the sheet of a list, and no other one. */
export function readSheet(list: List, sheet: NonNullable<List["sheet"]>): PeopleTable {
  const chosen = sheetsOf(list.bytes).map((guess): SheetColumns =>
    guess.sheet === sheet.number
      ? { sheet: guess.sheet, headingRow: sheet.headingRow, columns: list.columns }
      : { sheet: guess.sheet, columns: [] },
  );
  const { people, facts, days, findings } = loaded().importWorkbook(list.bytes, chosen);
  const own = findings.filter(({ place }) => place.kind === "sheet" && place.sheet === sheet.number);
  return { people, facts, days, columns: list.columns, findings: own };
}
