// What anybody may say at any moment without asking for the floor. Quieter than the hand; nobody's name goes with it.
import { html } from "../html.js";
import { may } from "../actions.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { you } from "../state.js";
import { say } from "../words.js";

/** @type {import("../generated/messages").SendSignal["signal"][]} */
const SIGNALS = ["slower", "dont_follow", "minute"];

export function Signals() {
  if (!may("signal.send")) return null;
  const sent = you.value.signals ?? [];
  return SIGNALS.map((signal) => sent.includes(signal)
    ? html`<p key=${signal} class="soft signal-sent" role="status"><${Icon} is="check" />${say(`signal-${signal}-sent`)}</p>`
    : html`<${Press} key=${signal} class="button quiet" command=${{ do: "signal.send", signal }}>${say(`signal-${signal}`)}</${Press}>`);
}

/** Somebody asks this person, who speaks just now, to slow down or to say it again. */
export function AskedOfMe() {
  const asked = Object.keys(you.value.asked_of_me ?? {});
  if (!asked.length) return null;
  return html`<section class="card care pad stack tight" role="status" aria-label=${say("signals")}>
    ${asked.map((signal) => html`<div key=${signal} class="row apart"><b>${say(`asked-${signal}`)}</b>
      <${Press} class="button" command=${{ do: "signal.answer", signal: /** @type {any} */ (signal) }}>${say("ok")}</${Press}></div>`)}
  </section>`;
}
