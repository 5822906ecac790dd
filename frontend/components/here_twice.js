import { html } from "../html.js";
import { act, may } from "../actions.js";
import { usePressed } from "../behaviours/pressed.js";
import { you } from "../state.js";
import { say } from "../words.js";

/** Who joined on two devices says so on both; then a facilitator may make one person of them. */
export function HereTwice() {
  const [twice, press] = usePressed(Boolean(you.value.consents?.one_person));
  if (!may("consent.set")) return null;
  return html`<label class="choice"><input type="checkbox" checked=${twice} onChange=${() => press(!twice, act({ do: "consent.set", to: "one_person", given: !twice }))} />
    <span>${say("card-twice")}<small>${say("card-twice-means")}</small></span></label>`;
}
