import { html, useState } from "../html.js";
import { keepAsFile } from "../components/file.js";
import { dropSeat, seatOf } from "../store.js";
import { ask } from "../rest.js";
import { session, you } from "../state.js";
import { say } from "../words.js";

/** What is kept of me: take it with me, or have it erased. */
export function MyData() {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState("");
  const id = session.value.id;
  const me = you.value.participant ?? "";
  const bearer = seatOf(id)?.token;
  const told = (/** @type {Error} */ error) => setFailed(error.message || say("refused-network"));
  const take = () => ask("GET", `/sessions/${id}/my-data`, { bearer }).then((data) => keepAsFile("my-data.json", "application/json", JSON.stringify(data, null, 1)), told);
  // The server closes the connection, and the page then says what became of it.
  const erase = () => ask("POST", `/sessions/${id}/participants/${me}/erase`, { bearer }).then(() => dropSeat(id), told);
  return html`<div class="stack">
    <p class="question">${say("my-data")}</p>
    <button type="button" class="button" onClick=${take}>${say("my-data-take")}</button>
    ${asking
      ? html`<p>${say("erase-me-text")}</p>
        <button type="button" class="button wide" onClick=${erase}>${say("erase-me-go")}</button>
        <button type="button" class="button bare wide" onClick=${() => setAsking(false)}>${say("cancel")}</button>`
      : html`<button type="button" class="button" onClick=${() => setAsking(true)}>${say("erase-me")}</button>`}
    ${failed && html`<p role="alert">${failed}</p>`}
  </div>`;
}
