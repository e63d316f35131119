import { useState } from "preact/hooks";
import type { ActivityTable, Headline, LineRow, TaskTable } from "qoldau";
import { usePage } from "../page";
import { FindingNote, FindingsAbout, keyOf } from "../parts/findings";
import { HEADLINES } from "../parts/pictures";
import { HeadlineIcon } from "../parts/icons";
import { LineItem } from "../parts/line";
import { Pairing } from "../parts/pairing";
import { Own } from "../parts/own";
import { Tally } from "../parts/tally";
import { nameActivity } from "../say_lines";
import { subjectsOf } from "../standing";
import { Impact } from "./impact";

/** Every line of the plan, by task, with the findings in place. */
export function PlanView({ place }: { place: string | null }) {
  const { words, standing, index } = usePage();
  const [only, setOnly] = useState<Headline | null>(headlineIn(place));
  const [search, setSearch] = useState("");
  const { report } = standing;
  const wanted = (line: LineRow): boolean =>
    (only === null || line.headline === only) && matches(`${line.line.number} ${line.line.name}`, search);
  const tasks = narrowed(report.tasks, wanted);
  const shown = tasks.flatMap((task) => task.activities).flatMap((activity) => activity.lines).length;
  const inPlace = new Set([
    ...index.lines.keys(),
    ...index.activities.map((one) => one.id),
    ...report.tasks.map((one) => one.id),
  ]);
  const elsewhere = standing.open.filter(({ finding }) => !subjectsOf(finding).some((id) => inPlace.has(id)));
  return (
    <>
      <h1 tabIndex={-1}>{words.tabs.plan}</h1>
      <div class="filter">
        <div class="chips" role="group" aria-label={words.show}>
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {words.all}: {report.counts.lines}
          </button>
          {HEADLINES.filter((headline) => report.counts[headline] > 0).map((headline) => (
            <button
              key={headline}
              type="button"
              aria-pressed={only === headline}
              onClick={() => setOnly(headline)}
            >
              <HeadlineIcon headline={headline} />
              {words.glossary[headline]}: {report.counts[headline]}
            </button>
          ))}
        </div>
        <input
          type="search"
          aria-label={words.searchLines}
          placeholder={words.searchLines}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <p class="silent" role="status">
        {words.linesShown}: {shown}
      </p>
      <BarsKey />
      {only === null &&
        search === "" &&
        elsewhere.map((said) => <FindingNote key={keyOf(said)} said={said} />)}
      {shown === 0 && <p>{words.noLines}</p>}
      {tasks.map((task) => (
        <Task key={task.id} task={task} />
      ))}
      {only === null && search === "" && report.impact.length > 0 && <Impact rows={report.impact} />}
    </>
  );
}

/** What the bars and their fractions mean. */
function BarsKey() {
  const { words } = usePage();
  const signs = [
    ["done", words.barKey.done],
    ["unproven", words.barKey.unproven],
    ["goal", words.barKey.goal],
  ] as const;
  return (
    <p class="key bars-key">
      {signs.map(([sign, meaning]) => (
        <span key={sign}>
          <svg class="bar" aria-hidden="true" focusable="false">
            {sign === "goal" ? <line class="goal" x1="50%" x2="50%" y1="0" y2="100%" /> : <rect class={sign} width="100%" />}
          </svg>
          {meaning}{" "}
        </span>
      ))}
      <span>{words.barKey.fraction}</span>
    </p>
  );
}

const headlineIn = (place: string | null): Headline | null =>
  HEADLINES.find((headline) => place === `only-${headline}`) ?? null;

const matches = (text: string, search: string): boolean =>
  text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

/** The tasks with the wanted lines only. An activity whose lines could not be paired is shown while nothing is sought. */
function narrowed(tasks: TaskTable[], wanted: (line: LineRow) => boolean): TaskTable[] {
  const ofActivity = (activity: ActivityTable) => ({ ...activity, lines: activity.lines.filter(wanted) });
  const kept = (before: ActivityTable, after: ActivityTable) =>
    after.lines.length > 0 || before.lines.length === 0;
  return tasks
    .map((task) => ({
      ...task,
      activities: task.activities
        .map((activity) => [activity, ofActivity(activity)] as const)
        .filter(([before, after]) => kept(before, after))
        .map(([, after]) => after),
    }))
    .filter((task) => task.activities.length > 0);
}

function Task({ task }: { task: TaskTable }) {
  return (
    <section class="task" aria-labelledby={`task-${task.id}`}>
      <h2 id={`task-${task.id}`}>
        {task.label && <span class="label">{task.label}. </span>}
        <Own>{task.title}</Own>
      </h2>
      <Tally counts={task.counts} />
      <FindingsAbout id={task.id} />
      {task.activities.map((activity) => (
        <Activity key={activity.id} activity={activity} />
      ))}
    </section>
  );
}

function Activity({ activity }: { activity: ActivityTable }) {
  const { words, index } = usePage();
  const of = index.activities.find((one) => one.id === activity.id);
  return (
    <section class="activity" aria-labelledby={`activity-${activity.id}`}>
      <h3 id={`activity-${activity.id}`}>
        {activity.number && <span class="label">{nameActivity(activity.number, words)}. </span>}
        <Own>{activity.title}</Own>
      </h3>
      <p class="about">
        {activity.venue && (
          <>
            <Own>{activity.venue}</Own>
            {" · "}
          </>
        )}
        {words.glossary.deadline}: {activity.due ? <Own>{activity.due}</Own> : words.glossary.unknown}
        {activity.due && activity.window && ` (${activity.window})`}
        {[activity.daysLeft, activity.events].map((more) => more && ` · ${more}`)}
      </p>
      <FindingsAbout id={activity.id} />
      {of?.unpaired && <Pairing activity={of} unpaired={of.unpaired} />}
      <ul class="lines">
        {activity.lines.map((line) => (
          <LineItem key={line.line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}
