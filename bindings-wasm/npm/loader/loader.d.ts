/**
 * Why a call could not be carried out.
 *
 * | code | what |
 * |---|---|
 * | `INP001` | an argument is not of its type; `path` says where |
 * | `ANX…`, `PLN…`, `FCT…` | the document, the plan's JSON, the journal cannot be read |
 * | `JRN…` | an entry cannot be recorded, journals cannot be joined |
 * | `AMD…` | the plan cannot be amended |
 * | `PKG…` | the package of a submission cannot be read |
 * | `BND…` | a bundle cannot be read or written |
 * | `SRV…`, `SVY…`, `VEC…` | a questionnaire or answers cannot be read, a figure cannot be reckoned of them, a request for a statistic is none |
 * | `TBL…`, `WBK…`, `PPE…` | bytes are no table or no workbook, a list is too long |
 * | `REG…` | what was given is no registry |
 * | `OUT001` | the answer cannot be written: the body of an unknown kind is no JSON |
 * | `INI001` | `init` was not awaited before the first call (not in Node) |
 * | `INI002` | the module could not be loaded, or is one of another release |
 * | `INT001` | the library failed inside, which is a fault of it; the next call works again |
 * | `INT002` | the object is from before such a failure |
 * | `OBJ001` | the object was let go of by `free()`, or a value of its call called it again |
 */
export declare class QoldauError extends Error {
  readonly name: "QoldauError";
  /** The stable code. */
  readonly code: string;
  /** Where in the input: the argument, then names and indexes, `/plan/tasks/0/title`. */
  readonly path: string | null;
  /** What the text is about, by name. */
  readonly params: Readonly<Record<string, string>>;
  constructor(
    code: string,
    text: string,
    about?: { path?: string | null; params?: Record<string, string>; cause?: unknown },
  );
}

/** Whether something thrown is a {@link QoldauError}, also one of another copy of this package. */
export declare function isQoldauError(error: unknown): error is QoldauError;

/** `WebAssembly.Module`, where the type library of the project has it. */
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/** An answer of `fetch`, in projects without the types of a browser too. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** An address, in projects without the types of a browser too. */
interface Address {
  readonly href: string;
  readonly pathname: string;
}

/**
 * Where the compiled module comes from: its address, an answer of `fetch`, its bytes, or the module itself. In Node an address is that of
 * a file, or one of `http`.
 */
export type ModuleSource =
  | string
  | Address
  | Answer
  | Promise<Answer>
  | ArrayBuffer
  | Uint8Array
  | CompiledModule;
