// What is hard: ask how hard each option would be to live with; answer what people need.
import { html, signal, useId } from "../html.js";
import { act, may } from "../actions.js";
import { dropDraft, useDraft } from "../behaviours/draft.js";
import { Fold } from "../components/fold.js";
import { NeedWords } from "../components/hard_needs.js";
import { HardResult } from "../components/hard_result.js";
import { Press } from "../components/press.js";
import { hardQuestion, newestFirst, optionWords, surveys } from "../standing_state.js";
import { room, session } from "../state.js";
import { say } from "../words.js";
import { AskedNow, NotByThemselves } from "./asked_now.js";
import { OwnerByHand } from "./owner_by_hand.js";

export const hardStep = {
  name: "hard",
  line: () => {
    const { open, order } = surveys.value;
    return open ? say("asked-of", { n: open.answered, of: open.asked }) : say("hard-have", { n: order.length });
  },
  isNow: () => Boolean(surveys.value.open),
  Panel: HardPanel,
};

function HardPanel() {
  const { open } = surveys.value;
  const all = newestFirst(surveys.value);
  const [newest, ...others] = all;
  const earlier = open ? all : others;
  const begin = session.value.status === "open" && html`<${Begin} />`;
  if (!open && !newest) return begin;
  return html`${open && html`<${Open} survey=${open} />`}
    ${!open && newest && html`<section class="stack" aria-label=${say("hard-result")}><${HardResult} survey=${newest[1]} /><${Needs} id=${newest[0]} survey=${newest[1]} /></section>
      ${begin && html`<${Fold} name="hard-another/open" line=${say("check-another")}>${begin}</${Fold}>`}`}
    ${earlier.length > 0 && html`<${Fold} name="hard-earlier/open" lineLook="soft" line=${say("hard-earlier", { n: earlier.length })}><div class="stack loose">
      ${earlier.map(([id, survey]) => html`<div key=${id} class="stack"><${HardResult} survey=${survey} /><${Needs} id=${id} survey=${survey} /></div>`)}</div></${Fold}>`}`;
}

/** @param {{ survey: import("../standing_state.js").OpenSurvey }} props */
function Open({ survey }) {
  return html`<section class="stack" aria-label=${say("hard-open")}>
    <div class="stack tight"><h3>${hardQuestion(survey)}</h3>
      <ul class="bullets">${survey.options.map((option) => html`<li key=${option}>${optionWords(survey, option)}</li>`)}</ul></div>
    <${AskedNow} open=${survey} />
    <${NotByThemselves} left=${survey.left_out} what="hard" paper=${false} />
    <div class="row"><${Press} command=${{ do: "resistance.close", survey: survey.id }} class="button solid floor">${say(survey.answered < survey.asked ? "close-early" : "close-now", { n: survey.asked - survey.answered })}</${Press}></div>
  </section>`;
}

/** What was written stays when the card is closed, or the device is turned; `ideas` null: those of the short list. */
const draft = signal({ ideas: /** @type {string[] | null} */ (null), typed: "" });

/** Options are ideas, those of the short list first of all, or words. */
function Begin() {
  const id = useId();
  const { order, by_id, shortlist } = room.value.ideas;
  const there = order.filter((one) => by_id[one]?.what === "proposal" && by_id[one]?.state === "published");
  const { ideas: chosen, typed } = draft.value;
  if (!may("resistance.open")) return null;
  const ideas = (chosen ?? shortlist).filter((one) => there.includes(one));
  const options = typed.split("\n").map((line) => line.trim()).filter(Boolean);
  const single = ideas.length + options.length === 1;
  const ready = ideas.length + options.length > 0;
  const open = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!ready || !(await act({ do: "resistance.open", ideas, options, yes_no: single }))) return;
    draft.value = { ideas: null, typed: "" };
    dropDraft("hard-another");
  };
  return html`<form class="stack" onSubmit=${open}>
    <p class="soft">${say("hard-means")}</p>
    ${there.length > 0 && html`<fieldset class="stack tight"><legend class="question">${say("hard-ideas")}</legend>
      ${there.map((one) => html`<label key=${one} class="choice"><input type="checkbox" checked=${ideas.includes(one)} onChange=${() => (draft.value = { typed, ideas: ideas.includes(one) ? ideas.filter((other) => other !== one) : [...ideas, one] })} />
        <span>${by_id[one]?.text}</span></label>`)}</fieldset>`}
    <div class="field"><label for=${id}>${say(there.length ? "hard-typed-more" : "hard-typed")}</label>
      <textarea id=${id} rows="3" value=${typed} onInput=${(/** @type {any} */ event) => (draft.value = { ...draft.value, typed: event.target.value })}></textarea></div>
    <p class="soft" role="status">${say(single ? "object-single" : "hard-leave-always")}</p>
    <div class="row"><button class="button solid floor" aria-disabled=${ready ? null : "true"}>${say("check-go")}</button></div>
  </form>`;
}

/** What people would need: said back, answered, and met when its owner says so. @param {{ id: string, survey: import("../standing_state.js").Survey }} props */
function Needs({ id, survey }) {
  const { order, by_id } = survey.needs;
  if (!order.length) return null;
  const open = order.filter((ask) => !by_id[ask]?.answer).length;
  return html`<div class="stack"><h4>${say("needs-of-hard")} <span class="soft plain">${say("needs-unanswered", { n: open })}</span></h4>
    <ul class="written">${order.map((ask) => {
      const need = by_id[ask];
      return need && html`<li key=${ask}><${Need} survey=${id} ask=${ask} need=${need} about=${optionWords(survey, need.option)} /></li>`;
    })}</ul></div>`;
}

/** @param {{ survey: string, ask: string, need: import("../generated/messages").NeedView, about: string }} props */
function Need({ survey, ask, need, about }) {
  const ids = { heard: useId(), answer: useId() };
  const [heard, setHeard] = useDraft(`ask-heard/${ask}/text`, "");
  const [answer, setAnswer] = useDraft(`ask-answer/${ask}/text`, "");
  const steers = may("ask.answer");
  return html`<div class="stack tight"><${NeedWords} need=${need} about=${about} />
    ${steers && html`<${Fold} name=${`ask/${ask}/open`} usual=${!need.answer} lineLook="soft" line=${say(need.answer ? "need-answer-again" : "need-answer-open")}><div class="stack">
      ${!need.heard?.right && html`<div class="field"><label for=${ids.heard}>${say("need-say-back")}</label><div class="field-row"><input id=${ids.heard} value=${heard} maxlength="300" onInput=${(/** @type {any} */ event) => setHeard(event.target.value)} />
        <${Press} command=${{ do: "ask.say_back", survey, ask, heard }} form=${`ask-heard/${ask}`}>${say("need-say-back-go")}</${Press}></div></div>`}
      <div class="field"><label for=${ids.answer}>${say("need-answer-label")}</label><div class="field-row"><input id=${ids.answer} value=${answer} maxlength="300" onInput=${(/** @type {any} */ event) => setAnswer(event.target.value)} />
        <${Press} command=${{ do: "ask.answer", survey, ask, answer }} form=${`ask-answer/${ask}`}>${say("need-answer-go")}</${Press}></div></div>
    </div></${Fold}>`}
    ${steers && !need.met && html`<${OwnerByHand} of=${ask} deeds=${[
      ...(need.heard && !need.heard.right ? [true, false].map((right) => ({ words: say(right ? "need-heard-right" : "need-heard-wrong"), command: (/** @type {string} */ participant) => ({ do: /** @type {const} */ ("ask.confirm"), survey, ask, heard: need.heard?.text ?? "", right, participant }) })) : []),
      ...(need.answer ? [{ words: say("need-met-say"), command: (/** @type {string} */ participant) => ({ do: /** @type {const} */ ("ask.say_met"), survey, ask, met: true, participant }) }] : []),
    ]} />`}</div>`;
}
