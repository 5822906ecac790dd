// What was said in writing: with the floor, or shown without it.
import { html } from "../html.js";
import { useDraft } from "../behaviours/draft.js";
import { nameOf, room, you } from "../state.js";
import { say } from "../words.js";

/** One contribution, whole. @param {{ id: string, head?: boolean }} props  head: say whose it is */
export function Contribution({ id, head = true }) {
  const one = room.value.written.by_id[id];
  if (!one) return null;
  const mine = one.reader === you.value.participant && one.reader !== undefined;
  return html`<div class="stack tight">
    ${head && html`<p><b>${nameOf(one.participant)}</b> <span class="soft">${say("written-by")}</span></p>`}
    ${one.how === "read" && html`<p class=${mine ? "strong" : "soft"}>${mine ? say("written-read-it") : one.reader ? say("written-reads", { name: nameOf(one.reader) }) : say("written-reads-any")}</p>`}
    <blockquote class="written-words">${one.text || say("written-erased")}</blockquote>
    ${one.answer && html`<p><b>${say("written-answer")}</b> ${one.answer}</p>`}
  </div>`;
}

/** Everything that was said in writing so far, newest first; one line until it is opened. */
export function AllWritten() {
  const { order, more } = room.value.written;
  const [open, setOpen] = useDraft("written-all/open", false);
  if (!order.length) return null;
  return html`<section class="card pad stack" aria-label=${say("written-title")}>
    <button type="button" class="link strong" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("written-all", { n: order.length + more })}</button>
    ${open && order.map((id) => html`<${Contribution} key=${id} id=${id} />`)}
    ${open && more > 0 && html`<p class="soft">${say("and-more", { n: more })}</p>`}
  </section>`;
}
