import { html, useState } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { ask } from "../rest.js";
import { nameOf, session } from "../state.js";
import { seatOf } from "../store.js";
import { say } from "../words.js";

/** @typedef {{ at_seq: number, what: string, text: string }} Mention */

/** Erasing somebody who asked for it is asked once, because it cannot be taken back. @param {{ about: string }} props */
export function EraseDialog({ about: id }) {
  const [name] = useState(nameOf(id));
  const [mentions, setMentions] = useState(/** @type {Mention[] | null} */ (null));
  const [failed, setFailed] = useState("");
  const path = `/sessions/${session.value.id}/participants/${id}/erase`;
  const erase = () => ask("POST", path, { bearer: seatOf(session.value.id)?.token }).then((receipt) => setMentions(receipt.found.mentions ?? []), (error) => setFailed(error.message || say("refused-network")));
  if (mentions) return html`<${Dialog} title=${say("erase-done")}><${Receipt} mentions=${mentions} /></${Dialog}>`;
  return html`<${Dialog} title=${say("erase-title", { name })}>
    <div class="stack">
      <p>${say("erase-text")}</p>
      <button type="button" class="button wide" onClick=${erase}>${say("erase-go")}</button>
      ${failed && html`<p role="alert">${failed}</p>`}
      <button type="button" class="button bare wide" onClick=${closeDialog}>${say("cancel")}</button>
    </div>
  </${Dialog}>`;
}

/** What others wrote that names them, and what lies outside reach. @param {{ mentions: Mention[] }} props */
function Receipt({ mentions }) {
  const [gone, setGone] = useState(/** @type {number[]} */ ([]));
  const left = mentions.filter((one) => !gone.includes(one.at_seq));
  return html`<div class="stack">
    <p>${say("erase-receipt")}</p>
    ${left.length > 0 && html`<p class="question">${say("erase-found")}</p>`}
    ${left.map((one) => html`<div class="stack" key=${one.at_seq}>
      <p>“${one.text}”</p>
      <${Press} command=${{ do: "words.redact", at_seq: one.at_seq }} class="button" done=${() => setGone([...gone, one.at_seq])}>${say("erase-words")}</${Press}>
    </div>`)}
    <button type="button" class="button bare wide" onClick=${closeDialog}>${say("close")}</button>
  </div>`;
}
