// What somebody has typed or set and not sent yet stays, whatever is drawn meanwhile: another step, a turned device, my
// turn to speak, a lost connection. It goes when it was sent, and when the page is closed; it is kept nowhere else.
import { signal, useRef } from "../html.js";
import { session, you } from "../state.js";

/** By whose it is and name. @type {Map<string, { value: { is: any } | null }>} */
const drafts = new Map();

/** Whose page this is now: somebody else may come in on it after them. */
const whose = () => `${session.value.id} ${you.value.participant ?? you.value.device ?? ""}`;

/** @param {string} key */
function draftOf(key) {
  const kept = drafts.get(key) ?? signal(/** @type {{ is: any } | null} */ (null));
  drafts.set(key, kept);
  return kept;
}

/**
 * As `useState`, for a field of a form. Without a draft it shows what is held, also when that changes.
 * @template T
 * @param {string | null} name  of the form and its field, `FORM/FIELD`; null: on a device that is handed on nothing stays
 * @param {T | (() => T)} held  what stands there as long as nobody has changed it
 * @returns {[T, (value: T | ((now: T) => T)) => void]}
 */
export function useDraft(name, held) {
  const own = useRef(/** @type {{ value: { is: T } | null } | null} */ (null));
  own.current ??= signal(/** @type {{ is: T } | null} */ (null));
  const kept = name === null ? own.current : draftOf(`${whose()} ${name}`);
  const now = () => (kept.value ? kept.value.is : typeof held === "function" ? /** @type {() => T} */ (held)() : held);
  return [now(), (value) => (kept.value = { is: typeof value === "function" ? /** @type {(now: T) => T} */ (value)(now()) : value })];
}

/**
 * What was sent is no draft any more; what was typed while it was on its way still is one.
 * @template T
 * @param {string} form @param {Promise<T | null>} sending  the command's promise
 */
export async function sentFrom(form, sending) {
  const before = fieldsOf(form).map((kept) => ({ kept, was: kept.value }));
  const told = await sending;
  if (told) for (const { kept, was } of before) if (kept.value === was) kept.value = null;
  return told;
}

/** Whoever wrote it does not want it any more. @param {string} form */
export function dropDraft(form) {
  for (const kept of fieldsOf(form)) kept.value = null;
}

/** @param {string} form */
function fieldsOf(form) {
  const prefix = `${whose()} ${form}/`;
  return [...drafts].filter(([key]) => key.startsWith(prefix)).map(([, kept]) => kept);
}
