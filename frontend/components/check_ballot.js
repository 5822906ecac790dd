// One person's answer to a check, on their own phone or on one that is handed round.
import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { numberOf, stepsOf } from "../standing_state.js";
import { say } from "../words.js";

/** @typedef {import("../standing_state.js").OpenCheck} OpenCheck */

/** Consent has a third way: consent, and a worry that is heard. */
const WORRY = 2;
/** From which steps on people are asked what they would need. @type {Record<string, readonly number[]>} */
const NEEDING = { fist: [0, 1, 2], gradients: [5, 6, 7, 8], consent: [0], score: [1, 2] };

/** What is sent: its choice as a number, the places of a ranking, and what was written. @typedef {{ choice: number, places: number[], reason: string, needs: string }} Draft */

/**
 * @param {{ check: OpenCheck, given?: import("../generated/messages").OwnCheckView, participant?: string, done: () => void, back?: () => void }} props
 *   `participant`: whose it is, where the phone is somebody else's
 */
export function CheckBallot({ check, given, participant, done, back }) {
  const name = useId();
  const [draft, setDraft] = useDraft(participant ? null : `check-answer/${check.id}/whole`, () => begin(check, given));
  const [busy, setBusy] = useState(false);
  const change = (/** @type {Partial<Draft>} */ part) => setDraft((now) => ({ ...now, ...part }));
  const objects = check.what === "consent" && draft.choice === 0;
  const worries = check.what === "consent" && draft.choice === WORRY;
  const ready = check.what === "ranked" ? draft.places.some(Boolean) : draft.choice >= 0 && !((objects || worries) && !draft.reason.trim());
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    const answer = await sentFrom(`check-answer/${check.id}`, act(answerOf(check, draft, participant)));
    setBusy(false);
    if (answer) done();
  };
  return html`<form class="stack ballot" onSubmit=${send}>
    ${check.what === "ranked" ? html`<${Ranking} check=${check} places=${draft.places} set=${(/** @type {number[]} */ places) => change({ places })} />`
      : html`<fieldset class="options"><legend class="aloud">${check.asks}</legend>
        ${choices(check.what).map(({ value, words }) => html`<label key=${value} class="option"><input type="radio" name=${name} checked=${draft.choice === value} onChange=${() => change({ choice: value })} />
          <span>${value !== WORRY || check.what !== "consent" ? numberOf(check.what, value) && html`<b>${numberOf(check.what, value)}</b> ` : ""}${words}</span></label>`)}
      </fieldset>`}
    ${(objects || worries) && html`<${Text} label=${say(objects ? "ballot-harm" : "ballot-worry")} value=${draft.reason} set=${(/** @type {string} */ reason) => change({ reason })} />`}
    ${NEEDING[check.what]?.includes(draft.choice) && html`<${Text} label=${say("ballot-needs")} value=${draft.needs} set=${(/** @type {string} */ needs) => change({ needs })} />`}
    <button class="button solid you main" aria-disabled=${ready ? null : "true"} data-pending=${busy ? "" : null}>${say("ballot-send")}</button>
    ${back && html`<button type="button" class="button bare wide" onClick=${back}>${say("ballot-back")}</button>`}
  </form>`;
}

/** @param {string} what */
function choices(what) {
  if (what !== "consent") return stepsOf(what);
  const [yes, no] = stepsOf(what);
  return [yes, { value: WORRY, words: say("step-consent-worry") }, no].flatMap((one) => one ?? []);
}

/** What I said last, to be changed. @param {OpenCheck} check @param {import("../generated/messages").OwnCheckView | undefined} given @returns {Draft} */
function begin(check, given) {
  const places = check.options.map((_, option) => (given?.ranking ?? []).findIndex((tied) => tied.includes(option)) + 1);
  const said = given?.answer ?? -1;
  const choice = check.what === "consent" && said === 1 && given?.reason ? WORRY : said;
  return { choice, places, reason: given?.reason ?? "", needs: given?.needs ?? "" };
}

/** @param {OpenCheck} check @param {Draft} draft @param {string | undefined} participant @returns {import("../views").Command} */
function answerOf(check, draft, participant) {
  const whose = participant ? { participant } : {};
  if (check.what === "ranked") return { do: "check.answer", check: check.id, ranking: rankingOf(draft.places), ...whose };
  const consent = check.what === "consent";
  const answer = consent && draft.choice === WORRY ? 1 : draft.choice;
  const reason = consent && draft.choice !== 1 ? { reason: draft.reason } : {};
  const needs = NEEDING[check.what]?.includes(draft.choice) ? { needs: draft.needs } : {};
  return { do: "check.answer", check: check.id, answer, ...reason, ...needs, ...whose };
}

/** Options of the same place stand together; what has none is left out. @param {number[]} places */
export function rankingOf(places) {
  const used = [...new Set(places.filter(Boolean))].sort((a, b) => a - b);
  return used.map((place) => places.flatMap((one, option) => (one === place ? [option] : [])));
}

/** @param {{ check: OpenCheck, places: number[], set: (places: number[]) => void }} props */
export function Ranking({ check, places, set }) {
  const id = useId();
  return html`<fieldset class="stack tight"><legend class="soft">${say("ballot-rank")}</legend>
    ${check.options.map((text, option) => html`<div key=${option} class="ranking-row"><label for=${`${id}-${option}`}>${text}</label>
      <select id=${`${id}-${option}`} class="plain" value=${places[option] ?? 0} onChange=${(/** @type {any} */ event) => set(places.map((one, at) => (at === option ? Number(event.target.value) : one)))}>
        <option value="0">${say("place-none")}</option>
        ${check.options.map((_, place) => html`<option key=${place} value=${place + 1}>${say("place-nth", { place: place + 1 })}</option>`)}
      </select></div>`)}
  </fieldset>`;
}

/** @param {{ label: string, value: string, set: (text: string) => void }} props */
export function Text({ label, value, set }) {
  const id = useId();
  return html`<div class="field short"><label for=${id}>${label}</label>
    <textarea id=${id} rows="2" maxlength="300" autocomplete="off" value=${value} onInput=${(/** @type {any} */ event) => set(event.target.value)}></textarea></div>`;
}
