// What anybody may say at any moment without asking for the floor. Quieter than the hand; nobody's name goes with it.
import { html, useState } from "../html.js";
import { may } from "../actions.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { nameOf, room, shortName, you } from "../state.js";
import { say } from "../words.js";

/** @type {import("../generated/messages").SendSignal["signal"][]} */
const SIGNALS = ["slower", "dont_follow", "minute"];

export function Signals() {
  if (!may("signal.send")) return null;
  const sent = you.value.signals ?? [];
  return html`${SIGNALS.map((signal) => sent.includes(signal)
    ? html`<p key=${signal} class="soft signal-sent" role="status"><${Icon} is="check" />${say(`signal-${signal}-sent`)}</p>`
    : html`<${Press} key=${signal} class="button quiet" command=${{ do: "signal.send", signal }}>${say(`signal-${signal}`)}</${Press}>`)}
    ${!sent.includes("minute") && html`<${TellOne} />`}`;
}

/** That one needs a minute, for the eyes of one supporter or facilitator whom one chooses. */
function TellOne() {
  const [open, setOpen] = useState(false);
  const { order, by_id } = room.value.people;
  const whom = order.filter((id) => id !== you.value.participant && by_id[id]?.here && ["supporter", "facilitator"].includes(by_id[id]?.role ?? ""));
  if (!whom.length) return null;
  return html`<button type="button" class="button quiet" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("signal-minute-one")}</button>
    ${open && whom.map((to) => html`<${Press} key=${to} class="button quiet" command=${{ do: "signal.send", signal: "minute", to }} done=${() => setOpen(false)}>${say("signal-minute-to", { name: nameOf(to) })}</${Press}>`)}`;
}

/** Who needs a minute and told this person alone. */
export function MinutesOf() {
  const who = Object.keys(you.value.minutes_of ?? {});
  if (!who.length) return null;
  return html`<section class="card care pad stack tight" role="status" aria-label=${say("signals")}>
    ${who.map((participant) => html`<div key=${participant} class="row apart"><b>${say("asked-minute", { name: shortName(participant) })}</b></div>`)}
    <p class="soft">${say("asked-minute-you")}</p>
    <${Press} class="button" command=${{ do: "signal.answer", signal: "minute" }}>${say("signal-seen")}</${Press}>
  </section>`;
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
