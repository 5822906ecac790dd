// What people know and what happened to them, on cards of one size, without names.
import { html } from "../html.js";
import { knowledge } from "../decisions_state.js";
import { say } from "../words.js";

/** @param {{ mine?: readonly string[], deed?: (card: string) => unknown }} props */
export function Cards({ mine = [], deed }) {
  const { order, by_id } = knowledge.value;
  if (!order.length) return null;
  return html`<ul class="know-cards">${order.map((id) => {
    const card = by_id[id];
    return card && html`<li key=${id} class="card pad stack tight"><p class="soft"><b>${say(`know-${card.what}`)}</b>${mine.includes(id) ? ` · ${say("know-mine")}` : ""}</p>
      <p>${card.text}</p>${(card.source || card.sure) && html`<p class="soft">${card.source ?? ""} ${card.sure ? say(`sure-${card.sure}`) : ""}</p>`}
      ${deed && mine.includes(id) && deed(id)}</li>`;
  })}</ul>`;
}
