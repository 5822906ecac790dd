import { html } from "../html.js";
import { may } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { room } from "../state.js";
import { say } from "../words.js";

/** Ending is for everybody, so it is asked once; it can be undone. Who has to go alone leaves the lead to the group. */
export function EndDialog() {
  const mayGo = may("lead.hand_over") && room.value.lead.since_at === undefined;
  return html`<${Dialog} title=${say("end-title")}>
    <div class="stack"><p>${say("end-text")}</p>${room.value.checks.open && html`<p>${say("end-check")}</p>`}
      <${Press} command=${{ do: "session.end" }} class="button solid you wide" done=${closeDialog}>${say("end-go")}</${Press}>
      ${mayGo && html`<p>${say("end-lead")}</p>
        <${Press} command=${{ do: "lead.hand_over" }} class="button wide" done=${closeDialog}>${say("lead-hand-over")}</${Press}>`}
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button></div>
  </${Dialog}>`;
}
