// What people of different experience said of one idea, in a line each; and one question each way where they lie apart.
import { html } from "../html.js";
import { perspectiveWords } from "./perspective.js";
import { listWords, say } from "../words.js";

/** @typedef {import("../generated/messages").ScoredIdeaView} Scored */

const QUESTIONS = /** @type {const} */ (["suitable", "feasible", "acceptable", "beneficial"]);

/** Small groups are never shown: then their reasons stand there without a label. @param {{ scored: Scored, brief?: boolean }} props  brief: the questions alone, where there are any */
export function ByPerspective({ scored, brief = false }) {
  const labels = [...new Set(QUESTIONS.flatMap((question) => Object.keys(scored.questions[question].by_perspective ?? {})))].sort();
  if (!labels.length) return null;
  return html`<section class="stack tight" aria-label=${say("by-perspective")}>
    ${!(brief && scored.each_way) && html`<p><b>${say("by-perspective")}</b></p>`}
    ${!(brief && scored.each_way) && labels.map((label) => html`<p key=${label}><b>${perspectiveWords(label)}</b> ${lineOf(scored, label)}</p>`)}
    ${scored.each_way && html`<div class="card pad care stack tight"><p><b>${say("each-way")}</b></p>
      ${scored.each_way.map(({ asked, others, question, more }) => html`<p key=${asked}><b>${say("each-way-to", { asked: perspectiveWords(asked) })}</b> ${say(`each-way-${question}-${more ? "more" : "less"}`, { others: perspectiveWords(others) })}</p>`)}</div>`}</section>`;
}

/** "Mostly yes: fits the need, makes things better. Not really: can be done." @param {Scored} scored @param {string} label */
function lineOf(scored, label) {
  /** @type {Map<number, string[]>} */
  const said = new Map();
  for (const question of QUESTIONS) {
    const own = scored.questions[question].by_perspective?.[label];
    if (own) said.set(Math.round(own.mean), [...(said.get(Math.round(own.mean)) ?? []), say(`question-${question}-short`)]);
  }
  return [...said].sort(([one], [other]) => other - one).map(([score, what]) => say("by-perspective-line", { score: say(`score-${score}`), what: listWords(what) })).join(" ");
}
