// The decision: a record that is filled from the session, completed together, accepted by a check, and kept.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Press } from "../components/press.js";
import { DecisionRecord, Standing } from "../components/decision_record.js";
import { Fold } from "../components/fold.js";
import { LONGEST } from "../components/writing.js";
import { decided, drafted, ledger, takingLate } from "../decisions_state.js";
import { proposals, wordsOf } from "../ideas_state.js";
import { nameOf, session } from "../state.js";
import { say } from "../words.js";
import { Accept } from "./decision_accept.js";
import { AnswerLate, Review } from "./decision_after.js";
import { DraftForms } from "./decision_forms.js";
import { SaidStep } from "./decision_said.js";
import { EarlierDecisions, asSaidThen, dueEarlier } from "./earlier.js";
import { VoiceByHand } from "./voice_by_hand.js";

/** @type {import("./path").Step} */
export const decideStep = {
  name: "decide",
  line: () => (drafted.value ? say("decide-writing", { n: drafted.value.open_points.length }) : dueEarlier() ? say("decide-due", { n: dueEarlier() }) : say("decide-have", { n: decided.value.length })),
  isNow: () => Boolean(drafted.value),
  Panel: DecidePanel,
};

function DecidePanel() {
  const { draft, by_id, needs } = ledger.value;
  const record = drafted.value;
  return html`${draft !== undefined && record ? html`<${Draft} id=${draft} record=${record} />` : decided.value.length === 0 && html`<${Begin} />`}
    ${decided.value.map((id) => by_id[id] && html`<${Decided} key=${id} id=${id} decision=${by_id[id]} />`)}
    <${EarlierDecisions} />
    ${!record && decided.value.length > 0 && session.value.status === "open" && html`<${Fold} name="decide/open" line=${html`<b>${say("decide-another")}</b>`}><${Begin} /></${Fold}>`}
    ${(needs.order.length > 0 || decided.value.length > 0) && html`<${SaidStep} />`}`;
}

/** Which option, in which words; all else is filled in. */
function Begin() {
  const ids = { chosen: useId(), statement: useId() };
  const [chosen, setChosen] = useDraft("decide/chosen", "");
  const [statement, setStatement] = useDraft("decide/statement", "");
  if (!may("decision.draft") || session.value.status !== "open") return null;
  const begin = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom("decide", act({ do: "decision.draft", statement, ...(chosen ? { chosen } : {}) }));
  };
  return html`<form class="stack" onSubmit=${begin}>
    <p class="soft">${say("decide-means")}</p>
    <div class="field"><label for=${ids.chosen}>${say("decide-chosen")}</label><select id=${ids.chosen} value=${chosen} onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>
      <option value="">${say("decide-own-words")}</option>${proposals.value.map((id) => html`<option key=${id} value=${id}>${wordsOf(id)}</option>`)}<option value="leave">${say("column-leave")}</option></select></div>
    <div class="field"><label for=${ids.statement}>${say("decide-statement")}</label><input id=${ids.statement} maxlength=${LONGEST} value=${statement} onInput=${(/** @type {any} */ event) => setStatement(event.target.value)} /></div>
    <div class="row"><button class="button solid floor">${say("decide-begin")}</button></div>
  </form>`;
}

/** @param {{ id: string, record: import("../decisions_state").Decision }} props */
function Draft({ id, record }) {
  return html`<section class="stack" aria-label=${say("record-draft")}>
    <${DecisionRecord} id=${id} decision=${record} level=${3} nameOf=${nameOf} />
    ${may("decision.set") && html`<${DraftForms} key=${id} id=${id} record=${record} /><${VoiceByHand} key=${`for/${id}`} id=${id} /><${Accept} id=${id} record=${record} />
      <div class="row"><${Press} command=${{ do: "decision.discard", decision: id }} class="button bare">${say("decide-discard")}</${Press}></div>`}
  </section>`;
}

/** What holds, or held: the record behind a click; what waits for an answer at once. @param {{ id: string, decision: import("../decisions_state").Decision }} props */
function Decided({ id, decision }) {
  const holds = decision.state !== "superseded";
  return html`<section class="stack decided" aria-label=${decision.statement}>
    <h3>${decision.statement}</h3><${Standing} decision=${decision} />
    ${decision.late.order.filter((word) => !decision.late.by_id[word]?.answer).map((word) => html`<${AnswerLate} key=${word} id=${id} word=${word} late=${decision.late.by_id[word]} />`)}
    ${takingLate.value.includes(id) && html`<${VoiceByHand} id=${id} late />`}
    <${Fold} name=${`record/${id}`} line=${html`<b>${say("decide-read")}</b>`}><${DecisionRecord} id=${id} decision=${asSaidThen(id, decision)} level=${4} nameOf=${nameOf} /></${Fold}>
    ${holds && may("decision.review") && html`<${Fold} name=${`review/${id}/open`} line=${html`<b>${say("review-open")}</b>`}><${Review} id=${id} /></${Fold}>`}
    ${holds && may("decision.draft") && session.value.status === "open" && !drafted.value && html`<div class="row"><${Press} command=${{ do: "decision.draft", supersedes: id }} class="button">${say("decide-again")}</${Press}></div>`}
  </section>`;
}
