// What has just appeared takes the focus: the next question, the one thing to press, the field to fill in.
import { useLayoutEffect, useRef } from "../html.js";

/**
 * Called while the new part is put on the page, not after it was painted: whoever is quick has pressed Tab by then, and
 * would be put back.
 * @param {readonly unknown[]} [anew] what makes it another thing to look at; nothing: only when it appears
 * @returns {{ current: HTMLElement | null }} for the element's `ref`
 */
export function useFocused(anew = []) {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => element.current?.focus(), [...anew]);
  return element;
}
