import { html } from "../html.js";
import { lengthWords, say } from "../words.js";

/** A participant's own part, which nobody else reads here. @param {{ own: Record<string, any> }} props */
export function OwnPart({ own }) {
  return html`<section class="report-part card you pad stack tight" aria-labelledby="own"><h2 id="own">${say("own-title")}</h2>
    <p>${say("my-time-words", { length: lengthWords(own.talk_ms ?? 0), turns: own.turns ?? 0 })}</p>${own.longest_wait_ms !== undefined && html`<p>${say("own-waited", { longest: lengthWords(own.longest_wait_ms) })}</p>`}
    ${own.cut_off !== undefined && html`<p>${say("own-cut", { off: own.cut_off, in: own.cut_in })}</p>`}<p class="soft">${say("my-time-private")}</p></section>`;
}
