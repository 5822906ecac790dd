import { html } from "../html.js";
import { byPolicy } from "../components/perspective.js";
import { floor, nameOf, queue, you } from "../state.js";
import { say } from "../words.js";

/** So many names fit without a list that one has to read through. */
const SHOWN = 5;

/** The order, which everybody may see; never the reasons, which are each person's own. */
export function WhoIsNext() {
  const { order, more } = queue.value;
  if (!order.length) return null;
  const shown = order.slice(0, SHOWN);
  const hidden = order.length - shown.length + more;
  return html`<section class="card pad stack tight" aria-labelledby="who-next">
    <h2 id="who-next">${say("who-next")} <span class="soft plain">${say(`policy-${byPolicy(floor.value.policy)}`)}</span></h2>
    <ol class="order">
      ${shown.map((id, index) => html`<li key=${id}><span class="order-number">${index + 1}</span>
        <span>${id === you.value.participant ? html`<b>${say("order-you")}</b>` : nameOf(id)}</span></li>`)}
    </ol>
    ${hidden > 0 && html`<p class="soft">${say("and-more", { n: hidden })}</p>`}
  </section>`;
}
