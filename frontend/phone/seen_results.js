// Which results this device's person has read: those go from the top, and stay among what came of it.
import { remembered } from "../behaviours/remembered.js";

/** More than a meeting has; older ones stand in the list anyway. */
const KEPT = 30;

const seen = remembered("results-seen", /** @type {{ ids: string[] }} */ ({ ids: [] }));

/** @param {string} id */
export function isSeen(id) {
  return seen.value.ids.includes(id);
}

/** @param {string} id */
export function see(id) {
  seen.value = { ids: [...seen.value.ids, id].slice(-KEPT) };
}
