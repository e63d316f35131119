// The types of a module as its users read them, from what wasm-bindgen and tsify wrote.

import ts from 'typescript';

/** Rust's own name of what TypeScript knows by another, as `tsify` writes it. */
const RENAMED = { Amount: 'DecimalString' };
/** Parameters that Rust may not call what they are called. */
const PARAMETERS = { _new: 'next' };

/**
 * Symbol.dispose, which older type libraries lack, so that `using` compiles with those that have it.
 */
const DISPOSE = `declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}
`;

/**
 * @param {string} name of the module
 * @param {string} head what stands before the declarations of every module
 * @param {string} source wasm-bindgen's declarations
 */
export function declarationsOf(name, head, source) {
  const linted = source.replace(/^\/\* (?:tslint|eslint)[^\n]*\n/gm, '');
  const renamed = identifiers(linted);
  const declared = new Set([...renamed.matchAll(/^export (?:type|interface|function|class) (\w+)/gm)].map(([, each]) => each));
  const text = renamed.replace(/\/\*\*[^]*?\*\//g, (comment) => links(comment, declared));
  const left = text.match(/\[`[^\]]*`\]|\b(?:crate|super)::\w+/);
  if (left) throw new Error(`${name}: a comment speaks Rust: ${left[0]}`);
  const classes = /^export class /m.test(text) ? `${DISPOSE}\n` : '';
  return head.replaceAll('MODULE', name) + classes + text;
}

/** Identifiers, outside of comments and texts, by the names that users have for them. */
function identifiers(source) {
  const file = ts.createSourceFile('index.d.ts', source, ts.ScriptTarget.ES2022, true);
  /** @type {[number, number, string][]} */
  const edits = [];
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const alias = ts.isTypeAliasDeclaration(node.parent) && node.parent.name === node;
      const named = alias ? undefined : (RENAMED[node.text] ?? PARAMETERS[node.text]);
      if (named) edits.push([node.getStart(), node.getEnd(), named]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let text = source;
  for (const [from, to, named] of edits.reverse()) text = text.slice(0, from) + named + text.slice(to);
  // The brand and the other name for it change places.
  for (const [from, to] of Object.entries(RENAMED)) {
    const brand = `string & { readonly __brand: "${to}" };`;
    if (!text.includes(`export type ${from} = ${brand}`)) throw new Error(`${from} is no brand any more`);
    text = text.replace(`export type ${to} = ${to};`, `export type ${from} = ${to};`);
    text = text.replace(`export type ${from} = ${brand}`, `export type ${to} = ${brand}`);
  }
  return text;
}

/** rustdoc's links as TSDoc has them: what is declared here is a link, everything else a name. */
function links(comment, declared) {
  const told = comment.replace(/, \[`\w*FORMAT`\](?: or an earlier one)?/g, '');
  // What all modules share names calls of the base module too.
  const here = told.replace(/\{@link (\w+)([.\w]*)\}/g, (link, name, rest) => (declared.has(name) ? link : `\`${name}${rest}\``));
  return here.replace(/\[`([^`]*)`\](?:\([^)]*\))?/g, (_, path) => {
    const name = path.split('::').at(-1);
    const camel = name.replace(/_(\w)/g, (__, letter) => letter.toUpperCase());
    return declared.has(camel) ? `{@link ${camel}}` : `\`${camel}\``;
  });
}
