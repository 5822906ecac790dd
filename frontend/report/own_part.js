import { html } from "../html.js";
import { lengthWords, say } from "../words.js";

/** A participant's own part, which nobody else reads here. @param {{ own: Record<string, any> }} props */
export function OwnPart({ own }) {
  return html`<section class="report-part card you pad stack tight" aria-labelledby="own"><h2 id="own">${say("own-title")}</h2>
    <p>${say("my-time-words", { length: lengthWords(own.talk_ms ?? 0), turns: own.turns ?? 0 })}</p><p class="soft">${say("my-time-private")}</p></section>`;
}
