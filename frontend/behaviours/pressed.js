// What was pressed stands at once. A choice that shows what the server holds is drawn anew whenever anybody does
// anything; without this it would take the press away until the answer comes.
import { useRef, useState } from "../html.js";

/**
 * A choice that the server holds: of one value, or of several that are sent together.
 * @template {string | number | boolean | readonly string[]} T
 * @param {T} held  what the server holds
 * @returns {[T, <R>(value: T, sending: Promise<R | null>) => Promise<R | null>, () => T]}  what to show; what to call on
 *   a press with the command's promise; and what stands at this moment, for a press that adds to it before it is drawn
 */
export function usePressed(held) {
  const [, draw] = useState(0);
  const pressed = useRef(/** @type {{ value: T } | null} */ (null));
  const known = useRef(held);
  known.current = held;
  const presses = useRef(0);
  const press = async (/** @type {T} */ value, /** @type {Promise<any>} */ sending) => {
    const mine = (presses.current ?? 0) + 1;
    presses.current = mine;
    pressed.current = { value };
    draw(mine);
    const told = await sending;
    // What changed comes before the answer. Who steps through a list presses again before that.
    if (mine === presses.current) {
      pressed.current = null;
      draw(-mine);
    }
    return told;
  };
  const now = () => (pressed.current ? pressed.current.value : /** @type {T} */ (known.current));
  return [now(), press, now];
}
