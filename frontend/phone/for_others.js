// A supporter acts for whom named them: one card a person, and it counts for that person.
import { html } from "../html.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { ideas, scoring } from "../ideas_state.js";
import { floor, nameOf, queue, session, you } from "../state.js";
import { checks, picks, surveys } from "../standing_state.js";
import { say } from "../words.js";
import { AnswerFor } from "./answer_for.js";
import { scoreFor } from "./score.js";
import { writeFor } from "./write.js";

export function ForOthers() {
  const those = you.value.supports;
  if (!those) return null;
  if (!those.length) return html`<p class="card pad soft">${say("support-nobody")}</p>`;
  return those.map((id) => html`<${ForOne} key=${id} id=${id} />`);
}

/** @param {{ id: string }} props */
function ForOne({ id }) {
  const up = Boolean(queue.value.hands[id]);
  const speaks = isHeard(id);
  const name = nameOf(id);
  return html`<section class="card you pad stack" aria-label=${say("support-for", { name })}>
    <h2 class="tag you"><${Icon} is="people" />${say("support-for", { name })}</h2>
    <${Press} command=${up ? { do: "hand.lower", participant: id } : { do: "hand.raise", participant: id }} class="button wide"><${Icon} is="hand" />${say(up ? "support-hand-lower" : "support-hand", { name })}</${Press}>
    ${floor.value.mode === "open" && html`<button type="button" class=${speaks ? "button solid floor wide" : "button wide"} aria-pressed=${speaks} onClick=${() => (speaks ? tapOff(id) : tapOn(id))}><${Icon} is="mic" />${say(speaks ? "support-speech-stop" : "support-speech", { name })}</button>`}
    ${session.value.status === "open" && html`
      ${ideas.value.collecting && html`<button type="button" class="button wide" onClick=${() => writeFor(id)}>${say("support-write", { name })}</button>`}
      ${scoring.value.open && html`<button type="button" class="button wide" onClick=${() => scoreFor(id)}>${say("support-score", { name })}</button>`}
      ${picks.value.open && html`<${AnswerFor} key=${picks.value.open.id} id=${id} pick=${picks.value.open} />`}
      ${checks.value.open && html`<${AnswerFor} key=${checks.value.open.id} id=${id} check=${checks.value.open} />`}
      ${surveys.value.open && html`<${AnswerFor} key=${surveys.value.open.id} id=${id} survey=${surveys.value.open} />`}`}
    <${Press} command=${{ do: "signal.send", signal: "minute", participant: id }} class="button quiet wide">${say("support-minute", { name })}</${Press}>
  </section>`;
}
