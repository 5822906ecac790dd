// A supporter acts for whom named them: one card a person, and it counts for that person.
import { html } from "../html.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { floor, nameOf, queue, you } from "../state.js";
import { say } from "../words.js";

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
    <${Press} command=${{ do: "signal.send", signal: "minute", participant: id }} class="button quiet wide">${say("support-minute", { name })}</${Press}>
  </section>`;
}
