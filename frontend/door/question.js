import { html, useId } from "../html.js";
import { say } from "../words.js";

/** @param {{ legend: string, number: number, options: string[], words: string, value: string, choose: (value: string) => void }} props */
export function Question({ legend, number, options, words, value, choose }) {
  const name = useId();
  return html`<fieldset class="card pad stack">
    <legend class="question numbered"><span class="number" aria-hidden="true">${number}</span>${say(legend)}</legend>
    <div class="options">
      ${options.map((one) => html`<label class="option" key=${one}>
        <input type="radio" name=${name} value=${one} checked=${value === one} onChange=${() => choose(one)} />
        <span>${say(`${words}-${one}`)}<small>${say(`${words}-${one}-means`)}</small></span>
      </label>`)}
    </div>
  </fieldset>`;
}
