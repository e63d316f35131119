// What `init` may be given, compiled.

import { QoldauError } from './errors.js';

/** Of whichever window or worker. */
const kindOf = (/** @type {unknown} */ value) => Object.prototype.toString.call(value);

/**
 * @param {any} source an address, an answer of `fetch` or what holds bytes like one, bytes, a compiled module, or a promise of these
 * @param {(address: string | URL) => any} compileAt
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileSource(source, compileAt) {
  const given = await source;
  if (kindOf(given) === '[object WebAssembly.Module]') return given;
  if (typeof given === 'string' || kindOf(given) === '[object URL]') return compileAt(given);
  return typeof given?.arrayBuffer === 'function' ? compileResponse(given) : WebAssembly.compile(given);
}

/** While it is still coming in, where the server says what it is; a server that does not is common.
 * @param {Response} response
 */
export async function compileResponse(response) {
  if (response.ok === false) {
    throw new QoldauError('INI002', `the module could not be loaded: the server answered ${response.status}`, {
      params: { status: String(response.status), url: response.url },
    });
  }
  const told = response.headers?.get('content-type')?.startsWith('application/wasm');
  return told && 'compileStreaming' in WebAssembly
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
