import { html } from "../html.js";
import { may } from "../actions.js";
import { Icon } from "../components/icon.js";
import { Brief, ItemLine } from "../components/item.js";
import { Press } from "../components/press.js";
import { agenda, floor, person, you } from "../state.js";
import { say, timeWords } from "../words.js";

/** The item that is on, what is fixed, and that one is ready to move on. */
export function MyItem() {
  const { current } = agenda.value;
  const ready = Boolean(you.value.ready_to_move_on);
  return html`${current && html`<section class="stack tight" aria-label=${say("agenda")}><p><${ItemLine} /></p>
      ${may("item.set_ready") && html`<${Press} class="button quiet" pressed=${ready} command=${{ do: "item.set_ready", item: current, ready: !ready }}>${say("ready-own")}</${Press}>`}</section>`}
    <${Brief} />`;
}

/** What all do together just now, where it is not the queue: a break, a story, writing, a round. */
export function Together() {
  const { mode, rest, round } = floor.value;
  if (rest) return html`<section class="card pad stack tight" aria-label=${say("break")}><h2 class="card-title"><${Icon} is="clock" />${say("break")}</h2>
    <p>${rest.until_at ? say("break-until", { time: timeWords(rest.until_at) }) : say("break-own")}</p></section>`;
  if (mode === "listening" || mode === "writing") return html`<p class="card pad">${say(`mode-${mode}-own`)}</p>`;
  if (mode !== "round" || !round) return null;
  const place = round.next.indexOf(you.value.participant ?? "") + 1;
  const asked = person(you.value.participant)?.role === "participant";
  return html`<section class="card pad you stack tight" aria-label=${say("mode-round")}>
    <p>${asked && html`<b>${place ? say("round-own", { place }) : say("round-had")}</b> `}${say("round-own-means")}</p>
    ${place > 0 && may("round.pass") && html`<div class="row"><${Press} command=${{ do: "round.pass" }}>${say("round-pass")}</${Press}>
      <${Press} command=${{ do: "round.pass", later: true }}>${say("round-later")}</${Press}></div>`}
  </section>`;
}
