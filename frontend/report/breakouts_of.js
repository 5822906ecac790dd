import { html } from "../html.js";
import { say } from "../words.js";

/** What each group found, and how many spoke in it. @param {{ groups: any[] }} props */
export function BreakoutsOf({ groups }) {
  return html`<section class="report-part" aria-labelledby="in-groups"><h2 id="in-groups">${say("group-reports")}</h2>
    ${groups.map((one, index) => html`<div class="stack tight" key=${index}><h3>${one.name}</h3><p class="soft">${say("group-report-figures", { n: one.people, spoke: one.spoke })}</p>
      ${one.report && html`<blockquote class="written-words">${one.report}</blockquote>`}</div>`)}
  </section>`;
}
