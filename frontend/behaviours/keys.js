// Single keys for who steers with the keyboard. They are silent while somebody types, and while a dialog is open (but
// the one that covers the page: who needs it needs it at once).
import { useLayoutEffect } from "../html.js";

const COVER = "C";

/** @param {(key: string) => boolean} press  whether the key did something */
export function useKeys(press) {
  // At once: a key pressed on what has just appeared is meant for it, not for what stood there before.
  useLayoutEffect(() => {
    const listen = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      const target = /** @type {HTMLElement} */ (event.target);
      if (target.closest("input, textarea, select, [contenteditable]")) return;
      if (document.querySelector("dialog[open]") && event.key.toUpperCase() !== COVER) return;
      if (press(event.key.length === 1 ? event.key.toUpperCase() : event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
