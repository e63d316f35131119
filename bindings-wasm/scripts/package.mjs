// Puts the npm package together: `node package.mjs BOUND PACKAGE MODULE…`, from what wasm-bindgen wrote to the folder BOUND to
// the folder PACKAGE, ready to pack. The shared loader lies beside one folder for every module.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { minifySync } from 'rolldown/utils';
import ts from 'typescript';

import { declarationsOf } from './declarations.mjs';
import { exportsOf, factory } from './glue.mjs';
import { marked } from './mark.mjs';
import { personalOf } from './personal.mjs';

const npm = join(dirname(fileURLToPath(import.meta.url)), '../npm');
const repository = join(npm, '../..');
const [bound, target, ...modules] = process.argv.slice(2);
if (!bound || !target || modules.length === 0) throw new Error('usage: package.mjs BOUND PACKAGE MODULE…');

/** Where the compiled module lies, as each form of module can say it. */
const WHERE = {
  'esm/node': (wasm) => `export const where = () => new URL('../../${wasm}', import.meta.url);\n`,
  'cjs/node': (wasm) => `exports.where = () => require('node:path').join(__dirname, '../../${wasm}');\n`,
};
// Bundlers know the expression of the ESM form in the browser too. A script of the CommonJS form has no address of its own.
WHERE['esm/web'] = WHERE['esm/node'];
WHERE['cjs/web'] = (wasm) =>
  `const { QoldauError } = require('../loader/errors.js');\n` +
  `exports.where = () => { throw new QoldauError('INI002', 'say where ${wasm} lies: init(url)'); };\n`;

const { version } = JSON.parse(readFileSync(join(npm, 'package.json'), 'utf8'));
const read = (...path) => readFileSync(join(...path), 'utf8');
const write = (path, text) => {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
};

/** A script made small, as a module of either form: a plain page loads it as it is. */
function script(path, source) {
  // Where errors are made lines stay, for Node prints the line of an error that nobody caught.
  const codegen = { removeWhitespace: path.endsWith('/glue.js') };
  const forms = { esm: ts.ModuleKind.ESNext, cjs: ts.ModuleKind.CommonJS };
  for (const [form, module] of Object.entries(forms)) {
    const compilerOptions = { module, target: ts.ScriptTarget.ES2022, removeComments: true };
    const { outputText } = ts.transpileModule(source, { compilerOptions });
    const { code, errors } = minifySync(path, outputText, { module: form === 'esm', compress: true, mangle: true, codegen });
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    write(`${form}/${path}`, `${code}\n`);
  }
}

/** Types are read by the form of the module they stand beside, so they stand beside both. */
function types(path, source) {
  for (const form of ['esm', 'cjs']) write(`${form}/${path}`, source);
}

rmSync(target, { recursive: true, force: true });
for (const file of readdirSync(join(npm, 'loader'))) {
  const source = read(npm, 'loader', file);
  if (file.endsWith('.d.ts')) types(`loader/${file}`, source);
  else script(`loader/${file}`, source);
}
for (const name of modules) {
  const glue = factory(read(bound, `${name}_bg.js`));
  const { mark, wasm } = marked(readFileSync(join(bound, `${name}_bg.wasm`)), version);
  script(`${name}/glue.js`, `${glue.source}export const mark = '${mark}';\n`);
  write(`${name}.wasm`, wasm);
  for (const host of ['node', 'web']) {
    const entry = read(npm, 'module', `${host}.js`).replaceAll('./where.js', `./where-${host}.js`);
    script(`${name}/${host}.js`, `${entry}\n${exportsOf(glue)}\n`);
    for (const form of ['esm', 'cjs']) {
      write(`${form}/${name}/where-${host}.js`, WHERE[`${form}/${host}`](`${name}.wasm`));
    }
  }
  const declared = declarationsOf(name, read(npm, 'module/index.d.ts'), read(bound, `${name}.d.ts`));
  types(`${name}/index.d.ts`, declared);
  const personal = JSON.stringify(personalOf(declared));
  script(
    `${name}/personal.js`,
    `import { silently as by } from '../loader/silence.js';\nexport const silently = /* @__PURE__ */ by(${personal});\n`,
  );
}
write('cjs/package.json', '{ "type": "commonjs", "sideEffects": false }\n');
cpSync(join(npm, 'package.json'), join(target, 'package.json'));
cpSync(join(npm, 'README.md'), join(target, 'README.md'));
for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(join(repository, licence), join(target, licence));
