// What came of "Which should we talk about?": a sentence, and how many chose each idea.
import { html } from "../html.js";
import { wordsOf } from "../ideas_state.js";
import { say } from "../words.js";
import { Counted } from "./check_result.js";

/** @typedef {import("../generated/messages").PickView} Pick */

/** @param {{ pick: Pick, level?: number }} props */
export function PickResult({ pick, level = 3 }) {
  const Title = `h${level}`;
  const most = Math.max(1, ...Object.values(pick.marks));
  const rows = [...pick.ideas].sort((one, other) => (pick.marks[other] ?? 0) - (pick.marks[one] ?? 0));
  return html`<div class="result stack">
    <${Title} class="result-asks">${say("pick-question")}</${Title}>
    <p class="result-says"><b>${pick.too_few ? say("pick-too-few") : say("pick-says", { n: pick.chosen.length })}
      ${pick.tied.length > 0 && ` ${say("pick-tied", { tied: pick.tied.length, free: pick.free })}`}</b></p>
    ${!pick.too_few && html`<ul class="tally picks">${rows.map((id) => html`<li key=${id} class=${pick.marks[id] ? "" : "none"}>
      <span class="tally-step">${wordsOf(id) || say("option-gone")} ${pick.chosen.includes(id) ? html`<span class="tag floor">${say("pick-chosen")}</span>` : pick.tied.includes(id) ? html`<span class="tag">${say("pick-is-tied")}</span>` : null}</span>
      <span class="tally-bar" aria-hidden="true"><i style=${{ "--part": ((pick.marks[id] ?? 0) / most).toFixed(3) }}></i></span> <b class="tally-count">${pick.marks[id] ?? 0}</b></li>`)}</ul>`}
    <${Counted} of=${pick} /></div>`;
}
