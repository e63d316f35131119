import { useMemo, useState } from "preact/hooks";
import { journalHeader, type Id, type IsoDate, type Language, type Role } from "qoldau";
import { dayOf, today } from "../day";
import { save } from "../files";
import { WhoIsWho } from "../review/who_is_who";
import { fileOf } from "../store/lines";
import type { Saying, Snapshot } from "../store/store";
import type { Words } from "../words";
import { checked, differences, exceptionsOf, keyOf, remarksOf, type Checked, type Submitted } from "./checked";
import { Decision } from "./decision";
import { DeskContext, useDesk, type AtDesk } from "./context";
import { Differences } from "./differences";
import { Lines } from "./lines";
import { Remarks } from "./remarks";
import { About, Chooser, Numbers, Verified } from "./verified";

interface DeskViewProps {
  words: Words;
  language: Language;
  kept: Snapshot;
  onRecord: (sayings: Saying[]) => Promise<void>;
  onRole: (author: string, role: Role) => void;
  onErase: () => void;
}

/** A submission to be checked: whether it is what was handed in, where it stands, line by line, and what is said of it. */
export function DeskView({ words, language, kept, onRecord, onRole, onErase }: DeskViewProps) {
  const [day, setDay] = useState<IsoDate>(today());
  const [chosen, setChosen] = useState<string | null>(null);
  const all = useMemo(() => checked(kept, day), [kept, day]);
  const at = all.submissions.findIndex(({ opened }) => keyOf(opened) === chosen);
  const place = at < 0 ? all.submissions.length - 1 : at;
  const now = all.submissions[place];
  if (!now) return null;
  const before = all.submissions[place - 1];
  return (
    <Shown
      key={keyOf(now.opened)}
      {...{ words, language, kept, all, now, before, day, onRecord, onRole, onErase }}
      onDay={(text) => setDay(dayOf(text) ?? day)}
      onChoose={setChosen}
    />
  );
}

interface ShownProps extends DeskViewProps {
  all: Checked;
  now: Submitted;
  before: Submitted | undefined;
  day: IsoDate;
  onDay: (text: string) => void;
  onChoose: (key: string) => void;
}

function Shown({ words, language, kept, all, now, before, day, onRecord, onRole, onErase, onDay, onChoose }: ShownProps) {
  const remarks = useMemo(() => remarksOf(all), [all]);
  const diff = useMemo(() => differences(before, now), [before, now]);
  const remarked = useMemo(
    () => new Set(remarks.flatMap(({ remark }): Id[] => (remark.line && remark.state !== "resolved" ? [remark.line] : []))),
    [remarks],
  );
  const exceptions = useMemo(() => exceptionsOf(now, before, diff, remarked), [now, before, diff, remarked]);
  const desk: AtDesk = {
    words,
    language,
    device: kept.device,
    now,
    all,
    remarks,
    diff,
    exceptions,
    // What is said of a submission is said after it.
    say: (sayings) => onRecord(sayings.map((saying) => ({ ...saying, on: laterOf(day, now.opened.handedIn?.on ?? day) }))),
  };
  const eraseAll = () => {
    if (confirm(words.review.eraseDeskSure)) onErase();
  };
  return (
    <DeskContext.Provider value={desk}>
      <About />
      <Chooser onChoose={onChoose} />
      <div class="day-choice">
        <label for="desk-day">{words.review.day}</label>
        <input id="desk-day" type="date" value={day} onChange={(event) => onDay(event.currentTarget.value)} />
      </div>
      <Verified />
      <WhoIsWho words={words} entries={all.entries} roles={kept.roles} onRole={onRole} />
      <NoEffect />
      <Numbers />
      <Remarks />
      <Differences />
      <Lines />
      <Decision />
      <SaveRemarks kept={kept} day={day} />
      <p class="erase">
        <button type="button" class="quiet danger" onClick={eraseAll}>
          {words.review.eraseDesk}
        </button>
      </p>
    </DeskContext.Provider>
  );
}

/** What could not be read, and steps that the rules do not allow: these told by their codes, each with how many. */
function NoEffect() {
  const { words, all } = useDesk();
  const codes = new Map<string, number>();
  for (const { code } of all.noEffect) codes.set(code, (codes.get(code) ?? 0) + 1);
  return (
    <>
      {all.unread.length > 0 && (
        <p class="note unread">
          {words.review.unread}: {all.unread.length}
        </p>
      )}
      {codes.size > 0 && (
        <p class="note no-effect">
          {words.review.noEffect}: {[...codes].map(([code, times]) => `${code} × ${times}`).join(", ")}
        </p>
      )}
    </>
  );
}

const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** The steps that were taken here, as the file that goes to the NGO. */
function SaveRemarks({ kept, day }: { kept: Snapshot; day: IsoDate }) {
  const { words } = useDesk();
  const { device, lines, read } = kept;
  const own = lines.filter((line) => device !== null && (JSON.parse(line) as { device?: string | null }).device === device);
  const hand = () =>
    save(`qoldau-remarks-${read.plan}-${day}.jsonl`, "application/jsonl", fileOf([journalHeader(read.plan), ...own], "lines"));
  return (
    <section aria-labelledby="save-remarks">
      <h2 id="save-remarks">{words.review.saveRemarks}</h2>
      <p class="hint">{own.length === 0 ? words.review.nothingToSave : words.review.saveRemarksHint}</p>
      <p class="actions">
        <button type="button" disabled={own.length === 0} onClick={hand}>
          {words.review.saveRemarks}
        </button>
      </p>
    </section>
  );
}
