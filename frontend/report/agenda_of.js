import { html } from "../html.js";
import { lengthWords, say } from "../words.js";

/** The agenda as planned, beside what came of it. @param {{ items: any[] }} props */
export function AgendaOf({ items }) {
  if (!items.length) return null;
  return html`<section class="report-part" aria-labelledby="report-agenda">
    <h2 id="report-agenda">${say("agenda")}</h2>
    <ol>${items.map((item, at) => html`<li key=${at}><b>${item.title}</b> ${item.used_ms === undefined ? say("agenda-of-left") : item.planned_ms
      ? say("agenda-of-planned", { used: lengthWords(item.used_ms), planned: lengthWords(item.planned_ms), n: item.spoke }) : say("agenda-of", { used: lengthWords(item.used_ms), n: item.spoke })}${item.extended_ms > 0 && html` ${say("agenda-of-extended", { length: lengthWords(item.extended_ms) })}`}</li>`)}</ol>
  </section>`;
}
