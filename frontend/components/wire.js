import { html } from "../html.js";
import { connection, session } from "../state.js";
import { say } from "../words.js";

/** How the connection stands, in a word: never better than it is. */
export function Wire() {
  const state = connection.value;
  if (state.is === "live") {
    const ended = session.value.status === "ended";
    return html`<span class=${ended ? "wire over" : "wire"}>${say(ended ? "wire-ended" : "wire-live")}</span>`;
  }
  if (state.is === "closed") return html`<span class="wire over">${say("wire-closed")}</span>`;
  return html`<span class="wire lost">${say(state.is === "connecting" ? "wire-connecting" : "wire-reconnecting")}</span>`;
}
