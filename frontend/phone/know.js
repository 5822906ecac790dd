// Before ideas: what I know, what happened to me, on cards of the same size; and what I don't understand yet.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Cards } from "../components/knowledge.js";
import { Press } from "../components/press.js";
import { LONGEST, Left } from "../components/writing.js";
import { knowledge } from "../decisions_state.js";
import { tell } from "../messages.js";
import { you } from "../state.js";
import { say } from "../words.js";

const KINDS = /** @type {const} */ (["fact", "story"]);
const SURE = /** @type {const} */ (["not_said", "sure", "fairly", "guess"]);

/** @type {import("./tasks").Task} */
export const knowTask = {
  name: "know",
  line: () => say("know-have", { n: knowledge.value.order.length }),
  isNow: () => false,
  isThere: () => may("knowledge.add") || knowledge.value.order.length > 0,
  isQuiet: () => knowledge.value.order.length === 0,
  Screen: Know,
};

function Know() {
  const own = you.value.knowledge;
  return html`<section class="stack loose" aria-label=${say("task-know")}>
    ${may("knowledge.add") && html`<${Write} />`}
    <${Cards} mine=${own?.cards ?? []} deed=${(/** @type {string} */ card) => html`<${Press} command=${{ do: "knowledge.take_back", card }} class="button bare" label=${say("know-back-which", { text: knowledge.value.by_id[card]?.text ?? "" })}>${say("know-back")}</${Press}>`} />
    ${may("unclear.say") && html`<${Unclear} />`}
  </section>`;
}

function Write() {
  const ids = { text: useId(), source: useId(), sure: useId() };
  const [what, setWhat] = useDraft("know-kind/what", /** @type {typeof KINDS[number]} */ ("story"));
  const [text, setText] = useDraft("know/text", "");
  const [source, setSource] = useDraft("know/source", "");
  const [sure, setSure] = useDraft("know/sure", /** @type {typeof SURE[number]} */ ("not_said"));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await sentFrom("know", act({ do: "knowledge.add", what, text, ...(what === "fact" ? { source, sure } : {}) }))) tell(say("know-done"));
  };
  return html`<form class="stack" onSubmit=${send}>
    <p>${say("know-means")}</p>
    <div class="halves">${KINDS.map((kind) => html`<button type="button" key=${kind} class="button" aria-pressed=${what === kind} onClick=${() => setWhat(kind)}>${say(`know-${kind}`)}</button>`)}</div>
    <div class="field"><label for=${ids.text}>${say(`know-${what}-ask`)}</label>
      <textarea id=${ids.text} rows="4" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
    ${what === "fact" && html`<div class="field"><label for=${ids.source}>${say("know-source")}</label><input id=${ids.source} maxlength=${LONGEST} value=${source} onInput=${(/** @type {any} */ event) => setSource(event.target.value)} /></div>
      <div class="field"><label for=${ids.sure}>${say("know-sure")}</label><select id=${ids.sure} value=${sure} onChange=${(/** @type {any} */ event) => setSure(event.target.value)}>${SURE.map((one) => html`<option key=${one} value=${one}>${say(`sure-${one}`)}</option>`)}</select></div>`}
    <button class="button solid you main">${say("know-go")}</button>
    <p class="soft">${say("know-unnamed")}</p>
  </form>`;
}

/** Nobody learns who asked; scoring waits until it is explained. */
function Unclear() {
  const id = useId();
  const [text, setText] = useDraft("unclear/text", "");
  const { by_id } = knowledge.value.unclear;
  const own = (you.value.knowledge?.unclear ?? []).filter((one) => by_id[one]);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await sentFrom("unclear", act({ do: "unclear.say", text }))) tell(say("unclear-done"));
  };
  return html`<section class="card pad stack" aria-labelledby="unclear"><h2 id="unclear" class="card-title">${say("unclear-title")}</h2>
    <form class="stack" onSubmit=${send}><div class="field"><label for=${id}>${say("unclear-ask")}</label><p class="soft">${say("unclear-means")}</p>
      <input id=${id} maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)} /></div>
      <button class="button wide">${say("unclear-go")}</button></form>
    ${own.map((one) => html`<div key=${one} class="stack tight"><p>${by_id[one]?.text || say("unclear-no-words")}</p><p class="soft">${by_id[one]?.answer ?? say("unclear-waits")}</p>
      <${Press} command=${{ do: "unclear.settle", unclear: one }} class="button bare" label=${say("unclear-settle-which", { text: by_id[one]?.text ?? "" })}>${say("unclear-settle")}</${Press}></div>`)}
  </section>`;
}
