// How hard each option would be to live with: a sentence, and for each option how many gave each step from 0 to 10.
import { html } from "../html.js";
import { LEAVE, hardQuestion, optionWords } from "../standing_state.js";
import { listWords, numberWords, say } from "../words.js";
import { Counted } from "./check_result.js";

/** @typedef {import("../standing_state.js").Survey} Survey */

/** @param {{ survey: Survey, level?: number }} props */
export function HardResult({ survey, level = 3 }) {
  const Title = `h${level}`;
  const placed = survey.places.flat();
  const rows = [...placed, ...survey.order.filter((option) => !placed.includes(option))];
  return html`<div class="result stack">
    <${Title} class="result-asks">${hardQuestion(survey)}</${Title}>
    <p class="result-says"><b>${says(survey)}</b></p>
    <ul class="levels">${rows.map((option) => html`<${Row} key=${option} survey=${survey} option=${option} />`)}</ul>
    ${!survey.yes_no && html`<p class="soft levels-key">${say("hard-key")}</p>`}
    <${Counted} of=${survey} />
  </div>`;
}

/** What is easiest to live with, and what is no easier than leaving things as they are. @param {Survey} survey */
function says(survey) {
  const only = survey.options[survey.order[0] ?? ""];
  if (survey.yes_no) return only?.objections === undefined ? say("result-too-few") : say("object-says", { n: only.objections, of: only.answered });
  const [first = []] = survey.places;
  if (!first.length) return say("result-too-few");
  const named = (/** @type {string[]} */ options) => listWords(options.map((option) => `“${optionWords(survey, option)}”`));
  const over = survey.order.filter((option) => survey.options[option]?.over_the_limit);
  const best = first.every((option) => option === LEAVE) ? say("hard-leave-first") : say("hard-first", { n: first.length, names: named(first) });
  return over.length ? `${best} ${say("hard-over", { n: over.length, names: named(over) })}` : best;
}

/** @param {{ survey: Survey, option: string }} props */
function Row({ survey, option }) {
  const one = survey.options[option];
  if (!one) return null;
  const levels = one.levels ?? [];
  const most = Math.max(1, ...levels);
  const limit = option === LEAVE;
  return html`<li class=${limit ? "limit" : ""}>
    <p><b>${optionWords(survey, option)}</b>${limit && html` <span class="soft">${say("hard-limit")}</span>`}</p>
    ${one.too_few ? html`<p class="soft">${say("option-too-few", { n: one.answered })}</p>` : survey.yes_no ? null : html`<div class="level-bars" aria-hidden="true">
        ${levels.map((n, step) => html`<span key=${step} style=${{ "--part": (n / most).toFixed(3) }} class=${n ? "" : "none"}><i></i><small>${step}</small></span>`)}</div>
      <p class="aloud">${listWords(levels.flatMap((n, step) => (n ? [say("hard-level", { n, step })] : [])))}</p>
      <p class="soft">${say("hard-total", { percent: numberWords(one.acceptance ?? 0, 0) })}
        ${one.gain !== undefined && ` ${say(one.over_the_limit ? "hard-gain-none" : "hard-gain", { gain: numberWords(one.gain, 0) })}`}
        ${one.needs_answer ? ` ${say("hard-needs-answer", { n: one.needs_answer })}` : ""}</p>`}
  </li>`;
}
