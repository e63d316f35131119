// Node: the module is a file beside this one, read and compiled at the first call.

import { readFileSync } from 'node:fs';

import { compileResponse, compileSource } from './compile.js';
import { QoldauError } from './errors.js';

/**
 * @param {() => URL | string} where
 */
export function fromFile(where) {
  const compileNow = () => {
    try {
      return new WebAssembly.Module(readFileSync(where()));
    } catch (cause) {
      throw new QoldauError('INI002', 'the module could not be read: hand its bytes to init', { cause });
    }
  };
  const fetched = async (/** @type {URL | string} */ address) =>
    /^https?:/.test(String(address)) ? compileResponse(await fetch(address)) : WebAssembly.compile(readFileSync(address));
  const compile = async (/** @type {any} */ source) => (source == null ? compileNow() : compileSource(source, fetched));
  return { compileNow, compile };
}
