// Who would like to come into a locked room.
import { html } from "../html.js";
import { may } from "../actions.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { desk } from "../state.js";
import { say } from "../words.js";

export function KnocksLine() {
  const { order, by_id } = desk.value?.knocks ?? { order: [], by_id: {} };
  if (!order.length || !may("knock.answer")) return null;
  return html`<section class="card care signals-line" role="status" aria-label=${say("knocks", { n: order.length })}>
    <p class="row"><${Icon} is="door" /><b>${say("knocks", { n: order.length })}</b></p>
    ${order.map((id) => {
      const one = by_id[id];
      return one && html`<div key=${id} class="row apart"><span>${one.name} <span class="soft">${one.watches ? say("state-observer-why", { why: one.watches }) : say(`place-${one.place}-short`)}</span></span>
        <span class="row"><${Press} command=${{ do: "knock.answer", participant: id, let_in: true }} class="button solid floor" label=${say("knock-let-in-whom", { name: one.name })}>${say("knock-let-in")}</${Press}>
        <${Press} command=${{ do: "knock.answer", participant: id, let_in: false }} label=${say("knock-not-whom", { name: one.name })}>${say("knock-not")}</${Press}></span></div>`;
    })}
  </section>`;
}
