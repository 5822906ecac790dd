import { html, useState } from "../html.js";
import { may, problemWords } from "../actions.js";
import { Press } from "../components/press.js";
import { nextSitting } from "../doors.js";
import { tell } from "../messages.js";
import { session } from "../state.js";
import { say } from "../words.js";
import { KeepingCard } from "./keeping_card.js";

/** After the end: the report, the way back in, the next meeting in the same room, and how long all this is kept. */
export function EndedCard() {
  return html`<section class="card start-card" aria-labelledby="ended">
      <div class="stack tight"><h2 id="ended" class="big-name">${say("ended-title")}</h2><p class="soft">${say("ended-card-text")}</p></div>
      <div class="row">
        <a class="button solid you" href=${`/r/${session.value.id}`}>${say("report-read")}</a>
        ${may("session.reopen") && html`<${Press} command=${{ do: "session.reopen" }}>${say("reopen")}</${Press}>`}
      </div>
    </section>
    <${NextSitting} />
    <${KeepingCard} />`;
}

function NextSitting() {
  const [busy, setBusy] = useState(false);
  const { id, code } = session.value;
  const begin = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const next = await nextSitting(id);
      // The page is loaded anew, so that nothing of this meeting stays on it.
      location.assign(next ? `/s/${next}` : `/j/${code}`);
    } catch (problem) {
      setBusy(false);
      tell(problemWords(problem), { refusal: true });
    }
  };
  return html`<section class="card start-card" aria-labelledby="sitting-next">
    <div class="stack tight"><h2 id="sitting-next">${say("sitting-next-title")}</h2><p class="soft">${say("sitting-next-text")}</p></div>
    <div class="row"><button type="button" class="button" aria-busy=${busy ? "true" : null} data-pending=${busy ? "" : null} onClick=${begin}>${say("sitting-next-go")}</button></div>
  </section>`;
}
