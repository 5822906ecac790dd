// What is noted of the meeting, for everybody to read along.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { agenda, room, session, you } from "../state.js";
import { say } from "../words.js";
import { Fold } from "./fold.js";
import { Press } from "./press.js";

/** The server takes no more of one note. */
export const LONGEST_NOTE = 1000;

/** One note more. */
export function NoteForm() {
  const id = useId();
  const [text, setText] = useDraft("note/text", "");
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (text.trim()) void sentFrom("note", act({ do: "note.write", text: text.trim() }));
  };
  return html`<form class="stack tight" onSubmit=${send}>
    <div class="field"><label for=${id}>${say("note-take")}</label>
      <textarea id=${id} rows="3" maxlength=${LONGEST_NOTE} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <p class="soft">${say("note-take-means")}</p>
    <button class="button">${say("note-take-send")}</button>
  </form>`;
}

/** The notes, newest first, each below the item that was on; whoever may take one back finds that beside it. */
export function NoteList() {
  const { order, by_id, more } = room.value.notes;
  if (!order.length) return html`<p class="soft">${say("notes-none")}</p>`;
  // A helper takes back what that phone wrote; facilitators take back any.
  const own = you.value.device ? new Set(you.value.notes ?? []) : undefined;
  const takes = (/** @type {string} */ id) => may("note.withdraw") && (!own || own.has(id));
  return html`<ol class="notes" role="list">${order.map((id, place) => {
      const note = by_id[id];
      const item = note?.item ?? "";
      const heads = item && item !== (by_id[order[place - 1] ?? ""]?.item ?? "");
      return html`<li key=${id}>${heads && html`<b>${agenda.value.by_id[item]?.title}</b>`}
        <p>${note?.text}</p>
        ${takes(id) && html`<${Press} command=${{ do: "note.withdraw", note: id }} class="button bare" label=${say("note-back-which", { text: note?.text ?? "" })}>${say("note-back")}</${Press}>`}</li>`;
    })}</ol>
    ${more > 0 && html`<p class="soft">${say("notes-more", { n: more })}</p>`}`;
}

/** Behind a click: to read along, and to write one, for whoever may. @param {{ look?: string }} props */
export function NotesFold({ look = "" }) {
  const { order, more } = room.value.notes;
  const writes = may("note.write") && session.value.status === "open";
  if (!order.length && !writes) return null;
  return html`<${Fold} name="notes/open" look=${`notes-fold ${look}`} line=${say("notes-title", { n: order.length + more })}>
    <div class="stack">${writes && html`<${NoteForm} />`}<${NoteList} /></div></${Fold}>`;
}
