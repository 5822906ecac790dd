// What was pressed stands at once. A choice that shows what the server holds is drawn anew whenever anybody does
// anything; without this it would take the press away until the answer comes.
import { useRef, useState } from "../html.js";

/**
 * A choice of one value that the server holds.
 * @template {string | number | boolean} T
 * @param {T} held  what the server holds
 * @returns {[T, <R>(value: T, sending: Promise<R | null>) => Promise<R | null>]}  what to show, and what to call on a
 *   press with the command's promise
 */
export function usePressed(held) {
  const [pressed, setPressed] = useState(/** @type {{ value: T } | null} */ (null));
  const presses = useRef(0);
  const press = async (/** @type {T} */ value, /** @type {Promise<any>} */ sending) => {
    const mine = (presses.current ?? 0) + 1;
    presses.current = mine;
    setPressed({ value });
    const told = await sending;
    // What changed comes before the answer. Who steps through a list presses again before that.
    if (mine === presses.current) setPressed(null);
    return told;
  };
  return [pressed ? pressed.value : held, press];
}
