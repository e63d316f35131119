import { decimal, type Answer, type Choice, type Id, type MissingReason, type SurveyQuestion } from "qoldau/survey";
import { dayOf } from "../../day";
import { said, useSurvey } from "../context";
import { decimalOf } from "./draft";

export interface InputProps {
  question: SurveyQuestion;
  answer: Answer | null;
  /** What was typed where it is no answer yet. */
  typed: string;
  /** Gives an answer, or takes it away. */
  give: (answer: Answer | null, typed?: string) => void;
  /** Id of the field, from which those of its parts are made. */
  id: string;
  /** The ids of what explains the field and says what is wrong with it. */
  described: string | undefined;
  invalid: boolean;
}

/** One of a few answers, as a round button. */
interface Offer {
  key: string;
  text: string;
  lang: string | undefined;
  answer: Answer;
  /** Whether it says why there is no answer. */
  aside: boolean;
}

const sameAnswer = (one: Answer | null, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The kinds of missing answers that a question offers. */
function useMissing(question: SurveyQuestion): Offer[] {
  const { words } = useSurvey();
  return (question.missing ?? []).map((reason: MissingReason) => ({
    key: `missing-${reason}`,
    text: words.survey.missing[reason],
    lang: undefined,
    answer: { kind: "missing", reason },
    aside: true,
  }));
}

function useOptions(list: Id): Choice[] {
  const { questionnaire } = useSurvey();
  return questionnaire.lists?.find((one) => one.id === list)?.options ?? [];
}

function useOffers(options: readonly Choice[]): Offer[] {
  const { language } = useSurvey();
  return options.map(({ code, label, missing }) => {
    const words = said(label, language);
    return {
      key: code,
      text: words?.text ?? code,
      lang: words?.lang,
      answer: { kind: "option", code },
      aside: missing !== undefined && missing !== null,
    };
  });
}

/** A scale or a single choice. */
export function OptionInput(props: InputProps & { list: Id }) {
  const offers = useOffers(useOptions(props.list));
  return <Offers {...props} offers={[...offers, ...useMissing(props.question)]} />;
}

export function YesNoInput(props: InputProps) {
  const { words } = useSurvey();
  const offer = (yes: boolean, text: string): Offer => ({
    key: String(yes),
    text,
    lang: undefined,
    answer: { kind: "yesNo", yes },
    aside: false,
  });
  return <Offers {...props} offers={[offer(true, words.yes), offer(false, words.no), ...useMissing(props.question)]} />;
}

interface RatingProps extends InputProps {
  lowest: number;
  highest: number;
  ends: readonly [string | undefined, string | undefined];
}

/** A whole number between two ends. Many numbers are chosen from a list, few lie side by side. */
export function RatingInput({ lowest, highest, ends, ...props }: RatingProps) {
  const missing = useMissing(props.question);
  const count = Math.min(highest - lowest, 100) + 1;
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, step): Offer => {
    const value = decimal(String(lowest + step));
    return { key: value, text: value, lang: undefined, answer: { kind: "number", value }, aside: false };
  });
  const [low, high] = ends;
  return (
    <>
      <div class="rating">
        {(low || high) && (
          <p class="ends" aria-hidden="true">
            <span>{low && `${lowest}: ${low}`}</span>
            <span>{high && `${highest}: ${high}`}</span>
          </p>
        )}
        <Offers {...props} offers={numbers} class="steps" />
      </div>
      {missing.length > 0 && <Offers {...props} offers={missing} />}
    </>
  );
}

function Offers({ id, answer, give, offers, class: of }: InputProps & { offers: readonly Offer[]; class?: string }) {
  return (
    <div class={of ?? "offers"}>
      {offers.map((offer) => (
        <label key={offer.key} class={offer.aside ? "choice aside" : "choice"} lang={offer.lang}>
          <input
            type="radio"
            name={id}
            value={offer.key}
            checked={sameAnswer(answer, offer.answer)}
            onChange={() => give(offer.answer)}
          />
          <span>{offer.text}</span>
        </label>
      ))}
    </div>
  );
}

/** Any number of options. One that stands alone takes the others' place. */
export function MultipleInput({ list, ...props }: InputProps & { list: Id }) {
  const { id, answer, give } = props;
  const options = useOptions(list);
  const offers = useOffers(options);
  const marked = answer?.kind === "options" ? answer.codes : [];
  const alone = new Set(options.filter(({ exclusive }) => exclusive).map(({ code }) => code));
  const mark = (code: Id, on: boolean) => {
    const others = marked.filter((one) => one !== code && !alone.has(one) && !alone.has(code));
    const all = on ? [...others, code] : marked.filter((one) => one !== code);
    // In the order of the list, whatever was marked first.
    const codes = options.map((option) => option.code).filter((one) => all.includes(one));
    give(codes.length === 0 ? null : { kind: "options", codes });
  };
  return (
    <div class="offers">
      {offers.map(({ key, text, lang, aside }) => (
        <label key={key} class={aside ? "choice aside" : "choice"} lang={lang}>
          <input
            type="checkbox"
            name={id}
            value={key}
            checked={marked.includes(key)}
            onChange={(event) => mark(key, event.currentTarget.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
      <Missing {...props} />
    </div>
  );
}

/** Options in order: one list to choose from for every place. */
export function RankingInput({ list, most, ...props }: InputProps & { list: Id; most: number | null }) {
  const { question, answer, give, described } = props;
  const { words } = useSurvey();
  const offers = useOffers(useOptions(list));
  const codes = answer?.kind === "options" ? answer.codes : [];
  const places = Math.min(most ?? offers.length, offers.length);
  const put = (place: number, code: string) => {
    const others = codes.filter((one, at) => at !== place && one !== code);
    if (code !== "") others.splice(Math.min(place, others.length), 0, code);
    give(others.length === 0 ? null : { kind: "options", codes: others });
  };
  return (
    <>
      {Array.from({ length: places }, (_, place) => (
        <div key={place} class="rank">
          <label for={`place-${place}-${question.id}`}>
            {words.survey.rank} {place + 1}
          </label>
          <select
            id={`place-${place}-${question.id}`}
            // A place can be filled once those before it are.
            disabled={place > codes.length}
            aria-describedby={described}
            onChange={(event) => put(place, event.currentTarget.value)}
          >
            <option value="">—</option>
            {offers
              .filter(({ key }) => !codes.includes(key) || codes[place] === key)
              .map(({ key, text, lang }) => (
                <option key={key} value={key} lang={lang} selected={codes[place] === key}>
                  {text}
                </option>
              ))}
          </select>
        </div>
      ))}
      <Missing {...props} />
    </>
  );
}

export function NumberInput(props: InputProps) {
  const { answer, typed, give } = props;
  const write = (text: string) => {
    const value = decimalOf(text);
    if (text.trim() === "") give(null);
    else give(value === null ? { kind: "unread" } : { kind: "number", value }, text);
  };
  const shown = typed !== "" ? typed : answer?.kind === "number" ? answer.value : "";
  return <Line {...props} value={shown} onWrite={write} inputMode="decimal" />;
}

export function DateInput({ from, to, ...props }: InputProps & { from: string | null; to: string | null }) {
  const { answer, give } = props;
  const write = (text: string) => {
    const date = dayOf(text);
    give(date && { kind: "date", date });
  };
  const bounds = { ...(from === null ? {} : { min: from }), ...(to === null ? {} : { max: to }) };
  return <Line {...props} value={answer?.kind === "date" ? answer.date : ""} onWrite={write} type="date" {...bounds} />;
}

export function TextInput({ longest, ...props }: InputProps & { longest: number | null }) {
  const { id, answer, give, described, invalid } = props;
  return (
    <>
      <textarea
        id={id}
        rows={3}
        maxLength={longest ?? 4000}
        value={answer?.kind === "text" ? answer.text : ""}
        aria-describedby={described}
        aria-invalid={invalid}
        aria-required={props.question.required ?? false}
        onInput={({ currentTarget: { value } }) => give(value.trim() === "" ? null : { kind: "text", text: value })}
      />
      <Missing {...props} />
    </>
  );
}

interface LineProps extends InputProps {
  value: string;
  onWrite: (text: string) => void;
  type?: "text" | "date";
  inputMode?: "decimal";
  min?: string;
  max?: string;
}

function Line({ value, onWrite, type = "text", inputMode, min, max, ...props }: LineProps) {
  const { id, described, invalid, question } = props;
  const kind = { type, ...(inputMode ? { inputMode } : {}), ...(min ? { min } : {}), ...(max ? { max } : {}) };
  return (
    <>
      <input
        id={id}
        {...(kind as { type: "text" })}
        autocomplete="off"
        value={value}
        aria-describedby={described}
        aria-invalid={invalid}
        aria-required={question.required ?? false}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <Missing {...props} />
    </>
  );
}

/** The kinds of missing answers beside a field to write in: boxes, of which one at most is ticked. */
function Missing({ question, id, answer, give }: InputProps) {
  return (
    <>
      {useMissing(question).map((offer) => {
        const ticked = sameAnswer(answer, offer.answer);
        return (
          <label key={offer.key} class="choice aside">
            <input
              type="checkbox"
              name={`${id}-missing`}
              value={offer.key}
              checked={ticked}
              onChange={() => give(ticked ? null : offer.answer)}
            />
            <span>{offer.text}</span>
          </label>
        );
      })}
    </>
  );
}
