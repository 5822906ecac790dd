// One idea as everybody sees it: its words, what it is for, where it came from, what was asked and added. Never whose.
import { html } from "../html.js";
import { ideaOf, wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** The need that a proposal is for, and the need that others hear in it. @param {{ id: string, bare?: boolean }} props */
export function ForNeed({ id, bare = false }) {
  const idea = ideaOf(id);
  const need = wordsOf(idea?.need);
  return html`${need && !bare && html`<p class="soft">${say("idea-for", { need })}</p>`}
    ${idea?.heard && html`<p class="soft">${say(idea.heard.right ? "heard-right" : "heard-guess", { need: idea.heard.text })}</p>`}`;
}

/** What it was made of, and what it was before it was put in other words. @param {{ id: string }} props */
export function Origin({ id }) {
  const idea = ideaOf(id);
  if (!idea?.parents && !idea?.earlier) return null;
  return html`<details class="origin"><summary class="soft">${say("idea-origin")}</summary><ul class="stack tight">
    ${idea.parents?.map(({ idea: parent, took }) => html`<li key=${parent}>${took ? say("idea-took", { took, text: wordsOf(parent) }) : say("idea-part-of", { text: wordsOf(parent) })}</li>`)}
    ${idea.earlier?.map((text, index) => html`<li key=${index} class="soft">${say("idea-before", { text })}</li>`)}
  </ul></details>`;
}

/** Questions, additions and concerns, oldest first. @param {{ id: string }} props */
export function Remarks({ id }) {
  const remarks = ideaOf(id)?.remarks;
  if (!remarks) return null;
  return html`<ul class="remarks stack tight">
    ${remarks.order.map((each) => {
      const one = remarks.by_id[each];
      return one && html`<li key=${each}><b>${say(`remark-${one.what}`)}</b> ${one.text}</li>`;
    })}</ul>`;
}
