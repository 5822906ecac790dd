import { html } from "../html.js";
import { may } from "../actions.js";
import { Press } from "../components/press.js";
import { session } from "../state.js";
import { say } from "../words.js";

/** After the end: the report, and the way back in. */
export function EndedCard() {
  return html`<section class="card start-card" aria-labelledby="ended">
    <div class="stack tight"><h2 id="ended" class="big-name">${say("ended-title")}</h2><p class="soft">${say("ended-card-text")}</p></div>
    <div class="row">
      <a class="button solid you" href=${`/r/${session.value.id}`}>${say("report-read")}</a>
      ${may("session.reopen") && html`<${Press} command=${{ do: "session.reopen" }}>${say("reopen")}</${Press}>`}
    </div>
  </section>`;
}
