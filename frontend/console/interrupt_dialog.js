import { html, useState } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { PlaceIcon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { floor, people } from "../state.js";
import { say } from "../words.js";

const SORTS = /** @type {const} */ (["clarify", "correct", "urgent"]);

/** Let somebody in for half a minute: why, then who. The turn that is on keeps its time. */
export function InterruptDialog() {
  const [sort, setSort] = useState(/** @type {(typeof SORTS)[number]} */ ("clarify"));
  const turn = floor.value.turn;
  const { order, by_id } = people.value;
  const can = order.filter((id) => by_id[id]?.here && by_id[id]?.role !== "observer" && id !== turn?.participant);
  if (!turn || turn.interruption) return html`<${Dialog} title=${say("interrupt-title")}><p>${say("interrupt-nobody")}</p></${Dialog}>`;
  return html`<${Dialog} title=${say("interrupt-title")}>
    <div class="stack">
      <p class="soft">${say("interrupt-means")}</p>
      <div class="segments" role="group" aria-label=${say("interrupt-why")}>
        ${SORTS.map((one) => html`<button type="button" key=${one} class="press" aria-pressed=${sort === one} onClick=${() => setSort(one)}>${say(`interruption-${one}`)}</button>`)}
      </div>
      <ul class="card list">
        ${can.map((id) => html`<li key=${id}><${Press} command=${{ do: "turn.interrupt", participant: id, sort, after: turn.id }} class="press list-row" done=${closeDialog}>
          <span class="row"><${PlaceIcon} place=${by_id[id]?.place ?? ""} />${by_id[id]?.name}</span></${Press}></li>`)}
      </ul>
    </div>
  </${Dialog}>`;
}
