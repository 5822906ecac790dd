// What people write about ideas: short, and it says how much room is left before there is none.
import { html } from "../html.js";
import { say } from "../words.js";

/** The server takes no more of one idea, remark or reason. */
export const LONGEST = 300;
/** From here on it is worth saying. */
const SAID_FROM = 60;

/** @param {{ text: string }} props */
export function Left({ text }) {
  const left = LONGEST - [...text].length;
  return html`<p class="soft left-over" role="status">${left <= SAID_FROM ? say("write-left", { n: left }) : ""}</p>`;
}
