// Which fields of which answers tell of people, read from the types of a module: they print silently. Whoever adds a call or a field
// adds nothing here, as long as its type is one of those below.

import ts from 'typescript';

/** Types of core that print silently everywhere: `silent_text!`, the newtypes of identity, what tells somebody's birth. */
export const PERSONAL = new Set([
  'Bin',
  'Birth',
  'EmailAddress',
  'FreeText',
  'Iin',
  'IinHint',
  'KatoPlace',
  'LinkageBits',
  'PersonCode',
  'PersonName',
  'PersonalText',
  'Phone',
  'PhoneNumber',
]);

/** Types that are written by hand, by way of conditions: nobody has said what a body holds, and remarks are words about people. */
const BY_HAND = { Entry: { body: [0] }, Envelope: { body: [0] } };

/** Fields whose types are texts to TypeScript and print silently in core. */
const FIELDS = { LinkageKey: ['bits'] };

/**
 * @param {string} declarations the `index.d.ts` of a module
 * @returns {{ types: Record<string, Record<string, number | string>>, calls: Record<string, string> }} by type its fields: 0 for one
 * that prints silently, a name for one of that type, which may be a list; `*` before it for what stands under names. `calls` are the
 * types of the answers; one that is personal as a whole is a type whose every field prints silently.
 */
export function personalOf(declarations) {
  const file = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.ES2022, true);
  const declared = new Map();
  /** @type {[string, ts.TypeNode][]} */
  const answers = [];
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      declared.set(statement.name.text, statement);
    } else if (ts.isFunctionDeclaration(statement)) {
      answers.push([statement.name.text, statement.type]);
    } else if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members) {
        if (ts.isMethodDeclaration(member)) answers.push([`${statement.name.text}.${member.name.getText()}`, member.type]);
      }
    }
  }

  /** What a node may come to: 0 for a text that is personal, the name of a type, with `*` before it where names stand before its values. */
  function reached(node) {
    if (!node) return [];
    if (ts.isArrayTypeNode(node)) return reached(node.elementType);
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return reached(node.type);
    if (ts.isUnionTypeNode(node)) return node.types.flatMap(reached);
    if (!ts.isTypeReferenceNode(node)) return [];
    const name = node.typeName.getText();
    if (name === 'Array' || name === 'ReadonlyArray') return reached(node.typeArguments[0]);
    if (name === 'Record' || name === 'Map') return reached(node.typeArguments[1]).map((within) => `*${within}`);
    return PERSONAL.has(name) ? [0] : [name];
  }

  /** The fields of a type with what they may come to; of a choice those of all its variants. */
  function fieldsOf(name) {
    /** @type {Record<string, (number | string)[]>} */
    const fields = {};
    const add = (field, within) => (fields[field] = [...(fields[field] ?? []), ...within]);
    const look = (node) => {
      if (!node) return;
      if (ts.isInterfaceDeclaration(node)) {
        node.members.forEach(look);
        node.heritageClauses?.forEach(({ types: bases }) => bases.forEach((base) => look(declared.get(base.expression.getText()))));
      } else if (ts.isPropertySignature(node)) add(node.name.getText().replace(/^["']|["']$/g, ''), reached(node.type));
      else if (ts.isTypeAliasDeclaration(node) || ts.isParenthesizedTypeNode(node)) look(node.type);
      else if (ts.isTypeLiteralNode(node)) node.members.forEach(look);
      else if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) node.types.forEach(look);
      else if (ts.isTypeReferenceNode(node)) look(declared.get(node.typeName.getText()));
    };
    look(declared.get(name));
    for (const field of FIELDS[name] ?? []) add(field, [0]);
    return fields;
  }

  const all = new Map();
  for (const name of declared.keys()) if (!PERSONAL.has(name)) all.set(name, BY_HAND[name] ?? fieldsOf(name));

  /** Types something of which tells of people: found by going round until no more are. */
  const holding = new Set();
  const tells = (within) => within === 0 || holding.has(String(within).replace(/^\*/, ''));
  for (let before = -1; before < holding.size; ) {
    before = holding.size;
    for (const [name, fields] of all) if (Object.values(fields).flat().some(tells)) holding.add(name);
  }

  /** The one of several that tells of people; a field of two such types would have to be told apart. */
  function one(several) {
    const [first, ...others] = new Set(several.filter(tells));
    if (others.length > 0) throw new Error(`a field is of several types that tell of people: ${[first, ...others]}`);
    return first;
  }

  /** @type {Record<string, Record<string, number | string>>} */
  const types = {};
  /** Takes a type into the answer with all that it leads to. */
  function take(within) {
    const name = String(within).replace(/^\*/, '');
    if (within === 0 || types[name]) return;
    types[name] = {};
    for (const [field, several] of Object.entries(all.get(name))) {
      const told = one([several].flat());
      if (told === undefined) continue;
      types[name][field] = told;
      take(told);
    }
  }

  /** @type {Record<string, string>} */
  const calls = {};
  for (const [name, node] of answers) {
    let within = one(reached(node));
    if (within === 0) {
      // A call that gives one text gives it to be used: a text has no way to print silently. What has fields is silent in each.
      [within] = node.getText().match(/\w+/);
      const fields = Object.keys(fieldsOf(within)).filter((field) => !['kind', '__brand'].includes(field));
      if (fields.length === 0) continue;
      types[within] = Object.fromEntries(fields.map((field) => [field, 0]));
    }
    if (within === undefined) continue;
    calls[name] = within;
    take(within);
  }
  return { types, calls };
}
