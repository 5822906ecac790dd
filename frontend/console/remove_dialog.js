import { html } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { nameOf, person } from "../state.js";
import { say } from "../words.js";

/** Taking somebody out is asked once, because they see it. @param {{ about: string }} props */
export function RemoveDialog({ about: id }) {
  // Who has no device has no screen to read it on, and nothing to come back with.
  const seated = person(id)?.seated ?? false;
  return html`<${Dialog} title=${say("remove-title", { name: nameOf(id) })}>
    <div class="stack">
      <p>${say(seated ? "remove-text-seated" : "remove-text")}</p>
      <${Press} command=${{ do: "participant.remove", participant: id }} class="button wide" done=${closeDialog}>${say(seated ? "remove-seated-go" : "remove-go")}</${Press}>
      ${!seated && html`<${Press} command=${{ do: "participant.remove", participant: id, keep_out: true }} class="button wide" done=${closeDialog}>${say("remove-keep-out")}</${Press}>`}
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button>
    </div>
  </${Dialog}>`;
}
