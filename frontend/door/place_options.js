import { html, useId } from "../html.js";
import { say } from "../words.js";

const PLACES = ["in_room", "remote", "phone"];

/** "How are you here?" @param {{ value: string, choose: (place: string) => void, legend?: string, children?: unknown }} props */
export function PlaceOptions({ value, choose, legend = "place-question", children }) {
  const name = useId();
  return html`<fieldset class="stack tight">
    <legend class="question">${say(legend)}</legend>
    <div class="options">
      ${PLACES.map((place) => html`<label class="option" key=${place}>
        <input type="radio" name=${name} value=${place} checked=${value === place} onChange=${() => choose(place)} />
        ${say(`place-${place}`)}
      </label>`)}
    </div>
    <div class="field">${children}</div>
  </fieldset>`;
}
