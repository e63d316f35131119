import type { AuthorRole, Entry, Role } from "qoldau";
import type { Words } from "../words";
import { withoutRole } from "./steps";

interface WhoIsWhoProps {
  words: Words;
  entries: readonly Entry[];
  roles: readonly AuthorRole[];
  onRole: (author: string, role: Role) => void;
}

/** Asks who took steps that have no effect because nobody knows whose they are. Only people can say so. */
export function WhoIsWho({ words, entries, roles, onRole }: WhoIsWhoProps) {
  const takers = withoutRole(entries, roles);
  if (takers.length === 0) return null;
  return (
    <section class="card question who" aria-labelledby="who">
      <h2 id="who" tabIndex={-1}>
        {words.review.whoIsWho}
      </h2>
      <p class="hint">{words.review.whoIsWhoHint}</p>
      <ul class="things">
        {takers.map(({ author, steps, mayBe, words: said }) => (
          <li key={author}>
            {said && <q>{said}</q>}{" "}
            <small>
              {words.review.steps}: {steps} · {author}
            </small>
            <p class="actions">
              {mayBe.map((role) => (
                <button key={role} type="button" class="quiet" onClick={() => onRole(author, role)}>
                  {words.review.roles[role]}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
