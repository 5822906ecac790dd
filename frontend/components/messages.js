import { html, useEffect } from "../html.js";
import { dialog } from "../dialog_state.js";
import { close, messages } from "../messages.js";
import { say } from "../words.js";

/**
 * What came of a press, read aloud as it appears. An open dialog covers the page and shuts it off, so it has its own.
 * @param {{ inDialog?: boolean }} props
 */
export function Messages({ inDialog = false }) {
  // In a dialog it takes its own room: what was pressed stays in sight above it.
  const shown = messages.value.length;
  useEffect(() => {
    if (inDialog && shown) document.activeElement?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  if (!inDialog && dialog.value) return null;
  return html`<div class=${inDialog ? "messages in-dialog" : "messages"} role="status" aria-live="polite">
    ${messages.value.map(
      (one) => html`<div class="message" key=${one.id} data-refusal=${one.refusal ? "" : null}>
        <span>${one.text}</span>
        <button type="button" class="link" onClick=${() => close(one.id)}>${say("ok")}</button>
      </div>`,
    )}
  </div>`;
}
