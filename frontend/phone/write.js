// Write ideas, each alone: first what would be easier and for whom, then what we would do.
import { html, signal, useId } from "../html.js";
import { act, may } from "../actions.js";
import { useFocused } from "../behaviours/focused.js";
import { Press } from "../components/press.js";
import { LONGEST, Left } from "../components/writing.js";
import { ideas, wordsOf } from "../ideas_state.js";
import { nameOf, you } from "../state.js";
import { say } from "../words.js";
import { openTask } from "./tasks_state.js";
import { answered } from "./writing_steps.js";

/**
 * `need` is the one that the next proposal is for; `change` the idea whose words are being changed; `whose` for whom I write.
 * @typedef {{ is: "need" | "proposal" | "sent", need?: string, change?: string, text: string, collection: string, whose?: string }} Draft
 */

/** What is being written; my turn to speak may come between, and nothing is lost. */
const draft = signal(/** @type {Draft | null} */ (null));

/** One press sends it once, also where the answer takes long. */
const sending = signal(false);

/** @param {string} who  for whom a supporter writes */
export function writeFor(who) {
  draft.value = null;
  set({ whose: who });
  openTask("write");
}

/** @type {import("./tasks").Task} */
export const writeTask = {
  name: "write",
  line: () => asked(),
  isNow: () => true,
  isThere: () => Boolean(ideas.value.collecting) && may("idea.write"),
  Screen: Write,
};

function asked() {
  const { collecting } = ideas.value;
  return collecting?.need ? say("ways-asked", { need: wordsOf(collecting.need) }) : collecting?.asks || say("write-need");
}

/** @returns {Draft} */
function begun() {
  const { collecting } = ideas.value;
  const collection = collecting?.id ?? "";
  if (draft.value?.collection === collection) return draft.value;
  return { is: collecting?.need ? "proposal" : "need", ...(collecting?.need ? { need: collecting.need } : {}), text: "", collection };
}

/** @param {Partial<Draft>} change */
function set(change) {
  draft.value = { ...begun(), ...change };
}

function Write() {
  const now = begun();
  return html`<section class="stack loose" aria-label=${say("task-write")}>
    ${now.is === "sent" ? html`<${Sent} need=${now.need} />` : html`<${Form} now=${now} />`}
    <${Written} />
  </section>`;
}

/** @param {{ now: Draft }} props */
function Form({ now }) {
  const id = useId();
  const field = useFocused([now.is, now.change]);
  const fixed = Boolean(ideas.value.collecting?.need);
  const words = now.need ? (wordsOf(now.need) || you.value.ideas?.by_id[now.need]?.text) : "";
  const whose = now.whose ? { participant: now.whose } : {};
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (sending.value) return;
    sending.value = true;
    const command = now.change ? { do: "idea.revise", idea: now.change, text: now.text }
      : { do: "idea.write", what: now.is, text: now.text, ...(now.is === "proposal" && now.need ? { need: now.need } : {}), ...whose };
    const told = await act(/** @type {import("../views").Command} */ (command)).finally(() => (sending.value = false));
    if (told) set(answered(now, begun(), now.change || (told.made ?? "")));
  };
  return html`<form class="stack" onSubmit=${send}>
    ${now.whose && html`<p class="tag you">${say("support-for", { name: nameOf(now.whose) })}</p>`}
    ${now.is === "proposal" && words && !now.change && html`<p class="card pad">${say("idea-for", { need: words })}</p>`}
    ${asked() !== say("write-need") && !fixed && now.is === "need" && html`<p>${asked()}</p>`}
    <div class="field"><h2 class="task-question"><label for=${id}>${say(now.change ? "write-change" : now.is === "need" ? "write-need" : fixed ? "write-other-way" : "write-proposal")}</label></h2>
      <textarea id=${id} ref=${field} rows="4" maxlength=${LONGEST} value=${now.text} onInput=${(/** @type {any} */ event) => set({ text: event.target.value })}></textarea>
      <${Left} text=${now.text} /></div>
    <button class="button solid you main" aria-busy=${sending.value ? "true" : null} data-pending=${sending.value ? "" : null}>${say(now.change ? "write-change-go" : now.is === "need" ? "write-need-go" : "write-proposal-go")}</button>
    ${now.change ? html`<button type="button" class="button bare" onClick=${() => set({ is: "sent", change: "", text: "" })}>${say("write-change-not")}</button>`
      : now.is === "need" ? html`<button type="button" class="button bare" onClick=${() => set({ is: "proposal", need: "" })}>${say("write-only-proposal")}</button>`
      : now.need && !fixed && html`<button type="button" class="button bare" onClick=${() => set({ is: "sent", text: "" })}>${say("write-only-need")}</button>`}
    <p class="soft">${say("write-hidden")}</p>
  </form>`;
}

/** It is in; one may write more, and may stop at any time. @param {{ need: string | undefined }} props */
function Sent({ need }) {
  const fixed = Boolean(ideas.value.collecting?.need);
  return html`<div class="stack">
    <div role="status"><h2 class="card-title">${say("write-sent")}</h2></div>
    <p class="soft">${say("write-sent-means")}</p>
    ${need && html`<button type="button" class="button wide" onClick=${() => set({ is: "proposal", need })}>${say("write-another-way")}</button>`}
    ${!fixed && html`<button type="button" class="button wide" onClick=${() => set({ is: "need", need: "" })}>${say("write-another-need")}</button>`}
  </div>`;
}

/** What I wrote and nobody has seen: mine to change and to take back. */
function Written() {
  const { order = [], by_id = {} } = you.value.ideas ?? {};
  const mine = order.filter((id) => by_id[id]?.state === "masked");
  if (!mine.length) return null;
  return html`<section class="stack tight" aria-labelledby="written"><h3 id="written">${say("write-mine")}</h3>
    <ul class="mine">${mine.map((id) => {
      const one = by_id[id];
      return one && html`<li key=${id} class="stack tight"><p><b>${say(`idea-is-${one.what}`)}</b> ${one.text}${one.for && html` <span class="soft">${say("write-for-name", { name: nameOf(one.for) })}</span>`}</p>
        <div class="row"><button type="button" class="button bare" aria-label=${say("idea-change-which", { text: one.text })} onClick=${() => set({ is: one.what, change: id, text: one.text })}>${say("change")}</button>
        <${Press} command=${{ do: "idea.withdraw", idea: id }} class="button bare" label=${say("idea-withdraw-which", { text: one.text })}>${say("idea-withdraw")}</${Press}></div></li>`;
    })}</ul></section>`;
}
