import { html } from "../html.js";
import { say } from "../words.js";

/** About so many marks of time fit under the lanes. */
const TICKS = 7;
/** Steps that people count in, in minutes. */
const STEPS_MIN = [1, 2, 5, 10, 15, 20, 30, 60];

/** Who spoke when. Facilitators see everybody's lane and, dashed, when they followed a nudge. @param {{ report: Record<string, any> }} props */
export function Lanes({ report }) {
  const { from_at, to_at, order, by_id, everybody } = report.lanes;
  const length = Math.max(1, to_at - from_at);
  const at = (/** @type {number} */ ms) => `${(((ms - from_at) / length) * 100).toFixed(2)}%`;
  const step = (STEPS_MIN.find((min) => length / (min * 60_000) <= TICKS) ?? 60) * 60_000;
  const ticks = Array.from({ length: Math.floor(length / step) + 1 }, (_, n) => n * step).filter((ms) => ms <= length * 0.97);
  const marks = acted(report);
  /** @type {[string, string, [number, number][]][]} */
  const rows = order.map((/** @type {string} */ id) => [id, by_id[id].name, by_id[id].talk]);
  if (everybody) rows.push(["", say("lanes-everybody"), everybody]);
  return html`<section class="report-part" aria-labelledby="lanes"><h2 id="lanes">${say("lanes-title")}</h2>
    ${rows.every(([, , talk]) => talk.length === 0) ? html`<p class="soft">${say("lanes-empty")}</p>` : html`<div class="report-lanes">
      ${rows.map(([id, name, talk]) => html`<div class="report-lane" key=${id}>
        <span>${name}</span>
        <span class="lane" role="img" aria-label=${say("lanes-aloud", { name, n: talk.length })}>
          ${talk.map(([from, to]) => html`<i key=${from} style=${{ left: at(from), width: `${(((to - from) / length) * 100).toFixed(3)}%` }}></i>`)}
        </span></div>`)}
      <div class="report-lane report-ticks" aria-hidden="true"><span></span><span class="ticks">
        ${ticks.map((ms) => html`<span key=${ms} style=${{ left: at(from_at + ms) }}>${ms ? Math.round(ms / 60_000) : say("minutes-from")}</span>`)}</span></div>
      <div class="report-lane report-marks"><span></span><span class="marks">
        ${marks.map(([letter, when, words]) => html`<span key=${letter} style=${{ left: at(when) }} title=${words}><b>${letter}</b></span>`)}</span></div>
    </div>`}
    ${marks.length > 0 && html`<p class="soft">${say("lanes-marks", { n: marks.length, letters: marks.map(([letter]) => letter).join(" ") })}</p>`}
  </section>`;
}

/** The nudges that a facilitator followed: a letter, when, and which. @param {Record<string, any>} report @returns {[string, number, string][]} */
export function acted(report) {
  const nudges = report.nudges;
  if (!nudges) return [];
  return nudges.order
    .filter((/** @type {string} */ id) => nudges.by_id[id].state === "acted")
    .map((/** @type {string} */ id, /** @type {number} */ index) => [String.fromCharCode(97 + (index % 26)), nudges.by_id[id].raised_at, id]);
}
