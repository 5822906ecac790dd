import { html } from "../html.js";

/** The mouth of each of three faces; the word beside it says the same. @type {Record<number, string>} */
const MOUTHS = { 1: "M8 16.500c2.500-2.500 5.500-2.500 8 0", 3: "M8 15.500h8", 5: "M8 14.500c2.500 2.500 5.500 2.500 8 0" };

/** @param {{ step: number }} props  1, 3 or 5 */
export function Face({ step }) {
  return html`<svg width="40" height="40" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9" /><path d="M9 9.500h.01M15 9.500h.01" stroke-width="2.500" /><path d=${MOUTHS[step]} /></svg>`;
}
