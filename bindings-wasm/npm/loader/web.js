// Browsers, workers and bundlers: the module is fetched by `init`.

import { compileResponse, compileSource } from './compile.js';
import { QoldauError } from './errors.js';

/**
 * @param {() => URL | string} where
 */
export function fromWeb(where) {
  const compileNow = () => {
    throw new QoldauError('INI001', 'the module is not loaded yet: `await init()` once before the first call');
  };
  const fetched = async (/** @type {URL | string} */ address) => compileResponse(await fetch(address));
  const compile = async (/** @type {any} */ source) => compileSource(source ?? where(), fetched);
  return { compileNow, compile };
}
