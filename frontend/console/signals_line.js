// What people ask for without a hand: facilitators see it at once, by name only where somebody needs a minute.
import { html } from "../html.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { desk, shortName, you } from "../state.js";
import { say } from "../words.js";

export function SignalsLine() {
  const { asked = {}, minutes = {} } = desk.value?.signals ?? {};
  const lines = [
    ...Object.entries(asked).map(([signal, n]) => ({ key: signal, words: say(`asked-${signal}-count`, { n: Number(n) }), command: { do: "signal.answer", signal } })),
    ...Object.keys(minutes).map((participant) => ({ key: participant, words: say("asked-minute", { name: shortName(participant) }), command: { do: "signal.answer", signal: "minute", participant } })),
    ...Object.keys(you.value.minutes_of ?? {}).map((participant) => ({ key: `${participant} alone`, words: `${say("asked-minute", { name: shortName(participant) })} ${say("asked-minute-you")}`, command: { do: "signal.answer", signal: "minute", participant } })),
  ];
  if (!lines.length) return null;
  return html`<section class="card care signals-line" role="status" aria-label=${say("signals")}>
    ${lines.map(({ key, words, command }) => html`<div key=${key} class="row apart"><span class="row"><${Icon} is="ear" /><b>${words}</b></span>
      <${Press} command=${/** @type {any} */ (command)}>${say("signal-seen")}</${Press}></div>`)}
  </section>`;
}
