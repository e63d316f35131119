// The one error of the package.

/** Why a call could not be carried out. */
export class QoldauError extends Error {
  /**
   * @param {string} code
   * @param {string} text
   * @param {{ path?: string | null, params?: Record<string, string>, cause?: unknown }} [about]
   */
  constructor(code, text, about = {}) {
    super(text, 'cause' in about ? { cause: about.cause } : undefined);
    this.code = code;
    this.path = about.path ?? null;
    this.params = about.params ?? {};
  }
}
// On the prototype, as errors of the language have it: it is no field of its own and does not show twice.
Object.defineProperty(QoldauError.prototype, 'name', { value: 'QoldauError', configurable: true, writable: true });

/**
 * Whether something thrown is a QoldauError. It looks at what the error says, not at its class: a page may hold the
 * package twice (as a module and by `require`, in a frame and outside).
 *
 * @param {unknown} error
 */
export function isQoldauError(error) {
  return (
    typeof error === 'object' &&
    error !== null &&
    /** @type {Error} */ (error).name === 'QoldauError' &&
    typeof (/** @type {{ code?: unknown }} */ (error).code) === 'string'
  );
}

/**
 * What the module throws, a failure as JSON, as an error; anything else as it is.
 *
 * @param {unknown} thrown
 */
export function asError(thrown) {
  if (typeof thrown !== 'string') return thrown;
  const { code, detail, path, params } = JSON.parse(thrown);
  return new QoldauError(code, detail, { path, params });
}
