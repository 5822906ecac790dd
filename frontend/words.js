// Every sentence of the screens comes from one catalogue; numbers, times and dates in the reader's own format.
import { FluentBundle, FluentResource } from "./vendor/fluent/index.js";

/** The language of the catalogue. Numbers and times follow the reader's own settings. */
const LANGUAGE = "en-GB";
/** Marks that keep a name of another script from turning the sentence around it; only where a name needs it. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const ORDINALS = new Intl.PluralRules(LANGUAGE, { type: "ordinal" });

let bundle = new FluentBundle(LANGUAGE, { useIsolating: false });

/** @param {string} source  a Fluent catalogue */
export function setCatalogue(source) {
  bundle = new FluentBundle(LANGUAGE, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length) throw new Error(`The catalogue has faults: ${errors.join("; ")}`);
}

/** @param {URL | string} url */
export async function loadCatalogue(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`No catalogue: ${answer.status}`);
  setCatalogue(await answer.text());
}

/**
 * A sentence of the catalogue.
 * @param {string} id
 * @param {Record<string, string | number>} [args]
 * @returns {string}
 */
export function say(id, args) {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  /** @type {Record<string, string | number>} */
  const safe = {};
  for (const [name, value] of Object.entries(args ?? {})) {
    // Which ending an ordinal takes ("2nd"): `place` comes with `place_kind`.
    if (name === "place") safe.place_kind = ORDINALS.select(Number(value));
    safe[name] = typeof value === "string" && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
  }
  return bundle.formatPattern(message.value, safe);
}

/** Whether the catalogue has this sentence (for words that depend on what a server names). @param {string} id */
export function has(id) {
  return Boolean(bundle.getMessage(id)?.value);
}

/** 102000 -> "1:42"; an hour and more -> "1:02:03". @param {number} ms */
export function clockWords(ms) {
  const all = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A length in words: "40 seconds", "2 minutes", "1 hour 5 minutes". @param {number} ms */
export function lengthWords(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return say("length-seconds", { n: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return say("length-minutes", { n: minutes });
  return say("length-hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** 14:10, as the reader writes it. @param {number} at */
export function timeWords(at) {
  return new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** Monday 23 November 2026, as the reader writes it. @param {number} at */
export function dateWords(at) {
  return new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);
}

/** "Amina, Ben and Chloe". @param {readonly string[]} names */
export function listWords(names) {
  return new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(names);
}

/** 1.9, as the reader writes it. @param {number} value @param {number} [digits] */
export function numberWords(value, digits = 1) {
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}
