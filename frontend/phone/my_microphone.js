import { computed, html, useState } from "../html.js";
import { dialog } from "../dialog_state.js";
import { elsewhere, heard, level, listen, listens, microphone, stopListening } from "../behaviours/own_microphone.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { person, session, you } from "../state.js";
import { say } from "../words.js";

/** What the meter shows: from a whisper across the room to a voice close by, in dB of full scale. */
const QUIETEST_DB = -60;
const LOUDEST_DB = -10;
const STEPS = 10;
/** How many of its bars are lit: it is drawn anew only when that changes. */
const lit = computed(() => Math.round((STEPS * (level.value - QUIETEST_DB)) / (LOUDEST_DB - QUIETEST_DB)));

/** The sign that this device listens, wherever its person is on the page, with one tap to stop. */
export function MicrophoneSign() {
  const state = microphone.value;
  if (state.is === "off") return null;
  const waits = state.is === "opening" || (state.is === "on" && !listens.value);
  const words = state.is === "deaf" ? `mic-deaf-${state.why}` : waits ? "mic-opening" : "mic-on";
  return html`<section class="mic-sign" aria-label=${say("mic-name")} data-listens=${listens.value ? "" : null}
      data-heard=${state.is === "on" && heard.value ? "" : null}>
    <span class="row" role="status"><span class=${state.is === "deaf" ? "tag" : "tag floor"}><${Icon} is="mic" /></span>${say(words)}</span>
    ${state.is === "on" && html`<${Meter} />`}
    <button type="button" class="button" onClick=${stopListening}><${Icon} is="cross" />${say("mic-stop")}</button>
  </section>`;
}

/** How loud it is here: nobody else ever sees it. */
function Meter() {
  const bars = lit.value;
  return html`<span class="meter" aria-hidden="true">${Array.from({ length: STEPS }, (_, step) => html`<i class=${step < bars ? "lit" : ""} />`)}</span>`;
}

/** The offer, while nothing listens here: asked for, never assumed. */
export function MicrophoneOffer() {
  const state = microphone.value;
  if (state.is !== "off") return null;
  const why = elsewhere.value ? "elsewhere" : state.why;
  return html`<div class="stack tight">
    ${why && html`<p class="soft" role="status">${say(`mic-off-${why}`)}</p>`}
    <button type="button" class="button quiet" onClick=${() => (dialog.value = { is: "microphone" })}>
      <${Icon} is="mic" />${say(elsewhere.value ? "mic-here-instead" : "mic-offer")}</button>
  </div>`;
}

/** Two questions at most: yes or no, and in a room whether the device would hear others. */
export function MicrophoneDialog() {
  const [agreed, setAgreed] = useState(false);
  const inRoom = person(you.value.participant)?.place === "in_room";
  const shared = session.value.colocated ?? false;
  const start = (/** @type {boolean} */ alone, /** @type {boolean} */ others = false) => {
    closeDialog();
    void listen(alone, others);
  };
  if (agreed) {
    return html`<${Dialog} title=${say("mic-near")}>
      <div class="stack"><p>${say(shared ? "mic-near-shared" : "mic-near-means")}</p>
      <button type="button" class="button solid you wide" onClick=${() => start(true)}>${say("mic-near-nobody")}</button>
      <button type="button" class="button wide" onClick=${shared ? () => start(false, true) : () => { closeDialog(); microphone.value = { is: "off", why: "near" }; }}>${say("mic-near-others")}</button></div>
    </${Dialog}>`;
  }
  return html`<${Dialog} title=${say("mic-ask")}>
    <div class="stack"><p>${say("mic-ask-means")}</p>
    <button type="button" class="button solid you wide" onClick=${() => (inRoom ? setAgreed(true) : start(false))}>${say("mic-yes")}</button>
    <button type="button" class="button wide" onClick=${closeDialog}>${say("mic-no")}</button></div>
  </${Dialog}>`;
}
