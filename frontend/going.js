// Where this page is, and going to another without loading everything anew.
import { signal } from "./html.js";

const here = () => location.pathname + location.hash;

/** The address below this server, with what stands behind its `#`. */
export const path = signal(here());
window.addEventListener("popstate", () => (path.value = here()));

/** @param {string} to  another page of this server */
export function go(to) {
  history.pushState(null, "", to);
  path.value = to;
  window.scrollTo(0, 0);
}
