// On the shared screen: what everybody is asked just now, or what came of it a moment ago.
import { html } from "../html.js";
import { CheckResult } from "../components/check_result.js";
import { PickResult } from "../components/pick_result.js";
import { HardResult } from "../components/hard_result.js";
import { checks, hardQuestion, newestFirst, optionWords, picks, stepsOf, numberOf, surveys } from "../standing_state.js";
import { say } from "../words.js";

/** Long enough to read a picture and to talk about it; then the queue has the room again. */
const SHOWN_MS = 5 * 60_000;

/** What stands in the place of the queue: the question that is open; nothing otherwise. */
export function askedHere() {
  const pick = picks.value.open;
  if (pick) return html`<section class="projector-asked" aria-label=${say("pick-question")}><h1 class="result-asks">${say("pick-question")}</h1>
    <p class="soft">${say("screen-answer-how")}</p><${Progress} open=${pick} /></section>`;
  const check = checks.value.open;
  if (check) return html`<section class="projector-asked" aria-label=${say("check-open")}><h1 class="result-asks">${check.asks}</h1>
    <p class="soft">${say("screen-answer-how")}</p><${Progress} open=${check} />
    <ul class="projector-steps">${check.what === "ranked" ? check.options.map((option) => html`<li key=${option}>${option}</li>`)
      : stepsOf(check.what).map(({ value, words }) => html`<li key=${value}><b>${numberOf(check.what, value)}</b> ${words}</li>`)}</ul></section>`;
  const survey = surveys.value.open;
  if (survey) return html`<section class="projector-asked" aria-label=${say("hard-open")}><h1 class="result-asks">${hardQuestion(survey)}</h1>
    <p class="soft">${say("screen-answer-how")}</p><${Progress} open=${survey} />
    <ul class="projector-steps">${survey.options.map((option) => html`<li key=${option}>${optionWords(survey, option)}</li>`)}</ul></section>`;
  return null;
}

/** What came of the last check, survey or vote. @returns {import("./shown_now").Shown | null} */
export function newestResult() {
  const [check] = newestFirst(checks.value);
  const [hard] = newestFirst(surveys.value);
  const [pick] = newestFirst(picks.value);
  const newest = Math.max(check?.[1].closed_at ?? 0, hard?.[1].closed_at ?? 0, pick?.[1].closed_at ?? 0);
  if (!newest) return null;
  return { at: newest, for_ms: SHOWN_MS, picture: html`<section class="projector-asked" aria-label=${say("check-result")}>
    ${pick && pick[1].closed_at === newest ? html`<${PickResult} pick=${pick[1]} level=${1} />` : hard && hard[1].closed_at === newest ? html`<${HardResult} survey=${hard[1]} level=${1} />` : check && html`<${CheckResult} check=${check[1]} level=${1} />`}</section>` };
}

/** @param {{ open: { answered: number, asked: number } }} props */
function Progress({ open }) {
  return html`<p class="projector-progress"><b>${say("asked-of", { n: open.answered, of: open.asked })}</b></p>
    <div class="bar asked-bar" style=${{ "--part": open.asked ? (open.answered / open.asked).toFixed(3) : "0" }} aria-hidden="true"></div>`;
}
