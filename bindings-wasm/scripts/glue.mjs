// Makes of wasm-bindgen's glue a function that makes glue: one set of it for every instance of the module, so that a
// fresh instance after a failure shares nothing with the one before.

const EXPORTED = /^export (?:async )?(?:function|class|const|let) ([A-Za-z_$][\w$]*)/gm;

/**
 * @param {string} source the `…_bg.js` of wasm-bindgen's target `bundler`
 * @returns {{ source: string, calls: string[], classes: string[] }}
 */
export function factory(source) {
  if (/^import /m.test(source)) throw new Error('the glue imports something: it cannot be made anew for an instance');
  const names = [...source.matchAll(EXPORTED)].map(([, name]) => name);
  const body = source.replace(/^export /gm, '');
  const classes = [...source.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
  const calls = names.filter((name) => !name.startsWith('__wb') && !classes.includes(name));
  if (calls.length === 0) throw new Error('the glue exports no call');
  return {
    source: `export function createGlue() {\n${body}\nreturn { ${names.join(', ')} };\n}\n`,
    calls,
    classes,
  };
}

/** The lines that export every call of a module by its name. */
export function exportsOf({ calls, classes }) {
  return [
    ...calls.map((name) => `export const ${name} = /* @__PURE__ */ call('${name}');`),
    ...classes.map((name) => `export const ${name} = /* @__PURE__ */ classOf('${name}');`),
  ].join('\n');
}
