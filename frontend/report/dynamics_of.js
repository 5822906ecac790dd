// How the floor went round: waits, who was let in out of order, who was cut off, and what could not be measured.
import { html } from "../html.js";
import { clockWords, lengthWords, listWords, say } from "../words.js";

/** Nobody feels that they waited less than this. */
const AT_ONCE_MS = 5_000;

/** @param {{ report: Record<string, any> }} props */
export function DynamicsOf({ report }) {
  const { dynamics, heard_by = [] } = report;
  if (!dynamics) return null;
  const { waits, out_of_order = {}, pairs = [], cut_off } = dynamics;
  const order = Object.entries(out_of_order).map(([why, n]) => say(`out-of-order-${why}`, { n: Number(n) }));
  const name = (/** @type {string} */ id) => report.balance?.[id]?.name ?? report.lanes?.by_id[id]?.name ?? say("dynamics-somebody");
  return html`<section class="report-part" aria-labelledby="dynamics"><h2 id="dynamics">${say("dynamics-title")}</h2>
    <ul class="stack tight">
      ${waits && html`<li>${say("dynamics-waits", { n: waits.turns, at_once: waits.median_ms < AT_ONCE_MS ? "yes" : "no", median: lengthWords(waits.median_ms), longest: lengthWords(waits.longest_ms) })}</li>`}
      ${order.length > 0 && html`<li>${say("dynamics-order", { what: listWords(order) })}</li>`}
      ${dynamics.stretches > 0 && html`<li>${say("dynamics-changes", { n: dynamics.changes, length: lengthWords(dynamics.median_talk_ms) })}</li>`}
      ${dynamics.overlap_ms !== undefined && html`<li>${say("dynamics-overlap", { overlap: lengthWords(dynamics.overlap_ms), silence: lengthWords(dynamics.silence_ms) })}</li>`}
      <li>${cut_off === undefined ? say("dynamics-cut-unknown") : say("dynamics-cut", { n: cut_off })}</li>
      <li>${heard_by.length ? say("dynamics-heard-by", { what: listWords(heard_by.map((/** @type {string} */ source) => say(`heard-by-${source}`))) }) : say("dynamics-heard-by-nothing")}</li>
    </ul>
    ${pairs.length > 0 && html`<p class="soft">${say("dynamics-pairs")}</p><table class="report-table"><thead><tr><th scope="col">${say("cut-who")}</th><th scope="col">${say("cut-by")}</th><th scope="col">${say("cut-times")}</th></tr></thead>
      <tbody>${pairs.map((/** @type {any} */ one) => html`<tr key=${`${one.who} ${one.by}`}><th scope="row">${name(one.who)}</th><td>${name(one.by)}</td><td>${one.times}</td></tr>`)}</tbody></table>`}
  </section>`;
}

/** Everybody's talk in each part of the agenda, beside an even share of it: for facilitators' eyes. @param {{ report: Record<string, any> }} props */
export function ByItem({ report }) {
  const items = (report.agenda ?? []).filter((/** @type {any} */ item) => item.people && Object.keys(item.people).length > 0);
  if (!report.balance || !items.length) return null;
  const ids = report.lanes.order.filter((/** @type {string} */ id) => id in report.balance);
  return html`<section class="report-part" aria-labelledby="by-item"><h2 id="by-item">${say("by-item-title")}</h2>
    <p class="soft">${say("by-item-text")}</p>
    <div class="report-scrolls" tabindex="0" role="group" aria-labelledby="by-item"><table class="report-table"><thead><tr><th scope="col">${say("balance-who")}</th>${items.map((/** @type {any} */ item, /** @type {number} */ at) => html`<th scope="col" key=${at}>${item.title}</th>`)}</tr></thead>
      <tbody>${ids.map((/** @type {string} */ id) => html`<tr key=${id}><th scope="row">${report.balance[id].name}</th>
        ${items.map((/** @type {any} */ item, /** @type {number} */ at) => html`<td key=${at}>${item.people[id] ? html`${clockWords(item.people[id].talk_ms)} <span class="soft">${say("by-item-part", { fair: clockWords(item.people[id].expected_ms) })}</span>` : "–"}</td>`)}</tr>`)}</tbody></table></div>
  </section>`;
}

/** What was noted, below what was on. @param {{ notes: any[] }} props */
export function NotesOf({ notes }) {
  return html`<section class="report-part" aria-labelledby="report-notes"><h2 id="report-notes">${say("notes-of")}</h2>
    <ul class="stack tight">${notes.map((one, at) => html`<li key=${at}>${one.item && one.item !== notes[at - 1]?.item && html`<b>${one.item}: </b>`}${one.text}</li>`)}</ul>
  </section>`;
}
