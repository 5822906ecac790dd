import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { tell } from "../messages.js";
import { readRoster } from "../roster.js";
import { session } from "../state.js";
import { say } from "../words.js";

/** People without a device get a seat each, from a list as it comes. */
export function SeatDialog() {
  const id = useId();
  const [text, setText] = useDraft("dialog/seat/text", "");
  const [busy, setBusy] = useState(false);
  const found = readRoster(text, session.value.setting === "call" ? "phone" : "in_room");
  const seat = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || !found.length) return;
    setBusy(true);
    const answer = await act({ do: "participant.seat", people: found });
    setBusy(false);
    if (!answer) return;
    tell(say("seated", { n: found.length }));
    closeDialog();
  };
  return html`<${Dialog} title=${say("seat-title")}>
    <form class="stack" onSubmit=${seat}>
      <p class="soft">${say("seat-text")}</p>
      <div class="field"><label for=${id}>${say("roster-label")}</label>
        <textarea id=${id} value=${text} placeholder=${say("roster-example")} autocomplete="off" spellcheck=${false} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea>
        <p class="soft" role="status">${say("roster-count", { n: found.length })}</p></div>
      <button class="button solid you wide" aria-disabled=${found.length ? null : "true"} data-pending=${busy ? "" : null}>${say("seat-go", { n: found.length })}</button>
    </form>
  </${Dialog}>`;
}
