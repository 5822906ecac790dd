// A choice from a list that the server holds: what was chosen stands until the server has answered, whatever is drawn meanwhile.
import { html } from "../html.js";
import { usePressed } from "../behaviours/pressed.js";

/**
 * @template {string | number} T
 * @param {{ held: T, send: (value: T) => Promise<any>, options: readonly (readonly [T, unknown])[], id?: string, label?: string, look?: string }} props
 *   `options`: each with its words; `label`: where no label of its own stands beside it
 */
export function HeldSelect({ held, send, options, id, label, look }) {
  const [shown, press] = usePressed(held);
  const choose = (/** @type {any} */ event) => {
    const value = /** @type {T} */ (typeof held === "number" ? Number(event.target.value) : event.target.value);
    void press(value, send(value));
  };
  return html`<select id=${id} class=${look} aria-label=${label} value=${shown} onChange=${choose}>${options.map(([value, words]) => html`<option key=${value} value=${value}>${words}</option>`)}</select>`;
}
