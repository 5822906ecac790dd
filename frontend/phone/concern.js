// Something is wrong: whom one can turn to, one tap away, and past whoever runs the meeting.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { dialog } from "../dialog_state.js";
import { Dialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { room, you } from "../state.js";
import { say } from "../words.js";

/** On every screen of a participant, where the room names somebody. */
export function ConcernDoor() {
  if (!room.value.contact.name || !may("concern.raise")) return null;
  return html`<p class="concern-door"><button type="button" class="link strong" onClick=${() => (dialog.value = { is: "concern" })}>${say("concern")}</button></p>`;
}

/** Who it is, how to reach them, and a few lines to them where they read here. */
export function ConcernDialog() {
  const { name = "", reads_here } = room.value.contact;
  return html`<${Dialog} title=${say("concern")}>
    <div class="stack loose">
      <p>${say("concern-means", { name })}</p>
      <${Reach} />
      ${reads_here ? html`<${Write} name=${name} />` : html`<p class="soft">${say("concern-not-here", { name })}</p>`}
      <${Mine} name=${name} />
    </div>
  </${Dialog}>`;
}

/** A call, a mail, a page, or words. */
export function Reach() {
  const { name = "", reach = "", link } = room.value.contact;
  return html`<div class="stack tight"><b>${name}</b>${link ? html`<a class="button wide" href=${link} target="_blank" rel="noopener noreferrer">${reach}</a>` : html`<span>${reach}</span>`}</div>`;
}

/**
 * What is written stays while the dialog is open, my turn to speak or not; who closes it leaves nothing on a device that
 * somebody else may pick up, and reads that beforehand.
 * @param {{ name: string }} props
 */
function Write({ name }) {
  const id = useId();
  const [text, setText] = useDraft("dialog/concern/text", "");
  const [named, setNamed] = useDraft("dialog/concern/named", false);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (text.trim()) await sentFrom("dialog/concern", act({ do: "concern.raise", text, named }));
  };
  return html`<form class="stack" onSubmit=${send}>
    <div class="field"><label for=${id}>${say("concern-write", { name })}</label>
      <p class="soft" id=${`${id}-who`}>${say("concern-who-reads", { name })}</p>
      <textarea id=${id} rows="4" maxlength="1000" autocomplete="off" aria-describedby=${`${id}-who`} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <label class="choice"><input type="checkbox" checked=${named} onChange=${() => setNamed(!named)} /><span>${say("concern-named")}<small>${say("concern-named-means")}</small></span></label>
    <button class="button solid you wide" aria-disabled=${text.trim() ? null : "true"}>${say("concern-send", { name })}</button>
  </form>`;
}

/** What I wrote, and whether it was read. @param {{ name: string }} props */
function Mine({ name }) {
  const mine = you.value.concerns;
  if (!mine) return null;
  return html`<section class="stack tight" aria-label=${say("concern-mine")}><h3>${say("concern-mine")}</h3>
    ${mine.order.map((id) => {
      const one = mine.by_id[id];
      return one && html`<div key=${id} class="card pad stack tight"><blockquote class="written-words">${one.text}</blockquote>
        <p class="row apart"><span class="soft" role="status">${one.read_at === undefined ? say("concern-sent") : say("concern-read", { name })}</span>
          <${Press} command=${{ do: "concern.take_back", concern: id }} class="link strong">${say("concern-take-back")}</${Press}></p></div>`;
    })}</section>`;
}
