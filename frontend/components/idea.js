// One idea as everybody sees it: its words, what it is for, where it came from, what was asked and added. Whose, only
// once its author says so.
import { html } from "../html.js";
import { Fold } from "./fold.js";
import { ideaOf, wordsOf } from "../ideas_state.js";
import { nameOf } from "../state.js";
import { say } from "../words.js";

/** The need that a proposal is for, the need that others hear in it, and its author who says so. @param {{ id: string, bare?: boolean }} props */
export function ForNeed({ id, bare = false }) {
  const idea = ideaOf(id);
  const need = wordsOf(idea?.need);
  return html`${need && !bare && html`<p class="soft">${say("idea-for", { need })}</p>`}
    ${idea?.heard && html`<p class="soft">${say(idea.heard.right ? "heard-right" : "heard-guess", { need: idea.heard.text })}</p>`}
    ${idea?.by && html`<p class="soft">${say("idea-by", { name: nameOf(idea.by) || say("idea-by-somebody") })}</p>`}`;
}

/** What it was made of, and what it was before it was put in other words. @param {{ id: string, whole?: boolean }} props  whole: without a tap */
export function Origin({ id, whole = false }) {
  const idea = ideaOf(id);
  if (!idea?.parents && !idea?.earlier) return null;
  return html`<${Fold} name=${whole ? null : `origin/${id}`} look="origin" usual=${whole} lineLook="soft" line=${say("idea-origin")}><ul class="stack tight">
    ${idea.parents?.map(({ idea: parent, took }) => html`<li key=${parent}>${took ? say("idea-took", { took, text: wordsOf(parent) }) : say("idea-part-of", { text: wordsOf(parent) })}</li>`)}
    ${idea.earlier?.map((text, index) => html`<li key=${index} class="soft">${say("idea-before", { text })}</li>`)}
  </ul></${Fold}>`;
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
