// A choice about this device's screen that stays as it was left: which panels are open, which span is shown.
import { effect, signal } from "../html.js";

/**
 * @template T
 * @param {string} name @param {T} usual
 */
export function remembered(name, usual) {
  const key = `evenfloor.${name}`;
  const kept = signal(read(key, usual));
  effect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(kept.value));
    } catch {
      // Without storage it stays as left until the page is closed.
    }
  });
  return kept;
}

/** @template T @param {string} key @param {T} usual @returns {T} */
function read(key, usual) {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? "null");
    if (value === null) return usual;
    return typeof usual === "object" ? { ...usual, ...value } : value;
  } catch {
    return usual;
  }
}
