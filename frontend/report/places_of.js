import { html } from "../html.js";
import { say } from "../words.js";

/** How those in the room were heard beside those who were not. @param {{ places: Record<string, { people: number, talk: number, fair: number }>, exact: boolean }} props */
export function PlacesOf({ places, exact }) {
  return html`<section class="report-part" aria-labelledby="by-place"><h2 id="by-place">${say("by-place-title")}</h2>
    ${!exact && html`<p class="soft">${say("by-place-rounded")}</p>`}
    <ul class="stack tight">${Object.entries(places).map(([place, part]) => html`<li key=${place}>${say("by-place-part", { place: say(`place-${place}`), n: part.people, talk: part.talk, fair: part.fair })}</li>`)}</ul>
  </section>`;
}
