// What nudges ask a group that leads itself: the same words on every screen, about nobody in particular.
import { html } from "../html.js";
import { may } from "../actions.js";
import { agenda, room } from "../state.js";
import { say } from "../words.js";
import { Icon } from "./icon.js";
import { Press } from "./press.js";

/** What stands, newest first. */
function asked() {
  const nudges = room.value.lead.nudges;
  return (nudges?.order ?? []).flatMap((id) => {
    const one = nudges?.by_id[id];
    return one ? [{ id, ...one, words: say(`group-nudge-${one.rule}`, { item: agenda.value.by_id[one.about ?? ""]?.title ?? "" }) }] : [];
  });
}

/** Each with what anybody can do. */
export function GroupNudges() {
  return html`${asked().map(({ id, words, actions }) => html`<section class="card pad care stack" key=${id} role="status" aria-label=${say("group-nudge-title")}>
    <p class="group-asks"><span class="tag care"><${Icon} is="leaf" /></span><b>${words}</b></p>
    ${may("turn.next") && html`<div class="row">
      ${actions.map((action, at) => html`<${Press} key=${action} command=${{ do: "nudge.act", nudge: id, action }} class=${at === 0 && action !== "by_voice" ? "button solid care" : "button"}>${say(action === "by_voice" ? "group-did-it" : `action-${action}`)}</${Press}>`)}
      <${Press} command=${{ do: "nudge.dismiss", nudge: id }} class="button bare">${say("leave-it")}</${Press}></div>`}
  </section>`)}`;
}

/** On a screen that nobody presses: the newest, and that phones answer it. */
export function GroupAsks() {
  const [one] = asked();
  return one ? html`<span class="tag care"><${Icon} is="leaf" size=${40} />${one.words}</span>` : null;
}
