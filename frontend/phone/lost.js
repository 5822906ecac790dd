import { html } from "../html.js";
import { now, second, sessionMs } from "../clock.js";
import { forget, tryNow } from "../actions.js";
import { Icon } from "../components/icon.js";
import { connection, myPlace, pending, you } from "../state.js";
import { has, say, timeWords } from "../words.js";

/** A short gap is nobody's business: the word above says it, this card comes when it lasts. */
const SHOWN_AFTER_MS = 3_000;

/** The connection is lost: what is kept, what will be sent, what to do meanwhile. @param {{ steers?: boolean }} props */
export function Lost({ steers = false }) {
  void second.value;
  const state = connection.value;
  if (state.is !== "reconnecting") return null;
  const gone = performance.now() - state.since;
  const mine = pending.value.filter((one) => has(`kept-${one.command.do.replace(".", "-")}`));
  if (gone < SHOWN_AFTER_MS && !mine.length) return null;
  return html`<section class="card pad next stack" role="status">
    <p class="tag next"><${Icon} is="lost" />${say("lost-title")}</p>
    <p>${say("lost-text", { seconds: Math.round(gone / 1000) })} ${you.value.hand && html`<b>${say("lost-hand", { place: myPlace.value })}</b>`}</p>
    <button type="button" class=${steers ? "button lost-try" : "button wide"} onClick=${tryNow}>${say("try-now")}</button>
    ${mine.map((one) => html`<div class="row apart kept" key=${one.id}>
      <span class="row"><${Icon} is="clock" /><span><b>${say(`kept-${one.command.do.replace(".", "-")}`)}</b><br /><span class="soft">${say("kept-sent")}</span></span></span>
      <button type="button" class="link strong" onClick=${() => forget(one.id)}>${say("undo")}</button>
    </div>`)}
    <p class="soft">${say("lost-last-known", { time: timeWords(now() - sessionMs(gone)) })} ${say(steers ? "lost-steer" : "lost-voice")}</p>
  </section>`;
}
