// One compiled module and the instance of it that is in use: every module of the package is loaded through here.

import { QoldauError, asError } from './errors.js';

/** Helpers of the glue that tidy up after a call; a broken instance has nothing to tidy. */
const HELPER = /^__wb/;

/**
 * An instance whose every call is watched. Nothing leaves the module by an exception except a panic or an exhausted
 * stack or memory (errors of the library are returned, and thrown by the glue). After that its memory cannot be relied
 * on: the call throws `INT001`, and whatever still belongs to the instance answers `INT002`.
 *
 * @param {WebAssembly.Module} module
 * @param {() => Record<string, any>} createGlue
 * @param {number} generation
 */
function watched(module, createGlue, generation) {
  const glue = createGlue();
  const [{ module: importName } = { module: '' }] = WebAssembly.Module.imports(module);
  const { exports } = new WebAssembly.Instance(module, { [importName]: glue });
  /** @type {{ glue: Record<string, any>, failure: QoldauError | null }} */
  const instance = { glue, failure: null };

  const watch = (/** @type {string} */ name, /** @type {Function} */ call) => (/** @type {unknown[]} */ ...values) => {
    if (instance.failure) {
      if (HELPER.test(name)) return 0;
      throw new QoldauError('INT002', 'the object is of an instance that failed: make it anew', {
        params: { generation: String(generation) },
      });
    }
    try {
      return call(...values);
    } catch (cause) {
      instance.failure = new QoldauError('INT001', 'the library failed inside: this is a fault of it, please report', {
        params: { generation: String(generation) },
        cause,
      });
      throw instance.failure;
    }
  };
  /** @type {Record<string, any>} */
  const calls = {};
  for (const [name, value] of Object.entries(exports)) {
    calls[name] = typeof value === 'function' ? watch(name, value) : value;
  }
  glue.__wbg_set_wasm(calls);
  calls.__wbindgen_start();
  return instance;
}

/**
 * A module of the package.
 *
 * `createGlue` makes the glue of one instance. `compileNow` compiles the module at the first call where that can be
 * done at once (Node), or says that it cannot. `compile` compiles what `init` is given. `answered` is what is done to the
 * answers of some calls.
 *
 * @param {{
 *   createGlue: () => Record<string, any>,
 *   compileNow: () => WebAssembly.Module,
 *   compile: (source: unknown) => Promise<WebAssembly.Module>,
 *   answered?: Record<string, (answer: any) => any>,
 * }} parts
 */
export function moduleOf({ createGlue, compileNow, compile, answered = {} }) {
  /** @type {WebAssembly.Module | undefined} */
  let module;
  /** @type {ReturnType<typeof watched> | undefined} */
  let current;
  /** @type {Promise<void> | undefined} */
  let loading;
  let generation = 0;

  /** The instance to call: a fresh one when there is none or the one before failed. */
  function instance() {
    if (!current || current.failure) {
      module ??= compileNow();
      generation += 1;
      current = watched(module, createGlue, generation);
    }
    return current;
  }

  /**
   * Loads the module. Calling it again is free; after a failure it tries anew.
   *
   * @param {unknown} [source]
   */
  function init(source) {
    if (module) return Promise.resolve();
    loading ??= Promise.resolve(compile(source)).then(
      (compiled) => {
        module = compiled;
        instance();
      },
    ).finally(() => {
      loading = undefined;
    });
    return loading;
  }

  /**
   * A call of the module by its name.
   *
   * @param {string} name
   */
  const call = (name) => (/** @type {unknown[]} */ ...values) => {
    const used = instance();
    let answer;
    try {
      answer = used.glue[name](...values);
    } catch (thrown) {
      throw used.failure ?? asError(thrown);
    }
    return answered[name] ? answered[name](answer) : answer;
  };

  /**
   * What a method or a constructor throws, as an error; an instance that failed says so itself.
   *
   * @param {ReturnType<typeof watched>} used
   * @param {() => any} work
   */
  function carriedOut(used, work) {
    try {
      return work();
    } catch (thrown) {
      throw asError(thrown);
    }
  }

  /** Classes whose methods are watched already.
   * @type {WeakSet<Function>}
   */
  const known = new WeakSet();

  /**
   * Makes what the methods of a class throw an error.
   *
   * @param {ReturnType<typeof watched>} used
   * @param {any} made
   */
  function withErrors(used, made) {
    if (known.has(made)) return made;
    known.add(made);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(made.prototype))) {
      if (typeof value !== 'function' || name === 'constructor' || HELPER.test(name)) continue;
      made.prototype[name] = function (/** @type {unknown[]} */ ...values) {
        return carriedOut(used, () => value.apply(this, values));
      };
    }
    return made;
  }

  /**
   * A class of the module by its name: objects with state, which live as long as the instance that made them.
   *
   * @param {string} name
   */
  const classOf = (name) =>
    function (/** @type {unknown[]} */ ...values) {
      const used = instance();
      const made = withErrors(used, used.glue[name]);
      return carriedOut(used, () => new made(...values));
    };

  return { init, call, classOf };
}
