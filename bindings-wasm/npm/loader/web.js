// Browsers, workers and bundlers: the module is fetched by `init`.

import { QoldauError } from './errors.js';

/**
 * @param {() => URL | string} where
 */
export function fromWeb(where) {
  const compileNow = () => {
    throw new QoldauError('INI001', 'the module is not loaded yet: `await init()` once before the first call');
  };
  const compile = async (/** @type {any} */ source = where()) => {
    try {
      const given = await source;
      if (given instanceof WebAssembly.Module) return given;
      if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return await WebAssembly.compile(given);
      return await compileResponse(given instanceof Response ? given : await fetch(given));
    } catch (cause) {
      if (cause instanceof QoldauError) throw cause;
      throw new QoldauError('INI002', 'the module could not be loaded: say where it lies, `init(url)`', { cause });
    }
  };
  return { compileNow, compile };
}

/** While it is still coming in, where the server says what it is; a server that does not is common.
 * @param {Response} response
 */
async function compileResponse(response) {
  if (!response.ok) {
    throw new QoldauError('INI002', `the module could not be loaded: the server answered ${response.status}`, {
      params: { status: String(response.status), url: response.url },
    });
  }
  const told = response.headers.get('content-type')?.startsWith('application/wasm');
  return told && 'compileStreaming' in WebAssembly
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
