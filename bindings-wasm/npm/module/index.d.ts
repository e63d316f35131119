import type { ModuleSource } from "../loader/loader.js";

export { QoldauError, isQoldauError, type ModuleSource } from "../loader/loader.js";

/**
 * Loads the module. In browsers, workers and bundlers await it once before the first call; in Node that is not needed,
 * and does no harm.
 *
 * Without a source it takes `MODULE.wasm` of this package. Calling it again is free; after a failure it tries anew.
 *
 * Throws `INI002` when the module cannot be loaded.
 */
export function init(source?: ModuleSource): Promise<void>;

