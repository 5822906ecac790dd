import { html, useId, useState } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { nameOf, person, room } from "../state.js";
import { say } from "../words.js";

/** Somebody stands twice in the room: whom they are, too. The one whose dialog was open stays. @param {{ about: string }} props */
export function SameDialog({ about: id }) {
  const field = useId();
  const [other, setOther] = useState("");
  const { order, by_id } = room.value.people;
  const others = order.filter((each) => each !== id && by_id[each]?.role === person(id)?.role);
  return html`<${Dialog} title=${say("same-title", { name: nameOf(id) })}>
    <div class="stack">
      ${others.length === 0 ? html`<p>${say("same-nobody")}</p>` : html`
        <div class="field"><label for=${field}>${say("same-who", { name: nameOf(id) })}</label>
          <select id=${field} value=${other} onChange=${(/** @type {any} */ event) => setOther(event.target.value)}>
            <option value="">${say("same-choose")}</option>
            ${others.map((each) => html`<option key=${each} value=${each}>${nameOf(each)}</option>`)}
          </select></div>
        <p>${say("same-text", { name: nameOf(id) })}</p>
        <p class="soft">${say("same-for-good")}</p>
        ${other && html`<${Press} command=${{ do: "participant.merge", participant: id, other }} class="button wide" done=${closeDialog}>${say("same-go")}</${Press}>`}`}
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button>
    </div>
  </${Dialog}>`;
}
