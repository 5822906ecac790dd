import { html, useEffect } from "../html.js";
import { watchTime } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Icon } from "../components/icon.js";
import { own } from "../state.js";
import { lengthWords, say } from "../words.js";

/** My own time, for who asks for it: nobody else sees it, and nobody is shown beside me. */
export function MyTime() {
  const [open, setOpen] = useDraft("my-time/open", false);
  useEffect(() => {
    if (!open) return;
    watchTime(true);
    return () => watchTime(false);
  }, [open]);
  const mine = own.value;
  return html`<section class="card quiet-card">
    <h2><button type="button" class="fold" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <${Icon} is="clock" /><span>${say("my-time")}</span><${Icon} is=${open ? "down" : "right"} /></button></h2>
    ${open && html`<div class="fold-body stack tight" role="status">
      ${!mine ? html`<p class="soft">${say("my-time-wait")}</p>` : html`<p>${say("my-time-words", { length: lengthWords(mine.talk_ms), turns: mine.turns })}</p>
        <p>${say(`my-time-${mine.words}`)}${mine.written ? ` ${say("my-time-written", { n: mine.written })}` : ""}</p>`}
      <p class="soft">${say("my-time-private")}</p>
    </div>`}
  </section>`;
}
