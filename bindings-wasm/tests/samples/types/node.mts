// A strict project whose type libraries know no browser.

import { ProjectState, init, readFacts, readPlan, type DecimalString, type UnknownKind } from 'qoldau';
import { emailAddress, isoDate, katoPlace, type Registry } from 'qoldau/registry';
import { SurveyForm, readQuestionnaire } from 'qoldau/survey';

const bytes = new Uint8Array();
await init('qoldau.wasm');
await init(bytes);
const state = new ProjectState(readPlan(bytes));
state.free();

// A kind of tomorrow is text, and a look at the known ones sets it apart.
for (const entry of readFacts(bytes).entries) {
  entry.kind satisfies string;
  if (entry.kind === 'event') entry.body?.event satisfies string | undefined;
  // @ts-expect-error an event has no value
  if (entry.kind === 'event') entry.body?.value;
}
const unknown = (kind: UnknownKind): string => kind;
const amount: DecimalString | null = null;

const known: Registry = {
  format: 'qoldau-registry/1.0',
  persons: [
    { id: 'p-1', email: emailAddress('a@example.org'), place: katoPlace('71'), birth: { kind: 'exact', date: isoDate('2008-06-14') } },
  ],
};
// @ts-expect-error an address was looked at before
known.persons = [{ id: 'p-1', email: 'a@example.org' }];

{
  using form = new SurveyForm(readQuestionnaire(bytes));
  form.check({ id: 'r', answers: {} }).complete satisfies boolean;
  form satisfies { [Symbol.dispose](): void };
}
void [unknown, amount];
