import { html } from "../html.js";
import { perspectiveWords } from "../components/perspective.js";
import { say, timeWords } from "../words.js";

/** How the talk was shared between perspectives, span by span; only groups that are large enough. @param {{ spans: any[] }} props */
export function PerspectivesOf({ spans }) {
  return html`<section class="report-part" aria-labelledby="by-perspective"><h2 id="by-perspective">${say("groups-title")}</h2>
    <p class="soft">${say("groups-report")}</p>
    ${spans.map((span) => html`<div class="stack tight" key=${span.since_at}><h3>${say("groups-when", { from: timeWords(span.since_at), to: timeWords(span.until_at) })}</h3>
      <ul class="stack tight">${Object.entries(span.groups).map(([label, part]) => html`<li key=${label}>${say("groups-part", { who: perspectiveWords(label), talk: part.talk, fair: part.fair })}</li>`)}</ul></div>`)}
  </section>`;
}
