// Node: the module is a file beside this one, read and compiled at the first call.

import { readFileSync } from 'node:fs';

import { QoldauError } from './errors.js';

/**
 * @param {() => URL | string} where
 */
export function fromFile(where) {
  const compileNow = (/** @type {URL | string} */ file = where()) => {
    try {
      return new WebAssembly.Module(readFileSync(file));
    } catch (cause) {
      throw new QoldauError('INI002', 'the module could not be read: hand its bytes to init', { cause });
    }
  };
  const compile = async (/** @type {any} */ source) => {
    if (source instanceof WebAssembly.Module) return source;
    if (source === undefined || typeof source === 'string' || source instanceof URL) return compileNow(source);
    return WebAssembly.compile(source);
  };
  return { compileNow: () => compileNow(), compile };
}
