// Who leads, where that is not a facilitator: the question whether the group wants to, and what anybody can do once it does.
import { html } from "../html.js";
import { may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { GroupNudges } from "../components/group_nudges.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { agenda, floor, myGroup, nextUp, room, shortName, you } from "../state.js";
import { say } from "../words.js";

export function Leading() {
  const { since_at, offered_at } = room.value.lead;
  if (offered_at !== undefined) return html`<${Offer} />`;
  if (since_at === undefined) return null;
  return html`<${GroupNudges} />
    ${may("turn.next") && !myGroup.value ? html`<${WeLead} />` : html`<p class="soft">${say("lead-is-ours")}</p>`}`;
}

/** Nothing happens unless people say so: it may be a train in a tunnel. */
function Offer() {
  const { accepted = 0, needed = 1 } = room.value.lead;
  const waits = you.value.accepted_lead && accepted < needed;
  return html`<section class="card pad you stack" aria-labelledby="lead-offer">
    <h2 id="lead-offer" class="card-title">${say("lead-offer-title")}</h2>
    <p>${say("lead-offer-text")}</p>
    ${accepted > 0 && html`<p role="status">${say(waits ? "lead-offer-waits" : "lead-offer-one")}</p>`}
    ${may("lead.accept") && !waits && html`<${Press} command=${{ do: "lead.accept" }} class="button solid you wide">${say("lead-offer-yes")}</${Press}>`}
  </section>`;
}

const MODES = /** @type {const} */ (["open", "queue", "round"]);

/** The next step on top; how we talk, and a break, behind one press. */
function WeLead() {
  const [open, setOpen] = useDraft("lead-more/open", false);
  const { turn, mode, rest } = floor.value;
  const { current, order, by_id, ready, share } = agenda.value;
  const next = nextUp();
  const words = turn ? (next ? say("thank-next", { name: shortName(turn.participant), next: shortName(next) }) : say("thank", { name: shortName(turn.participant) })) : next ? say("give-floor-to", { name: shortName(next) }) : "";
  const begins = !current && order.some((id) => by_id[id]?.started_at === undefined && !by_id[id]?.skipped);
  return html`<section class="card pad stack" aria-labelledby="we-lead">
    <div class="row apart"><h2 id="we-lead" class="tag"><${Icon} is="people" />${say("lead-ours")}</h2>
      <button type="button" class="link" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("lead-more")}</button></div>
    ${rest && html`<${Press} command=${{ do: "break.end" }} class="button solid you wide">${say("break-end")}</${Press}>`}
    ${!rest && words && html`<${Press} command=${turn ? { do: "turn.next", after: turn.id } : { do: "turn.next" }} class="button wide">${words}</${Press}>`}
    ${begins && html`<${Press} command=${{ do: "item.next" }} class="button wide">${say("item-first")}</${Press}>`}
    ${current && ready > 0 && html`<p class="soft" role="status">${say("lead-ready", { n: ready, percent: Math.round(share * 100) })}</p>`}
    ${open && html`<p class="soft">${say("lead-ours-means")}</p>
      <div class="row" role="group" aria-label=${say("mode")}>
        ${MODES.map((one) => html`<${Press} key=${one} command=${{ do: "mode.set", mode: one }} class="button" pressed=${mode === one}>${say(`mode-${one}`)}</${Press}>`)}
        ${!rest && html`<${Press} command=${{ do: "break.start", length_ms: 600_000 }}>${say("action-start_break")}</${Press}>`}
      </div>`}
  </section>`;
}
