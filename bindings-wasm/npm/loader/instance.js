// One compiled module and the instance of it that is in use: every module of the package is loaded through here.

import { QoldauError, asError } from './errors.js';

/** Helpers of the glue that tidy up after a call; a broken instance has nothing to tidy. */
const HELPER = /^__wb/;

/** What an object of the package knows of itself. It is a function, so that it is reached through proxies of stores and frameworks too. */
const HELD = Symbol('held');

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
  const params = { generation: String(generation) };
  /** @type {{ glue: Record<string, any>, failure: QoldauError | null, gone: () => QoldauError }} */
  const instance = {
    glue,
    failure: null,
    gone: () => new QoldauError('INT002', 'the object is of an instance that failed: make it anew', { params }),
  };

  const watch = (/** @type {string} */ name, /** @type {Function} */ call) => (/** @type {unknown[]} */ ...values) => {
    if (instance.failure) {
      if (HELPER.test(name)) return 0;
      throw instance.gone();
    }
    try {
      return call(...values);
    } catch (cause) {
      instance.failure ??= new QoldauError('INT001', 'the library failed inside: this is a fault of it, please report', {
        params,
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
 * Holds a compiled module to being the one that the scripts of the package were made for. One of another release may have the same
 * calls and mean something else by them.
 *
 * @param {WebAssembly.Module} module
 * @param {string} mark
 */
function holdToMark(module, mark) {
  const [section] = WebAssembly.Module.customSections(module, 'qoldau');
  const found = section ? new TextDecoder().decode(section) : '';
  if (found === mark) return;
  throw new QoldauError('INI002', 'the compiled module is not the one of this package: take the file that came along with it', {
    params: { expected: mark, found },
  });
}

/**
 * What a call gives. What it throws is an error of the package; an instance that failed says so itself.
 *
 * @param {ReturnType<typeof watched>} used
 * @param {(glue: Record<string, any>) => any} work
 * @param {(answer: any) => any} [finish]
 */
function carriedOut(used, work, finish) {
  let answer;
  try {
    answer = work(used.glue);
  } catch (thrown) {
    throw used.failure ?? asError(thrown);
  }
  // A value that called back may have broken the instance and swallowed what it was told.
  if (used.failure) throw used.failure;
  return finish ? finish(answer) : answer;
}

/**
 * A module of the package.
 *
 * `createGlue` makes the glue of one instance, `mark` names the compiled module that it belongs to. `compileNow` compiles the module at
 * the first call where that can be done at once (Node), or says that it cannot. `compile` compiles what `init` is given. `answered` is
 * what is done to the answers of some calls.
 *
 * @param {{
 *   createGlue: () => Record<string, any>,
 *   mark: string,
 *   compileNow: () => WebAssembly.Module,
 *   compile: (source: unknown) => Promise<WebAssembly.Module>,
 *   answered?: Record<string, (answer: any) => any>,
 * }} parts
 */
export function moduleOf({ createGlue, mark, compileNow, compile, answered = {} }) {
  /** @type {WebAssembly.Module | undefined} */
  let module;
  /** @type {ReturnType<typeof watched> | undefined} */
  let current;
  /** @type {Promise<void> | undefined} */
  let loading;
  let generation = 0;

  /**
   * A fresh instance. Only a module of which there was one is kept.
   *
   * @param {WebAssembly.Module} compiled
   */
  function start(compiled) {
    try {
      if (compiled !== module) holdToMark(compiled, mark);
      current = watched(compiled, createGlue, generation + 1);
    } catch (cause) {
      throw unloadable(cause);
    }
    generation += 1;
    module = compiled;
    return current;
  }

  /** The instance to call: a fresh one when there is none or the one before failed. */
  const instance = () => (current && !current.failure ? current : start(module ?? compileNow()));

  /**
   * Loads the module. Calling it again is free; after a failure it tries anew.
   *
   * @param {unknown} [source]
   */
  function init(source) {
    if (module) return Promise.resolve();
    loading ??= compile(source)
      .then(
        (compiled) => {
          if (!module) start(compiled);
        },
        (cause) => {
          throw unloadable(cause);
        },
      )
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  /**
   * A call of the module by its name.
   *
   * @param {string} name
   */
  const call = (name) => (/** @type {unknown[]} */ ...values) =>
    carriedOut(instance(), (glue) => glue[name](...values), answered[name]);

  /**
   * A class of the module by its name: objects with state, which live as long as the instance that made them. Whether a call can be
   * made of an object is looked at here: what the module itself says of one that was let go of, or that is in use, would break it.
   *
   * @param {string} name
   * @param {string[]} methods
   */
  function classOf(name, methods) {
    const made = {
      [name]: class {
        constructor(/** @type {unknown[]} */ ...values) {
          const used = instance();
          const inner = carriedOut(used, (glue) => new glue[name](...values));
          const held = { name, used, inner, busy: false };
          Object.defineProperty(this, HELD, { value: () => held });
        }

        /** Lets go of what the module holds for the object, at once. Once is enough, and twice does no harm. */
        free() {
          const held = heldBy(this, name);
          const { inner, used } = held;
          held.inner = null;
          if (inner && !used.failure) carriedOut(used, () => inner.free());
        }
      },
    }[name];
    const define = (/** @type {string | symbol} */ method, /** @type {Function} */ value) =>
      Object.defineProperty(made.prototype, method, { value, writable: true, configurable: true });
    for (const method of methods) {
      define(method, function (/** @type {unknown[]} */ ...values) {
        const held = heldBy(/** @type {any} */ (this), name);
        if (held.used.failure) throw held.used.gone();
        if (!held.inner) throw unusable(name, 'freed', 'it was let go of by free()');
        held.busy = true;
        try {
          return carriedOut(held.used, () => held.inner[method](...values), answered[`${name}.${method}`]);
        } finally {
          held.busy = false;
        }
      });
    }
    if (Symbol.dispose) define(Symbol.dispose, made.prototype.free);
    return made;
  }

  return { init, call, classOf };
}

/**
 * What an object knows of itself, of one that no call is inside of.
 *
 * @param {any} object
 * @param {string} name
 */
function heldBy(object, name) {
  const held = object?.[HELD]?.();
  if (held?.name !== name) throw unusable(name, 'foreign', `the method was called on something else than a ${name}`);
  if (held.busy) throw unusable(name, 'busy', 'a value of its call called it again');
  return held;
}

/**
 * @param {string} name
 * @param {string} reason
 * @param {string} text
 */
function unusable(name, reason, text) {
  return new QoldauError('OBJ001', `the ${name} cannot be used: ${text}`, { params: { class: name, reason } });
}

/** @param {unknown} cause */
function unloadable(cause) {
  if (cause instanceof QoldauError) return cause;
  return new QoldauError('INI002', 'the module could not be loaded: say where it lies, `init(url)`', { cause });
}
