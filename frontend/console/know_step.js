// Before ideas: what people know and what happened to them; and what somebody does not understand, which holds scoring.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Fold } from "../components/fold.js";
import { Cards } from "../components/knowledge.js";
import { LONGEST, Left } from "../components/writing.js";
import { knowledge, unclear } from "../decisions_state.js";
import { ideaOf } from "../ideas_state.js";
import { people } from "../state.js";
import { say } from "../words.js";

const KINDS = /** @type {const} */ (["story", "fact"]);

/** @type {import("./path").Step} */
export const knowStep = {
  name: "know",
  line: () => (unclear.value.length ? say("unclear-open", { n: unclear.value.length }) : say("know-have", { n: knowledge.value.order.length })),
  isNow: () => unclear.value.length > 0,
  Panel: KnowPanel,
};

function KnowPanel() {
  const { order, by_id } = knowledge.value.unclear;
  const told = order.filter((id) => by_id[id]?.answer);
  return html`<p class="soft">${say("know-step-means")}</p>
    ${unclear.value.map((id) => html`<${Answer} key=${id} id=${id} />`)}
    <${Cards} />
    ${may("knowledge.add") && html`<${TypeFor} />`}
    ${told.length > 0 && html`<${Fold} name="unclear-told/open" line=${html`<b>${say("unclear-told", { n: told.length })}</b>`}><ul class="stack">${told.map((id) => html`<li key=${id}><b>${about(id)}</b> ${by_id[id]?.instead ? say("unclear-went-on", { why: by_id[id]?.answer ?? "" }) : by_id[id]?.answer}</li>`)}</ul></${Fold}>`}`;
}

/** What somebody does not understand, in the words that there are. @param {string} id */
function about(id) {
  const one = knowledge.value.unclear.by_id[id];
  return one?.text || ideaOf(one?.idea)?.text || knowledge.value.by_id[one?.card ?? ""]?.text || say("unclear-no-words");
}

/** Explain it, or say why it goes on without. @param {{ id: string }} props */
function Answer({ id }) {
  const field = useId();
  const form = `unclear-answer/${id}`;
  const [text, setText] = useDraft(`${form}/text`, "");
  if (!may("unclear.answer")) return null;
  const send = async (/** @type {boolean} */ instead) => {
    await sentFrom(form, act({ do: "unclear.answer", unclear: id, text, instead }));
  };
  return html`<form class="card pad next stack" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void send(false); }}>
    <p class="tag next">${say("unclear-somebody")}</p><p><b>${about(id)}</b></p>
    <div class="field"><label for=${field}>${say("unclear-answer")}</label><textarea id=${field} rows="2" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <div class="row"><button class="button solid floor">${say("unclear-answer-go")}</button><button type="button" class="button" onClick=${() => send(true)}>${say("unclear-go-on")}</button></div>
  </form>`;
}

/** A card for somebody without a device. */
function TypeFor() {
  const ids = { who: useId(), what: useId(), text: useId() };
  const [who, setWho] = useDraft("know-for/who", "");
  const [what, setWhat] = useDraft("know-for/what", "story");
  const [text, setText] = useDraft("know-for/text", "");
  const seated = people.value.order.filter((id) => people.value.by_id[id]?.role === "participant");
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom("know-for", act({ do: "knowledge.add", what: what === "fact" ? "fact" : "story", text, ...(who ? { participant: who } : {}) }));
  };
  return html`<${Fold} name="know-type/open" line=${html`<b>${say("know-type")}</b>`}><form class="stack" onSubmit=${send}>
    <div class="field"><label for=${ids.who}>${say("know-whose")}</label><select id=${ids.who} value=${who} onChange=${(/** @type {any} */ event) => setWho(event.target.value)}>
      <option value="">${say("know-whose-mine")}</option>${seated.map((id) => html`<option key=${id} value=${id}>${people.value.by_id[id]?.name}</option>`)}</select></div>
    <div class="field"><label for=${ids.what}>${say("know-kind")}</label><select id=${ids.what} value=${what} onChange=${(/** @type {any} */ event) => setWhat(event.target.value)}>${KINDS.map((kind) => html`<option key=${kind} value=${kind}>${say(`know-${kind}`)}</option>`)}</select></div>
    <div class="field"><label for=${ids.text}>${say("know-text")}</label><textarea id=${ids.text} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
    <div class="row"><button class="button">${say("know-go")}</button></div></form></${Fold}>`;
}
