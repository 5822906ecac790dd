import { html, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { roomOf, tidyCode, tokenFor } from "../doors.js";
import { ask } from "../rest.js";
import { session } from "../state.js";
import { say } from "../words.js";

/** Deleting cannot be taken back, so it takes the room's code. The page itself is told by the server that all is gone. */
export function DeleteDialog() {
  const [code, setCode] = useState("");
  const [failed, setFailed] = useState("");
  const { id } = session.value;
  const remove = async (/** @type {boolean} */ room) => {
    try {
      const bearer = (await tokenFor(id)) ?? undefined;
      const path = room ? `/rooms/${(await roomOf(id)).room_id}/delete` : `/sessions/${id}/delete`;
      await ask("POST", path, { body: { code }, bearer });
      closeDialog();
    } catch (problem) {
      setFailed(problemWords(problem));
    }
  };
  return html`<${Dialog} title=${say("delete-title")}>
    <div class="stack"><p>${say("delete-text")}</p>
      <div class="field"><label for="delete-code">${say("delete-code", { code: session.value.code })}</label>
        <input id="delete-code" autocomplete="off" autocapitalize="characters" spellcheck=${false} value=${code} onInput=${(/** @type {any} */ event) => setCode(tidyCode(event.target.value))} /></div>
      ${failed && html`<p role="alert">${failed}</p>`}
      <button type="button" class="button wide" onClick=${() => remove(false)}>${say("delete-meeting")}</button>
      <button type="button" class="button wide" onClick=${() => remove(true)}>${say("delete-room")}</button>
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button></div>
  </${Dialog}>`;
}
