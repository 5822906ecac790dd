// What people would need to come along: said back, answered, and met when its owner says so.
import { html } from "../html.js";
import { optionWords } from "../standing_state.js";
import { say } from "../words.js";

/** @typedef {import("../generated/messages").NeedView} Need */

/** One need, and what became of it so far. @param {{ need: Need, about: string }} props */
export function NeedWords({ need, about }) {
  return html`<p><b>${need.text}</b> <span class="soft">${about}</span> ${need.met && html`<b class="written-state">${say("need-met")}</b>`}</p>
    ${need.heard && html`<p>${say(need.heard.right ? "need-said-right" : "need-said", { heard: need.heard.text })}</p>`}
    ${need.answer && html`<p>${say("need-answered", { answer: need.answer })} ${!need.met && html`<span class="soft">${say("need-waits")}</span>`}</p>`}`;
}

/** All that were named, to be read. @param {{ survey: import("../standing_state.js").Survey }} props */
export function NeedsOf({ survey }) {
  const { order, by_id } = survey.needs;
  if (!order.length) return null;
  return html`<div class="stack"><h4>${say("needs-of-hard")}</h4>
    <ul class="written">${order.map((ask) => {
      const need = by_id[ask];
      return need && html`<li key=${ask} class="stack tight"><${NeedWords} need=${need} about=${optionWords(survey, need.option)} /></li>`;
    })}</ul></div>`;
}
