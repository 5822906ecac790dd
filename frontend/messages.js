// Short words about what came of a press: a refusal and what to do, or what was done and how to take it back.
import { signal } from "./html.js";

/** Long enough to read a sentence twice; a refusal stays longer, because somebody expected something else. */
const SHOWN_MS = 6_000;
const REFUSAL_SHOWN_MS = 10_000;
/** More at once would cover what people came for. */
const AT_ONCE = 2;

/** @typedef {{ id: number, text: string, refusal: boolean }} Message */

export const messages = signal(/** @type {Message[]} */ ([]));
let last = 0;

/** @param {string} text @param {{ refusal?: boolean }} [more] */
export function tell(text, { refusal = false } = {}) {
  if (!text) return;
  const id = ++last;
  const others = messages.value.filter((one) => one.text !== text);
  messages.value = [...others, { id, text, refusal }].slice(-AT_ONCE);
  window.setTimeout(() => close(id), refusal ? REFUSAL_SHOWN_MS : SHOWN_MS);
}

/** @param {number} id */
export function close(id) {
  messages.value = messages.value.filter((one) => one.id !== id);
}
