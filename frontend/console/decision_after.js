// After a decision: late words are answered, and when its day comes, what came of it is written beside how sure we were.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { LONGEST } from "../components/writing.js";
import { say } from "../words.js";

const CAME = /** @type {const} */ (["better", "as_hoped", "worse", "too_early"]);

/** @param {{ id: string, word: string, late: import("../generated/messages").LateWordView }} props */
export function AnswerLate({ id, word, late }) {
  const field = useId();
  const form = `late-answer/${word}`;
  const [text, setText] = useDraft(`${form}/text`, "");
  if (!may("decision.answer_late")) return null;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "decision.answer_late", decision: id, word, text }));
  };
  return html`<form class="card pad next stack" onSubmit=${send}><p><b>${say(`stance-${late.stance}`)}</b> “${late.text}”</p>
    ${late.stance === "object" && html`<p class="soft">${say("late-waits")}</p>`}
    <div class="field"><label for=${field}>${say("late-answer-label")}</label><textarea id=${field} class="short" rows="2" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <div class="row"><button class="button">${say("late-answer-go")}</button></div></form>`;
}

/** @param {{ id: string }} props */
export function Review({ id }) {
  const field = useId();
  const form = `review/${id}`;
  const [came, setCame] = useDraft(`${form}/came`, /** @type {typeof CAME[number]} */ ("as_hoped"));
  const [text, setText] = useDraft(`${form}/text`, "");
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "decision.review", decision: id, came, text }));
  };
  return html`<form class="stack" onSubmit=${send}><p class="soft">${say("review-means")}</p>
    <div class="field"><label for=${`${field}-c`}>${say("review-came")}</label><select id=${`${field}-c`} value=${came} onChange=${(/** @type {any} */ event) => setCame(event.target.value)}>${CAME.map((one) => html`<option key=${one} value=${one}>${say(`came-${one}`)}</option>`)}</select></div>
    <div class="field"><label for=${field}>${say("review-text")}</label><textarea id=${field} class="short" rows="2" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <div class="row"><button class="button">${say("review-go")}</button></div></form>`;
}
