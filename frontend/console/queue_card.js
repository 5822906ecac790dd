import { html } from "../html.js";
import { act, may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { dialog } from "../dialog_state.js";
import { now, second } from "../clock.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { byPolicy } from "../components/perspective.js";
import { HeldSelect } from "../components/held_select.js";
import { desk, floor, nameOf, queue, room } from "../state.js";
import { clockWords, lengthWords, say } from "../words.js";

/** Limits that one can choose for the turns to come, in minutes; 0 is no clock. */
const LIMITS_MIN = [1, 2, 3, 5, 10, 0];

const POLICIES = ["balanced", "fifo", "alternate", "alternate-perspective", "random"];

/** How long the floor may be left empty after each turn, in seconds. */
const GAPS_S = [0, 3, 5, 10];

/** So many rows stand above the nudges without scrolling. */
const SHOWN = 5;

/**
 * Who waits, in the order in which they go, each with the reason that only facilitators read; where there is little room
 * they stand above how the queue is set.
 * @param {{ brief: boolean }} props  brief: little room for words
 */
export function QueueCard({ brief }) {
  const { order, more } = queue.value;
  const [whole, setWhole] = useDraft("queue-whole/open", false);
  const shown = whole ? order : order.slice(0, SHOWN);
  const hidden = order.length - shown.length;
  return html`<section class="card queue-card" aria-labelledby="queue">
    <div class="queue-head">
      <h2 id="queue">${say("queue")}</h2>
      ${!brief && html`<${Choices} />`}
      <span class="head-space"></span>
      ${may("hand.raise") && html`<button type="button" class="button bare" aria-label=${say("hand-for")} onClick=${() => (dialog.value = { is: "hand-for" })}><${Icon} is="hand" />${say(brief ? "hand-for-short" : "hand-for")}</button>`}
    </div>
    <${Process} />
    ${order.length === 0 ? html`<p class="queue-empty soft">${say("queue-empty")}</p>` : html`<ol>
      ${shown.map((id, index) => html`<${Waiting} key=${id} id=${id} place=${index + 1} />`)}
    </ol>`}
    ${(hidden > 0 || (whole && order.length > SHOWN)) && html`<p class="queue-more"><button type="button" class="link" aria-expanded=${whole} onClick=${() => setWhole(!whole)}>
      ${whole ? say("show-fewer") : say("and-more", { n: hidden + more })}</button></p>`}
    ${whole && more > 0 && html`<p class="queue-empty soft">${say("and-more", { n: more })}</p>`}
    ${brief && html`<div class="queue-choices"><${Choices} /></div>`}
  </section>`;
}

/** What stands in somebody's way: answered at once, without a turn. */
function Process() {
  const { order, by_id } = queue.value.process;
  if (!order.length) return null;
  return html`<ul class="process">${order.map((id) => html`<li key=${id} class="row apart">
    <span><b>${nameOf(id)}</b> ${say(`process-${by_id[id]?.about}`)}</span>
    ${may("process.clear") && html`<${Press} command=${{ do: "process.clear", participant: id }}>${say("process-answered")}</${Press}>`}</li>`)}</ul>`;
}

function Choices() {
  const { policy, limit_ms, gap_ms } = floor.value;
  const { closed } = queue.value;
  const named = byPolicy(policy);
  const choose = (/** @type {string} */ name) => {
    const [chosen, sides] = name.split("-");
    return act(/** @type {any} */ ({ do: "policy.set", policy: chosen, sides: sides ?? "place" }));
  };
  const limits = LIMITS_MIN.map((min) => min * 60_000);
  if (!limits.includes(limit_ms)) limits.push(limit_ms);
  if (!may("policy.set")) return html`<span class="soft">${say(`policy-${named}-name`)}</span>`;
  const policies = POLICIES.filter((one) => one !== "alternate-perspective" || one === named || room.value.perspectives.labels.length);
  return html`<${HeldSelect} look="inline" label=${say("policy")} held=${named} send=${choose} options=${policies.map((one) => [one, say(`policy-${one}-name`)])} />
    <${HeldSelect} look="inline" label=${say("limit")} held=${limit_ms} send=${(/** @type {number} */ ms) => act({ do: "limit.set", limit_ms: ms })} options=${limits.map((ms) => [ms, ms ? say("limit-each", { length: lengthWords(ms) }) : say("limit-none")])} />
    <${HeldSelect} look="inline" label=${say("gap")} held=${gap_ms} send=${(/** @type {number} */ ms) => act({ do: "gap.set", gap_ms: ms })} options=${GAPS_S.map((s) => [s * 1000, s ? say("gap-each", { n: s }) : say("gap-none")])} />
    <${Press} command=${{ do: "queue.set_closed", closed: !closed }} class="button bare">${say(closed ? "queue-open" : "queue-close")}</${Press}>`;
}

/** @param {{ id: string, place: number }} props */
function Waiting({ id, place }) {
  void second.value;
  const hand = queue.value.hands[id];
  const why = desk.value?.hands[id];
  if (!hand) return null;
  const asks = hand.asks === "new_point" ? "" : say(`asks-${hand.asks}`);
  const reason = why ? say(`reason-${byPolicy(why.reason)}`, { n: why.overtaken }) : say(`why-${byPolicy(hand.why)}`);
  const open = () => (dialog.value = { is: "person", about: id });
  const written = desk.value?.written[id];
  return html`<li class=${hand.ready ? "queue-row" : "queue-row not-ready"}>
    <span class="queue-place">${place}</span>
    <button type="button" class="name-button" onClick=${open}><span>${nameOf(id)}</span></button>
    <span class="queue-reason">${asks && why?.reason !== hand.asks ? html`<b>${asks}</b> ` : null}${reason}${why?.by_facilitator ? html`<span class="soft for-them">${say("reason-for-them")}</span>` : null}</span>
    <span class="soft queue-wait">${clockWords(now() - hand.asked_at)}</span>
    <button type="button" class="icon-button" aria-label=${say("more-about", { name: nameOf(id) })} onClick=${open}><${Icon} is="dots" /></button>
    ${hand.written && html`<div class="queue-written stack tight">
      <p><span class="soft">${say("written-by")}${written?.how ? ` · ${say(`write-how-${written.how}-short`)}` : ""}</span></p>
      ${written && html`<blockquote class="written-words">${written.text}</blockquote>
        <div class="row">${may("written.show") && html`<${Press} command=${{ do: "written.show", written: written.id }} label=${say("written-show-of", { name: nameOf(id) })}>${say("written-show")}</${Press}>`}
          ${may("written.answer") && html`<button type="button" class="button" aria-label=${say("written-answer-of", { name: nameOf(id) })} onClick=${() => (dialog.value = { is: "answer", about: id })}>${say("written-answer-open")}</button>`}</div>`}
    </div>`}
  </li>`;
}
