import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { lanes, nameOf, people } from "../state.js";
import { clockWords, lengthWords, say } from "../words.js";
import { now } from "../clock.js";

/** More stretches than these nobody tells apart from memory. */
const SHOWN = 6;

/** "That was not Amina": which stretch, and who it was. @param {{ about: string }} props */
export function CorrectDialog({ about: id }) {
  const name = useId();
  const spoken = [...(lanes.value?.people[id] ?? [])].reverse().slice(0, SHOWN);
  const [which, setWhich] = useState(0);
  const [instead, setInstead] = useState("");
  const others = people.value.order.filter((one) => one !== id && people.value.by_id[one]);
  const correct = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const stretch = spoken[which];
    if (!stretch) return;
    const [from_at, to_at] = stretch;
    if (await act({ do: "speech.correct", from_at, to_at, participant: id, ...(instead ? { instead } : {}) })) closeDialog();
  };
  return html`<${Dialog} title=${say("correct-title", { name: nameOf(id) })}>
    ${spoken.length === 0 ? html`<p>${say("correct-nothing", { name: nameOf(id) })}</p>` : html`<form class="stack loose" onSubmit=${correct}>
      <fieldset class="stack tight"><legend class="question">${say("correct-which")}</legend>
        <div class="options">${spoken.map(([from, to], index) => html`<label class="option" key=${from}>
          <input type="radio" name=${name} checked=${which === index} onChange=${() => setWhich(index)} />
          ${say("correct-stretch", { ago: clockWords(now() - from), length: lengthWords(to - from) })}</label>`)}</div>
      </fieldset>
      <div class="field"><label for=${`${name}-who`}>${say("correct-instead")}</label>
        <select id=${`${name}-who`} class="plain" value=${instead} onChange=${(/** @type {any} */ event) => setInstead(event.target.value)}>
          <option value="">${say("correct-nobody")}</option>
          ${others.map((one) => html`<option key=${one} value=${one}>${nameOf(one)}</option>`)}
        </select></div>
      <button class="button solid you wide">${say("correct-go")}</button>
    </form>`}
  </${Dialog}>`;
}
