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

/** How long it may take, with what was added to it; 0: as long as it needs. @param {import("../generated/messages").ItemView} item */
function itemLimit(item) {
  return item.length_ms ? item.length_ms + item.extended_ms : 0;
}

/** What the agenda holds, in order, without what is skipped. */
function kept() {
  const { order, by_id } = agenda.value;
  return order.filter((id) => by_id[id] && !by_id[id]?.skipped);
}

/** "2 of 5", the title, "12:04 of 20 minutes". */
export function ItemLine() {
  const item = itemOn();
  if (!item) return null;
  const { current } = agenda.value;
  const all = kept();
  const limit = itemLimit(item);
  const gone = itemTime(item);
  return html`<span class="item-line"><span class="soft">${say("item-of", { n: all.indexOf(current ?? "") + 1, of: all.length })}</span> <b class="item-title">${item.title}</b>
    ${" "}<span class="soft"><b>${clockWords(gone)}</b> ${limit && gone > limit ? say("turn-over", { length: lengthWords(limit) }) : limit ? say("my-turn-of", { length: lengthWords(limit) }) : ""}${item.owner ? ` · ${item.owner}` : ""}</span></span>`;
}

/** An item that says no length is drawn as long as this. */
const NO_LENGTH_MS = 10 * 60_000;

/** The whole agenda as one line, each item as long as it may take: what is over, how far this one is, what comes. The words above it say the same. */
export function AgendaLine() {
  const item = itemOn();
  if (!item) return null;
  const { by_id, current } = agenda.value;
  const limit = itemLimit(item);
  const part = limit ? Math.min(1, itemTime(item) / limit) : 1;
  return html`<div class="agenda-line" aria-hidden="true">${kept().map((id) => {
    const one = by_id[id] ?? item;
    const on = id === current;
    const begun = one.started_at !== undefined;
    return html`<i key=${id} class=${on ? "on" : ""} style=${{ "--length": itemLimit(one) || NO_LENGTH_MS, "--part": on ? part.toFixed(3) : begun ? 1 : 0 }}></i>`;
  })}</div>`;
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
