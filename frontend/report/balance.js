import { html } from "../html.js";
import { clockWords, numberWords, say } from "../words.js";

/** A fair share is the middle line; this much more or less of it reaches the edge. */
const EDGE = 1.6;

/** Everybody beside an even share, in seat order: for facilitators' eyes. @param {{ report: Record<string, any> }} props */
export function Balance({ report }) {
  const ids = report.lanes.order.filter((/** @type {string} */ id) => id in report.balance);
  return html`<section class="report-part" aria-labelledby="balance"><h2 id="balance">${say("balance-title")}</h2>
    <p class="soft">${say("balance-text")}</p>
    <table class="report-table shares"><thead><tr><th scope="col">${say("balance-who")}</th><th scope="col">${say("balance-time")}</th><th scope="col">${say("balance-turns")}</th>
      <th scope="col"><span class="legend-bars"><span>${say("heard-less")}</span><span>${say("heard-more")}</span></span></th></tr></thead>
      <tbody>${ids.map((/** @type {string} */ id) => html`<${Row} key=${id} one=${report.balance[id]} />`)}</tbody></table>
  </section>`;
}

/** @param {{ one: Record<string, any> }} props */
function Row({ one }) {
  const less = one.ratio < 1;
  return html`<tr><th scope="row">${one.name} <span class="soft plain">${say(`place-${one.place}-short`)}</span></th>
    <td>${clockWords(one.talk_ms ?? 0)}</td><td>${one.turns ?? 0}${one.written ? html` <span class="soft">${say("written-count", { n: one.written })}</span>` : null}</td>
    <td>${one.ratio === undefined ? html`<span class="soft">${say(one.measured === false ? "not-measured" : "share-early-short")}</span>`
      : html`<span class="share" style=${{ "--part": Math.min(1, Math.abs(one.ratio - 1) / EDGE).toFixed(3) }}>
        <span class=${less ? "share-bar less" : "share-bar more"}></span>
        <span class=${less ? "share-number less" : "share-number more"}><span class="aloud">${say("share-aloud")} </span>${numberWords(one.ratio)}</span></span>`}</td></tr>`;
}
