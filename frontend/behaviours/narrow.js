// How much room the page has: on a phone the console shows one thing at a time, on a tablet it uses fewer words.
import { signal } from "../html.js";

export const narrow = matches("(max-width: 640px)");
export const tight = matches("(max-width: 1100px)");

/** @param {string} condition */
function matches(condition) {
  const query = window.matchMedia(condition);
  const now = signal(query.matches);
  query.addEventListener("change", () => (now.value = query.matches));
  return now;
}
