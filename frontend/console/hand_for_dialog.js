import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { useFocused } from "../behaviours/focused.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { PlaceIcon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { floor, people, queue } from "../state.js";
import { say } from "../words.js";

/** A hand for somebody without a device, or who waved: type a few letters or pick the name. */
export function HandForDialog() {
  const id = useId();
  const [typed, setTyped] = useState("");
  const field = useFocused();
  const { order, by_id } = people.value;
  const can = order.filter((one) => by_id[one]?.here && by_id[one]?.role !== "observer" && !(one in queue.value.hands) && floor.value.turn?.participant !== one);
  const found = can.filter((one) => by_id[one]?.name.toLowerCase().includes(typed.trim().toLowerCase()));
  const first = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (found[0] && (await act({ do: "hand.raise", participant: found[0] }))) closeDialog();
  };
  return html`<${Dialog} title=${say("hand-for-title")}>
    <form class="stack" onSubmit=${first}>
      <div class="field"><label for=${id}>${say("hand-for-find")}</label>
        <input id=${id} ref=${field} value=${typed} autocomplete="off" onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} /></div>
      ${found.length === 0 ? html`<p class="soft">${say("hand-for-nobody")}</p>` : html`<ul class="card list">
        ${found.map((one) => html`<li key=${one}><${Press} command=${{ do: "hand.raise", participant: one }} class="press list-row" done=${closeDialog}>
          <span class="row"><${PlaceIcon} place=${by_id[one]?.place ?? ""} />${by_id[one]?.name}</span></${Press}></li>`)}</ul>`}
    </form>
  </${Dialog}>`;
}
