// "Write instead": the hand goes up as preparing, so the place is kept while I write.
import { html, signal, useId } from "../html.js";
import { act, may } from "../actions.js";
import { dropDraft, sentFrom, useDraft } from "../behaviours/draft.js";
import { people, person, you } from "../state.js";
import { say } from "../words.js";

/** The server takes no more of one contribution. */
const LONGEST = 1000;
/** From here on it is worth saying how much room is left. */
const SAID_FROM = 100;
const HOW = /** @type {const} */ (["show", "read", "answer"]);

/** Whether the form is open. */
export const writing = signal(false);

/** A group's own floor takes what is said; writing is for all. */
export const mayWrite = () => may("written.send") && !you.value.group;

export function WriteInstead() {
  if (!mayWrite()) return null;
  const begin = () => {
    writing.value = true;
    void act({ do: "hand.set_composing", composing: true });
  };
  return html`<button type="button" class="button" onClick=${begin}>${say("write-instead")}</button>`;
}

export function WriteForm() {
  const id = useId();
  const own = you.value.written;
  const [text, setText] = useDraft("written/text", own?.text ?? "");
  const [how, setHow] = useDraft("written/how", /** @type {typeof HOW[number]} */ (own?.how ?? "show"));
  const [reader, setReader] = useDraft("written/reader", own?.reader ?? "");
  const left = LONGEST - [...text].length;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const sent = await sentFrom("written", act({ do: "written.send", text, how, ...(how === "read" && reader ? { reader } : {}) }));
    if (sent) writing.value = false;
  };
  const readers = people.value.order.filter((one) => one !== you.value.participant && person(one)?.here && person(one)?.role !== "observer");
  return html`<form class="stack" onSubmit=${send}>
    <div class="field"><label for=${id}>${say("write-words")}</label>
      <textarea id=${id} rows="4" value=${text} maxlength=${LONGEST} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea>
      <p class="soft" role="status">${left <= SAID_FROM ? say("write-left", { n: left }) : ""}</p></div>
    <fieldset class="stack tight"><legend class="question">${say("write-how")}</legend>
      ${HOW.map((one) => html`<label key=${one} class="choice"><input type="radio" name=${`${id}-how`} checked=${how === one} onChange=${() => setHow(one)} /><span>${say(`write-how-${one}`)}</span></label>`)}
    </fieldset>
    ${how === "read" && html`<div class="field"><label for=${`${id}-reader`}>${say("write-reader")}</label>
      <select id=${`${id}-reader`} value=${reader} onChange=${(/** @type {any} */ event) => setReader(event.target.value)}>
        <option value="">${say("write-reader-any")}</option>
        ${readers.map((one) => html`<option key=${one} value=${one}>${person(one)?.name}</option>`)}
      </select></div>`}
    <button class="button solid you wide">${say("write-send")}</button>
    <button type="button" class="button bare wide" onClick=${() => { writing.value = false; dropDraft("written"); if (!own) void act({ do: "hand.lower" }); }}>${say("cancel")}</button>
  </form>`;
}

/** What I wrote and waits. */
export function MyWritten() {
  const own = you.value.written;
  if (!own) return null;
  return html`<blockquote class="written-words">${own.text}</blockquote>
    <button type="button" class="button wide" onClick=${() => (writing.value = true)}>${say("write-other-words")}</button>`;
}
