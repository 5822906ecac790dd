// Which task is open on this phone; empty: the meeting itself.
import { signal } from "../html.js";

export const opened = signal("");

/** @param {string} name */
export function openTask(name) {
  opened.value = name;
}
