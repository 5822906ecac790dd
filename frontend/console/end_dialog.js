import { html } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { say } from "../words.js";

/** Ending is for everybody, so it is asked once; it can be undone. */
export function EndDialog() {
  return html`<${Dialog} title=${say("end-title")}>
    <div class="stack"><p>${say("end-text")}</p>
      <${Press} command=${{ do: "session.end" }} class="button solid you wide" done=${closeDialog}>${say("end-go")}</${Press}>
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button></div>
  </${Dialog}>`;
}
