// Why an observer is here: said by themselves, or by a facilitator for them.
import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { say } from "../words.js";

/** @param {{ participant: string, was: string, own?: boolean }} props */
export function WhyWatching({ participant, was, own = false }) {
  const id = useId();
  const [why, setWhy] = useState(was);
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    void act({ do: "participant.say_watching", participant, watches: why });
  };
  return html`<form class="field" onSubmit=${keep}><label for=${id}>${say(own ? "watch-why" : "watch-why-of")}</label>
    <input id=${id} value=${why} maxlength="60" autocomplete="off" onInput=${(/** @type {any} */ event) => setWhy(event.target.value)} />
    <button class="button">${say("watch-keep")}</button></form>`;
}
