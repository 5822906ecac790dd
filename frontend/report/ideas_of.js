import { html } from "../html.js";
import { ForNeed, Origin, Remarks } from "../components/idea.js";
import { ideaOf, ideas, wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** What people need, and what was proposed; what came of each by being put together or split. @param {{ own: string[], held: Record<string, { text: string, reason: string }> }} props */
export function IdeasOf({ own, held }) {
  const { order, by_id } = ideas.value;
  if (!order.length) return null;
  const kinds = /** @type {const} */ ([["need", "needs"], ["proposal", "report-ideas"]]);
  const hidden = order.filter((id) => by_id[id]?.state === "held_back").length;
  return html`${kinds.map(([what, title]) => {
      const here = order.filter((id) => by_id[id]?.what === what && by_id[id]?.text);
      return here.length > 0 && html`<section key=${what} class="report-part" aria-labelledby=${title}><h2 id=${title}>${say(title)}</h2>
        <ul class="needs">${here.map((id) => html`<${One} key=${id} id=${id} mine=${own.includes(id)} />`)}</ul></section>`;
    })}
    ${hidden > 0 && html`<p class="soft">${say("held-count", { n: hidden })}</p>`}
    ${Object.keys(held).length > 0 && html`<section class="report-part" aria-labelledby="report-held"><h2 id="report-held">${say("held-back")}</h2>
      <ul class="needs">${Object.entries(held).map(([id, one]) => html`<li key=${id}>${one.text} <span class="soft">${one.reason}</span></li>`)}</ul></section>`}`;
}

/** @param {{ id: string, mine: boolean }} props */
function One({ id, mine }) {
  const state = ideaOf(id)?.state;
  return html`<li class="stack tight"><p><b>${wordsOf(id)}</b>${mine && html` <span class="soft">${say("idea-mine")}</span>`}
      ${(state === "merged" || state === "split") && html` <span class="soft">${say(`idea-was-${state}`)}</span>`}</p>
    <${ForNeed} id=${id} /><${Origin} id=${id} whole /><${Remarks} id=${id} /></li>`;
}
