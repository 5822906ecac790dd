import { html, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { roomOf, tokenFor } from "../doors.js";
import { ask } from "../rest.js";
import { session } from "../state.js";
import { say } from "../words.js";

/** Days that people think in: a month, a quarter, a year to the review, and a little more. */
const DAYS = [30, 90, 400];

/** How long the room keeps its meetings. */
export function KeepDialog() {
  const [failed, setFailed] = useState("");
  const { id } = session.value;
  const keep = async (/** @type {number | null} */ days) => {
    try {
      const { room_id } = await roomOf(id);
      const bearer = (await tokenFor(id)) ?? undefined;
      await ask("POST", `/rooms/${room_id}/keep`, { body: days === null ? {} : { days }, bearer });
      closeDialog();
    } catch (problem) {
      setFailed(problemWords(problem));
    }
  };
  return html`<${Dialog} title=${say("keep-title")}>
    <div class="stack"><p>${say("keep-text")}</p>
      ${DAYS.map((days) => html`<button key=${days} type="button" class="button wide" onClick=${() => keep(days)}>${say("keep-days", { days })}</button>`)}
      <button type="button" class="button wide" onClick=${() => keep(null)}>${say("keep-always")}</button>
      ${failed && html`<p role="alert">${failed}</p>`}
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button></div>
  </${Dialog}>`;
}
