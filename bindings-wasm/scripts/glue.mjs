// Makes of wasm-bindgen's glue a function that makes glue: one set of it for every instance of the module, so that a
// fresh instance after a failure shares nothing with the one before.

const EXPORTED = /^export (?:async )?(?:function|class|const|let) ([A-Za-z_$][\w$]*)/gm;

/**
 * @param {string} source the `…_bg.js` of wasm-bindgen's target `bundler`
 * @returns {{ source: string, calls: string[], classes: { name: string, methods: string[] }[] }}
 */
export function factory(source) {
  if (/^import /m.test(source)) throw new Error('the glue imports something: it cannot be made anew for an instance');
  const names = [...source.matchAll(EXPORTED)].map(([, name]) => name);
  const body = source.replace(/^export /gm, '');
  const classes = [...source.matchAll(/^export class (\w+) \{\n([^]*?)^\}/gm)].map(([, name, inside]) => classOf(name, inside));
  const made = new Set(classes.map(({ name }) => name));
  const calls = names.filter((name) => !name.startsWith('__wb') && !made.has(name));
  if (calls.length === 0) throw new Error('the glue exports no call');
  return {
    source: `import * as boundary from '../loader/boundary.js';\nexport function createGlue() {\n${body}\nreturn { ${names.join(', ')} };\n}\n`,
    calls,
    classes,
  };
}

/** A class with the names of its methods, but for those that the loader has itself. */
function classOf(name, inside) {
  if (/^    (?:static|get|set) /m.test(inside)) throw new Error(`the class ${name} has more than methods: the loader does not know it`);
  const methods = [...inside.matchAll(/^    (\w+)\(.*\) \{$/gm)].map(([, method]) => method);
  const own = ['constructor', 'free', '__destroy_into_raw'];
  return { name, methods: methods.filter((method) => !own.includes(method)) };
}

/** The lines that export every call of a module by its name. */
export function exportsOf({ calls, classes }) {
  return [
    ...calls.map((name) => `export const ${name} = /* @__PURE__ */ call('${name}');`),
    ...classes.map(
      ({ name, methods }) => `export const ${name} = /* @__PURE__ */ classOf('${name}', ${JSON.stringify(methods)});`,
    ),
  ].join('\n');
}
