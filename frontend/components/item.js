// The agenda item that is on: where in the agenda we are, and how much of its time has gone.
import { html } from "../html.js";
import { now, second } from "../clock.js";
import { agenda, floor } from "../state.js";
import { clockWords, lengthWords, say } from "../words.js";

/** The item that is on, if one is. */
export function itemOn() {
  const { current, by_id } = agenda.value;
  return current ? by_id[current] : undefined;
}

/** How long it has run, breaks aside. @param {import("../generated/messages").ItemView} item */
function itemTime(item) {
  void second.value;
  const started = item.started_at ?? now();
  const until = floor.value.rest ? Math.max(started, floor.value.rest.since_at) : now();
  return Math.max(0, until - started - item.rested_ms);
}

/** "2 of 5", the title, "12:04 of 20 minutes". */
export function ItemLine() {
  const item = itemOn();
  if (!item) return null;
  const { order, current, by_id } = agenda.value;
  const all = order.filter((id) => !by_id[id]?.skipped);
  const limit = item.length_ms ? item.length_ms + item.extended_ms : 0;
  const gone = itemTime(item);
  return html`<span class="item-line"><span class="soft">${say("item-of", { n: all.indexOf(current ?? "") + 1, of: all.length })}</span> <b>${item.title}</b>
    ${" "}<span class="soft">${clockWords(gone)} ${limit && gone > limit ? say("turn-over", { length: lengthWords(limit) }) : limit ? say("my-turn-of", { length: lengthWords(limit) }) : ""}${item.owner ? ` · ${item.owner}` : ""}</span></span>`;
}

/** What is fixed already, and what can still change. */
export function Brief() {
  const { fixed, fixed_by, can_change } = agenda.value;
  const lines = fixed.map((what, at) => (fixed_by[at] ? say("brief-fixed-by", { what, who: fixed_by[at] ?? "" }) : what));
  if (!fixed.length && !can_change.length) return null;
  return html`<section class="brief stack tight" aria-label=${say("brief")}>
    ${fixed.length > 0 && html`<p><b>${say("brief-fixed")}</b> ${lines.join(" · ")}</p>`}
    ${can_change.length > 0 && html`<p><b>${say("brief-can-change")}</b> ${can_change.join(" · ")}</p>`}
  </section>`;
}
