import type { Language } from "qoldau";
import { en } from "./en";
import { kk } from "./kk";
import { ru } from "./ru";

/** Every word of the page. `glossary` holds the words of docs/glossary.md under its keys; a test holds them to it. */
export type Words = typeof en;

export const WORDS: Record<Language, Words> = { kk, ru, en };
