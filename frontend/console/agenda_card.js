import { html } from "../html.js";
import { act, may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { narrow } from "../behaviours/narrow.js";
import { dialog } from "../dialog_state.js";
import { Brief, ItemLine, itemOn } from "../components/item.js";
import { NotesFold } from "../components/notes.js";
import { Press } from "../components/press.js";
import { HeldSelect } from "../components/held_select.js";
import { agenda } from "../state.js";
import { lengthWords, say } from "../words.js";

/** From which part of the people on the agenda may move on by itself, of 1; 0: never. */
const SHARES = [0, 0.5, 0.6, 0.75, 1];

/** The item that is on (where there is room, the head says which), who is ready to move on, and behind a click the whole agenda. */
export function AgendaCard() {
  const [open, setOpen] = useDraft("agenda-whole/open", false);
  const { order, by_id, current, ready, share } = agenda.value;
  const item = itemOn();
  const after = current ? { after: current } : {};
  const more = order.some((id) => by_id[id]?.started_at === undefined && !by_id[id]?.skipped);
  return html`<section class="card agenda-card" aria-labelledby="agenda">
    <div class="queue-head">
      <h2 id="agenda">${say("agenda")}</h2>
      ${item ? narrow.value && html`<${ItemLine} />` : html`<span class="soft">${say(order.length ? "agenda-none-on" : "agenda-empty")}</span>`}
      <span class="head-space"></span>
      ${order.length > 0 && html`<button type="button" class="button bare" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("agenda-whole")}</button>`}
      ${may("agenda.set") && html`<button type="button" class="button bare" onClick=${() => (dialog.value = { is: "agenda" })}>${say("agenda-write")}</button>`}
    </div>
    ${order.length > 0 && html`<div class="row agenda-deeds">
      ${may("item.next") && (item || more) && html`<${Press} command=${{ do: "item.next", ...after }}>${say(more ? (item ? "item-next" : "item-first") : "item-last")}</${Press}>`}
      ${item && current && may("item.extend") && html`<${Press} command=${{ do: "item.extend", item: current }}>${say("item-extend")}</${Press}>`}
      ${item && html`<span class="soft">${say("ready-count", { n: ready })}</span>`}
      ${item && may("agenda.set_share") && html`<${HeldSelect} look="inline" label=${say("ready-share")} held=${share} send=${(/** @type {number} */ part) => act({ do: "agenda.set_share", share: part })}
        options=${[...new Set([...SHARES, share])].map((part) => [part, part ? say("ready-share-at", { percent: Math.round(part * 100) }) : say("ready-share-never")])} />`}
    </div>`}
    <${Brief} />
    <${NotesFold} />
    ${open && html`<ol class="agenda-items">${order.map((id, index) => html`<${Line} key=${id} id=${id} index=${index} />`)}</ol>`}
  </section>`;
}

/** @param {{ id: string, index: number }} props */
function Line({ id, index }) {
  const { by_id, current } = agenda.value;
  const item = by_id[id];
  if (!item) return null;
  const begun = item.started_at !== undefined;
  const state = id === current ? "on" : begun ? "done" : item.skipped ? "skipped" : "to-come";
  return html`<li class="row apart">
    <span><b>${item.title}</b> <span class="soft">${item.length_ms ? lengthWords(item.length_ms) : ""} ${item.mode ? say(`mode-${item.mode}`) : ""} ${item.owner ?? ""} ${say(`item-${state}`)}</span></span>
    ${may("item.move") && !begun && html`<span class="row">
      ${index > 0 && html`<${Press} command=${{ do: "item.move", item: id, to: index - 1 }} class="button bare" label=${say("item-up-of", { title: item.title })}>${say("item-up")}</${Press}>`}
      <${Press} command=${{ do: "item.skip", item: id, skipped: !item.skipped }} class="button bare" label=${say("item-skip-of", { title: item.title })}>${say(item.skipped ? "item-skip-end" : "item-skip")}</${Press}>
      <${Press} command=${{ do: "item.start", item: id, ...(current ? { after: current } : {}) }} class="button bare" label=${say("item-go-of", { title: item.title })}>${say("item-go")}</${Press}></span>`}
  </li>`;
}
