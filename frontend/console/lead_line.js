// The group leads itself: a facilitator sees it in one line, and takes over with one press. What nudges ask the group stands below.
import { html } from "../html.js";
import { may } from "../actions.js";
import { GroupNudges } from "../components/group_nudges.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { room } from "../state.js";
import { say, timeWords } from "../words.js";

export function LeadLine() {
  const { since_at, offered_at } = room.value.lead;
  if (offered_at !== undefined) return html`<p class="soft" role="status">${say("lead-offered")}</p>`;
  if (since_at === undefined) return null;
  return html`<section class="card you lead-line" aria-label=${say("lead-group")}>
      <p role="status"><${Icon} is="people" /><span><b>${say("lead-group")}</b> <span class="soft">${say("lead-since", { time: timeWords(since_at) })}</span></span></p>
      ${may("lead.take_over") && html`<${Press} command=${{ do: "lead.take_over" }} class="button solid you">${say("lead-take-over")}</${Press}>`}
    </section>
    <${GroupNudges} />`;
}

/** Before the start: who will lead. */
export function LeadChoice() {
  const ours = room.value.lead.since_at !== undefined;
  if (!may("lead.hand_over")) return null;
  return html`<div class="stack tight"><p>${say("lead-who")}</p>
    <div class="row" role="group" aria-label=${say("lead-who")}>
      <${Press} command=${{ do: "lead.take_over" }} class="button" pressed=${!ours}>${say("lead-by-facilitators")}</${Press}>
      <${Press} command=${{ do: "lead.hand_over" }} class="button" pressed=${ours}>${say("lead-by-group")}</${Press}></div>
    ${ours && html`<p class="soft" role="status">${say("lead-by-group-means")}</p>`}</div>`;
}
