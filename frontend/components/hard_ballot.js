// How hard would this be to live with? One option at a time; leaving things as they are comes last.
import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { hardQuestion, optionWords } from "../standing_state.js";
import { say } from "../words.js";
import { Text } from "./check_ballot.js";

/** @typedef {import("../standing_state.js").OpenSurvey} OpenSurvey */

/** One option alone: no reason against it, or one. */
const YES_NO = [0, 10];
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * @param {{ survey: OpenSurvey, given?: Record<string, import("../generated/messages").OwnLevelView>, participant?: string, done: () => void, back?: () => void }} props
 */
export function HardBallot({ survey, given = {}, participant, done, back }) {
  const first = survey.options.findIndex((option) => !given[option]);
  const [at, setAt] = useState(first < 0 ? 0 : first);
  const option = survey.options[at];
  if (option === undefined) return null;
  const next = () => (at + 1 < survey.options.length ? setAt(at + 1) : done());
  return html`<${One} key=${option} survey=${survey} option=${option} at=${at} given=${given[option]} participant=${participant} next=${next}
    before=${at > 0 ? () => setAt(at - 1) : undefined} back=${back} />`;
}

/**
 * @param {{ survey: OpenSurvey, option: string, at: number, given?: import("../generated/messages").OwnLevelView, participant?: string,
 *   next: () => void, before?: () => void, back?: () => void }} props
 */
function One({ survey, option, at, given, participant, next, before, back }) {
  const name = useId();
  const form = `hard-answer/${survey.id}/${option}`;
  const [level, setLevel] = useDraft(participant ? null : `${form}/level`, given?.level ?? -1);
  const [needs, setNeeds] = useDraft(participant ? null : `${form}/needs`, given?.needs ?? "");
  const [busy, setBusy] = useState(false);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || level < 0) return;
    setBusy(true);
    const answer = await sentFrom(form, act({ do: "resistance.give", survey: survey.id, option, level, needs: level > 0 ? needs : "", ...(participant ? { participant } : {}) }));
    setBusy(false);
    if (answer) next();
  };
  const last = at + 1 === survey.options.length;
  return html`<form class="stack ballot" onSubmit=${send}>
    ${!survey.yes_no && html`<p class="soft">${say("hard-of", { n: at + 1, of: survey.options.length })}</p>`}
    <p class="hard-option">${optionWords(survey, option)}</p>
    <fieldset class=${survey.yes_no ? "options" : ""}><legend class="question">${hardQuestion(survey)}</legend>
      ${survey.yes_no ? YES_NO.map((one) => html`<label key=${one} class="option"><input type="radio" name=${name} checked=${level === one} onChange=${() => setLevel(one)} /><span>${say(one ? "object-yes" : "object-no")}</span></label>`) : html`
      <div class="level-choice">${LEVELS.map((one) => html`<label key=${one} class="level"><input type="radio" name=${name} checked=${level === one} onChange=${() => setLevel(one)}
        aria-label=${say(`level-${one === 0 ? "none" : one === 10 ? "most" : "some"}`, { level: one })} /><span aria-hidden="true">${one}</span></label>`)}</div>
      <p class="level-ends soft" aria-hidden="true"><span>${say("level-none", { level: 0 })}</span><span>${say("level-most", { level: 10 })}</span></p>`}
    </fieldset>
    ${level > 0 && html`<${Text} label=${say("ballot-needs")} value=${needs} set=${setNeeds} />`}
    <button class="button solid you main" aria-disabled=${level < 0 ? "true" : null} data-pending=${busy ? "" : null}>${say(last ? "ballot-send" : "ballot-next")}</button>
    ${before ? html`<button type="button" class="button bare wide" onClick=${before}>${say("hard-before")}</button>` : back && html`<button type="button" class="button bare wide" onClick=${back}>${say("ballot-back")}</button>`}
  </form>`;
}
