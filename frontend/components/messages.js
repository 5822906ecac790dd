import { html } from "../html.js";
import { close, messages } from "../messages.js";
import { say } from "../words.js";

/** What came of a press, read aloud as it appears. */
export function Messages() {
  return html`<div class="messages" role="status" aria-live="polite">
    ${messages.value.map(
      (one) => html`<div class="message" key=${one.id} data-refusal=${one.refusal ? "" : null}>
        <span>${one.text}</span>
        <button type="button" class="link" onClick=${() => close(one.id)}>${say("ok")}</button>
      </div>`,
    )}
  </div>`;
}
