// Marks a compiled module, so that the scripts of a package know theirs from one of another release, which may have the same calls and mean
// something else by them.

import { createHash } from 'node:crypto';

/** A number as WebAssembly writes it (LEB128). */
function leb(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const counted = (bytes) => Buffer.concat([leb(bytes.length), bytes]);

/**
 * @param {Buffer} wasm
 * @param {string} version
 * @returns {{ mark: string, wasm: Buffer }} the mark, and the module with a section of the name `qoldau` that holds it
 */
export function marked(wasm, version) {
  const mark = `${version} ${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}`;
  const section = Buffer.concat([counted(Buffer.from('qoldau')), Buffer.from(mark)]);
  return { mark, wasm: Buffer.concat([wasm, Buffer.from([0]), counted(section)]) };
}
