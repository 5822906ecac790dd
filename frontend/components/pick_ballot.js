// Which should we talk about? Up to three ideas, on one's own phone or on one that is handed round.
import { html, useState } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { ownOrder } from "../own_order.js";
import { wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** @typedef {import("../generated/messages").OpenPickView} OpenPick */

/** @param {{ pick: OpenPick, by: string, given?: readonly string[], participant?: string, done: () => void, back?: () => void }} props  `by`: in whose order they stand */
export function PickBallot({ pick, by, given = [], participant, done, back }) {
  const [marks, setMarks] = useDraft(participant ? null : `pick/${pick.id}/marks`, () => [...given]);
  const [busy, setBusy] = useState(false);
  const full = marks.length >= pick.most;
  const mark = (/** @type {string} */ id) => setMarks((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(0, pick.most)));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await sentFrom(`pick/${pick.id}`, act({ do: "pick.give", pick: pick.id, ideas: marks, ...(participant ? { participant } : {}) }));
    setBusy(false);
    if (answer) done();
  };
  return html`<form class="stack ballot" onSubmit=${send}>
    <fieldset class="stack tight"><legend class="question">${say("pick-ask", { n: pick.most })}</legend>
      ${ownOrder(by, pick.ideas).map((id) => {
        const on = marks.includes(id);
        return html`<label key=${id} class="choice"><input type="checkbox" checked=${on} disabled=${!on && full} onChange=${() => mark(id)} /><span>${wordsOf(id) || say("option-gone")}</span></label>`;
      })}</fieldset>
    <p role="status" class="soft">${say("pick-marked", { n: marks.length, most: pick.most })}</p>
    <button class="button solid you main" data-pending=${busy ? "" : null}>${say("ballot-send")}</button>
    ${back && html`<button type="button" class="button bare wide" onClick=${back}>${say("ballot-back")}</button>`}
  </form>`;
}
