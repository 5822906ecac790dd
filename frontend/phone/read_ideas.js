// The ideas that all can read, in an order of my own: one at a time, to ask, to add, to say what worries me.
import { html, signal, useId, useLayoutEffect } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { useFocused } from "../behaviours/focused.js";
import { HeardInMine } from "../components/heard_in_mine.js";
import { ForNeed, Origin, Remarks } from "../components/idea.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { Remark } from "../components/remark.js";
import { SignIdea } from "../components/sign_idea.js";
import { LONGEST, Left } from "../components/writing.js";
import { ideaOf, ideas, needs, proposals, wordsOf } from "../ideas_state.js";
import { tell } from "../messages.js";
import { ownOrder } from "../own_order.js";
import { nameOf, you } from "../state.js";
import { say } from "../words.js";

/** Which idea is open. */
const reading = signal("");

/** @type {import("./tasks").Task} */
export const readTask = {
  name: "read",
  line: () => (ideas.value.focus ? say("focus-now", { text: wordsOf(ideas.value.focus) }) : say("collect-have", { needs: needs.value.length, ideas: proposals.value.length })),
  isNow: () => Boolean(ideas.value.focus),
  isThere: () => ideas.value.order.length > 0,
  Screen: Read,
};

function Read() {
  const { focus } = ideas.value;
  useLayoutEffect(() => {
    if (focus) reading.value = focus;
  }, [focus]);
  return ideaOf(reading.value)?.text === undefined ? html`<${All} />` : html`<${One} key=${reading.value} id=${reading.value} />`;
}

/** @param {string} id */
function isMine(id) {
  return Boolean(you.value.ideas?.by_id[id] && !you.value.ideas.by_id[id]?.for && !you.value.ideas.by_id[id]?.paper);
}

/** For whom I typed it. @param {string} id */
function forWhom(id) {
  return you.value.ideas?.by_id[id]?.for;
}

function All() {
  const me = you.value.participant ?? "";
  const { order, by_id, focus } = ideas.value;
  const held = order.filter((id) => by_id[id]?.state === "held_back").length;
  const alone = needs.value.filter((need) => !proposals.value.some((id) => ideaOf(id)?.need === need));
  const row = (/** @type {string} */ id) => html`<li key=${id}><button type="button" class="idea-line" onClick=${() => (reading.value = id)}>
    <span><b>${wordsOf(id)}</b>${id === focus && html` <span class="tag you">${say("focus-tag")}</span>`}${isMine(id) && html` <span class="soft">${say("idea-mine")}</span>`}${forWhom(id) && html` <span class="soft">${say("write-for-name", { name: nameOf(forWhom(id)) })}</span>`}
    <${ForNeed} id=${id} /></span><${Icon} is="right" /></button></li>`;
  return html`<section class="stack" aria-labelledby="ideas"><h2 id="ideas" class="card-title">${say("task-read")}</h2>
    <p class="soft">${say("read-order")}</p>
    <ul class="card idea-lines">${ownOrder(me, proposals.value).map(row)}</ul>
    ${alone.length > 0 && html`<h3>${say("needs-alone")}</h3><ul class="card idea-lines">${ownOrder(me, alone).map(row)}</ul>`}
    ${held > 0 && html`<p class="soft">${say("held-count", { n: held })}</p>`}
    <${HeldOfMine} /></section>`;
}

/** Whose idea is held back reads why. */
function HeldOfMine() {
  const { order = [], by_id = {} } = you.value.ideas ?? {};
  return html`${order.filter((id) => by_id[id]?.state === "held_back").map((id) => html`<p key=${id} class="card pad">${say("held-mine", { text: by_id[id]?.text ?? "", reason: by_id[id]?.reason ?? "" })}</p>`)}`;
}

/** @param {{ id: string }} props */
function One({ id }) {
  const title = useFocused();
  const idea = ideaOf(id);
  return html`<article class="stack loose">
    <button type="button" class="link" onClick=${() => (reading.value = "")}>${say("read-all")}</button>
    <div class="card pad stack">
      ${id === ideas.value.focus && html`<p class="tag you">${say("focus-tag")}</p>`}
      <h2 ref=${title} tabindex="-1" class="card-title quiet-focus">${wordsOf(id)}</h2>
      <${ForNeed} id=${id} /><${Origin} id=${id} />
      ${isMine(id) && html`<${Mine} key=${wordsOf(id)} id=${id} />`}
      ${forWhom(id) && html`<p class="soft">${say("idea-typed-for", { name: nameOf(forWhom(id)) })}</p>`}
      <${SignIdea} id=${id} />
    </div>
    <${HeardInMine} id=${id} />
    ${idea?.remarks && html`<section class="stack tight" aria-labelledby="remarks"><h3 id="remarks">${say("remarks")}</h3><${Remarks} id=${id} /></section>`}
    ${idea?.state === "published" && may("idea.remark") && html`<${Remark} id=${id} />`}
    ${idea?.state === "published" && may("unclear.say") && html`<${Press} command=${{ do: "unclear.say", idea: id }} class="button bare" done=${() => tell(say("unclear-done"))}>${say("unclear-title")}</${Press}>`}
  </article>`;
}

/** My own may be put in other words; the earlier ones stay to be read. @param {{ id: string }} props */
function Mine({ id }) {
  const field = useId();
  const [text, setText] = useDraft(`change/${id}/text`, "");
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(`change/${id}`, act({ do: "idea.revise", idea: id, text }));
  };
  if (ideaOf(id)?.state !== "published" || !may("idea.revise")) return html`<p class="soft">${say("idea-mine")}</p>`;
  if (!text) return html`<p class="row"><span class="soft">${say("idea-mine")}</span> <button type="button" class="link" onClick=${() => setText(wordsOf(id))}>${say("write-change")}</button></p>`;
  return html`<form class="stack" onSubmit=${save}><div class="field"><label for=${field}>${say("write-change")}</label>
    <textarea id=${field} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
    <div class="halves"><button class="button solid you">${say("write-change-go")}</button><button type="button" class="button" onClick=${() => setText("")}>${say("write-change-not")}</button></div></form>`;
}
