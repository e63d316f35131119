import type { ComponentChildren } from "preact";
import { formatDate, type Headline } from "qoldau";
import { HeadlineIcon, Icon } from "../parts/icons";
import { HEADLINES } from "../parts/pictures";
import { shortly } from "../review/hand_in";
import { keyOf } from "./checked";
import { sayTitle, useDesk } from "./context";

/** Whose project it is, in the contract's words. */
export function About() {
  const desk = useDesk();
  const { package: shown } = desk.now.opened;
  const { about } = shown;
  const { contract = null, grantee = null, title = null } = about ?? {};
  const facts = [
    contract && [contract.number && `№ ${contract.number}`, contract.date && formatDate(contract.date, desk.language)],
  ];
  return (
    <div class="head">
      {grantee && (
        <p class="grantee">
          <Theirs>{grantee}</Theirs>
        </p>
      )}
      <h1 tabIndex={-1}>{title ? <Theirs>{title}</Theirs> : shown.plan}</h1>
      <ul class="facts">
        {facts.map((fact) => fact && <li key="contract">{fact.filter((part) => part).join(", ")}</li>)}
        {shown.edition > 0 && (
          <li>
            {desk.words.glossary.planEdition}: {shown.edition}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Words of the contract, in their own language and direction. */
export function Theirs({ children }: { children: ComponentChildren }) {
  const { now } = useDesk();
  const language = now.opened.package.about?.language;
  return (
    <span dir="auto" {...(language ? { lang: language } : {})}>
      {children}
    </span>
  );
}

/** Which of several submissions is looked at. */
export function Chooser({ onChoose }: { onChoose: (key: string) => void }) {
  const desk = useDesk();
  const { all, now, words } = desk;
  if (all.submissions.length < 2) return null;
  return (
    <div class="chips submissions-chosen" role="group" aria-label={words.review.onSubmission}>
      {all.submissions.map((of) => (
        <button
          key={keyOf(of.opened)}
          type="button"
          aria-pressed={of === now}
          onClick={() => onChoose(keyOf(of.opened))}
        >
          {sayTitle(of, desk)}
        </button>
      ))}
    </div>
  );
}

/** Whether it is what was handed in, and by what that is known. */
export function Verified() {
  const desk = useDesk();
  const { words, language, now } = desk;
  const { handedIn, digest, sealed, unsealed, missing, package: shown } = now.opened;
  const fits = handedIn !== null;
  return (
    <section class={`verified ${fits ? "fits" : "doubtful"}`} aria-labelledby="verified">
      <h2 id="verified">
        <Icon name={fits ? "proven" : "question"} />
        {fits ? words.review.verified : words.review.notHandedIn}
      </h2>
      <dl>
        {handedIn && <Row name={words.review.onSubmission}>{sayTitle(now, desk)}</Row>}
        <Row name={words.review.stateOf}>{formatDate(shown.asOf, language)}</Row>
        <Row name={words.review.fingerprint}>
          <code>{shortly(digest)}</code>
        </Row>
        {fits && <Row name={words.review.sealsFit}>{sealed}</Row>}
        {unsealed > 0 && <Row name={words.review.unsealed}>{unsealed}</Row>}
        {missing > 0 && <Row name={words.review.missingSteps}>{missing}</Row>}
        <Row name={words.review.behindIt}>{shown.entries.length}</Row>
      </dl>
      <p class="hint">{fits ? words.review.verifiedHint : words.review.notHandedInHint}</p>
      {missing > 0 && <p class="hint missing">{words.review.missingStepsHint}</p>}
      {shown.lines.every(({ exceptions }) => exceptions === undefined || exceptions === null) && (
        <p class="hint older">{words.review.olderPackage}</p>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The lines by headline. */
export function Numbers() {
  const { words, now } = useDesk();
  const { lines } = now.opened.package;
  const count = (headline: Headline) => lines.filter((line) => line.headline === headline).length;
  const impact = lines.filter(({ headline }) => headline === null).length;
  const big = (headline: string): boolean => ["proven", "needsAction", "overdue"].includes(headline);
  const shown = HEADLINES.filter((headline) => big(headline) || count(headline) > 0);
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" class="silent">
        {words.whereLinesStand}
      </h2>
      <ul class="numbers">
        {shown.map((headline) => (
          <li key={headline} class={`${big(headline) ? "big" : "small"} ${headline}`}>
            <span class="number">
              <span class="figure">
                <HeadlineIcon headline={headline} />
                {count(headline)}
              </span>
              <span class="label">{words.glossary[headline]}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="all">
        {words.linesInAll}: {lines.length - impact}
        {impact > 0 && `. ${words.review.impactLines}: ${impact}`}
      </p>
    </section>
  );
}
