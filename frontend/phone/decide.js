// The decision that is being written, and those that hold: read it, say why not, how sure I am; later, a late word.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { DecisionRecord } from "../components/decision_record.js";
import { LONGEST, Left } from "../components/writing.js";
import { decided, drafted, ledger, mine, takingLate } from "../decisions_state.js";
import { tell } from "../messages.js";
import { nameOf } from "../state.js";
import { say } from "../words.js";
import { LateWord, MyName } from "./late_word.js";

/** @type {import("./tasks").Task} */
export const decideTask = {
  name: "decide",
  line: () => (drafted.value ? say("decide-draft", { statement: drafted.value.statement || say("record-no-words") }) : say("decide-have", { n: decided.value.length })),
  isNow: () => Boolean(drafted.value),
  isThere: () => ledger.value.order.length > 0,
  Screen: Decide,
};

function Decide() {
  const { draft, by_id } = ledger.value;
  return html`<section class="stack loose" aria-label=${say("task-decide")}>
    ${draft !== undefined && drafted.value && html`<${DecisionRecord} id=${draft} decision=${drafted.value} nameOf=${nameOf} />
      ${may("decision.dissent") && html`<${MyDissent} key=${draft} id=${draft} /><${HowSure} id=${draft} />`}`}
    ${decided.value.map((id) => by_id[id] && html`<div key=${id} class="stack"><${DecisionRecord} id=${id} decision=${by_id[id]} nameOf=${nameOf} />
      ${takingLate.value.includes(id) && html`<${LateWord} id=${id} />`}</div>`)}
    <${MyName} />
  </section>`;
}

/** My own reason, in my own words, kept with the group's answer. @param {{ id: string }} props */
function MyDissent({ id }) {
  const before = mine(id)?.dissent;
  const fields = { text: useId(), needs: useId() };
  const form = `dissent/${id}`;
  const [text, setText] = useDraft(`${form}/text`, before?.text ?? "");
  const [needs, setNeeds] = useDraft(`${form}/needs`, before?.needs ?? "");
  const [named, setNamed] = useDraft(`${form}/named`, before?.named ?? false);
  const [open, setOpen] = useDraft(`${form}/open`, false);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await sentFrom(form, act({ do: "decision.dissent", decision: id, text, needs, named }))) tell(say(text ? "dissent-done" : "dissent-gone"));
  };
  return html`<section class="card pad stack" aria-labelledby="dissent"><h3 id="dissent">${say("dissent-title")}</h3>
    <p class="soft">${say("dissent-means")}</p>
    ${before && !open && html`<p>“${before.text}”</p>`}
    ${!open ? html`<button type="button" class="button wide" onClick=${() => setOpen(true)}>${say(before ? "dissent-change" : "dissent-write")}</button>` : html`<form class="stack" onSubmit=${send}>
      <div class="field"><label for=${fields.text}>${say("dissent-text")}</label><textarea id=${fields.text} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
      <div class="field"><label for=${fields.needs}>${say("dissent-needs-ask")}</label><textarea id=${fields.needs} rows="2" maxlength=${LONGEST} value=${needs} onInput=${(/** @type {any} */ event) => setNeeds(event.target.value)}></textarea></div>
      <label class="choice"><input type="checkbox" checked=${named} onChange=${() => setNamed(!named)} /><span>${say("name-show")}<small>${say("name-show-means")}</small></span></label>
      <button class="button solid you wide">${say("dissent-go")}</button></form>`}
  </section>`;
}

/** Asked alone, shown as a range when we look again. @param {{ id: string }} props */
function HowSure({ id }) {
  const before = mine(id)?.sure;
  const field = useId();
  const [percent, setPercent] = useDraft(`sure/${id}/percent`, before ?? 50);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await sentFrom(`sure/${id}`, act({ do: "decision.say_sure", decision: id, percent }))) tell(say("sure-done"));
  };
  return html`<form class="card pad stack" onSubmit=${send}><div class="field"><label for=${field}>${say("sure-ask")}</label><p class="soft">${say("sure-means")}</p>
    <input id=${field} type="range" min="0" max="100" step="5" value=${percent} aria-valuetext=${say("percent", { n: percent })} onInput=${(/** @type {any} */ event) => setPercent(Number(event.target.value))} /></div>
    <div class="row apart"><b>${say("percent", { n: percent })}</b><button class="button">${say(before === undefined ? "sure-go" : "sure-again")}</button></div></form>`;
}
