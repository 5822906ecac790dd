import { html, useState } from "../html.js";
import { may } from "../actions.js";
import { Press } from "../components/press.js";
import { you } from "../state.js";
import { say } from "../words.js";

const POINTS = /** @type {const} */ (["cant_hear", "cant_see", "what_now", "other"]);

/** Something is in the way: it is put right at once, and costs no turn. */
export function Help() {
  const [open, setOpen] = useState(false);
  const raised = you.value.process;
  if (!may("process.raise")) return null;
  if (raised) {
    return html`<section class="card pad next stack tight both" aria-label=${say("help")}>
      <p><b>${say(`process-own-${raised}`)}</b> ${say("process-waits")}</p>
      <${Press} command=${{ do: "process.clear" }} class="button wide">${say("process-over")}</${Press}>
    </section>`;
  }
  return html`<section class=${open ? "stack tight both" : "stack tight"} aria-label=${say("help")}>
    <button type="button" class="button quiet wide" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("help")}</button>
    ${open && html`<div class="stack tight">${POINTS.map((about) => html`<${Press} key=${about} command=${{ do: "process.raise", about }} class="button wide" done=${() => setOpen(false)}>${say(`process-own-${about}`)}</${Press}>`)}</div>`}
  </section>`;
}
