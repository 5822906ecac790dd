// What I bring: asked apart from what it is used for. It can be skipped, changed and taken back.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { usePressed } from "../behaviours/pressed.js";
import { perspectiveWords } from "../components/perspective.js";
import { room, you } from "../state.js";
import { say } from "../words.js";

const USES = /** @type {const} */ (["totals", "beside_name"]);

export function MyPerspective() {
  const name = useId();
  const { labels, equal_share } = room.value.perspectives;
  const own = you.value.perspective;
  const [chosen, press] = usePressed(own?.label ?? "");
  const [use, pressUse] = usePressed(own?.use ?? "totals");
  if (!labels.length || !may("perspective.set")) return null;
  const set = (/** @type {string} */ label, /** @type {typeof USES[number]} */ how) => act({ do: "perspective.set", label, use: how });
  return html`<section class="stack" aria-labelledby=${name}>
    <div class="stack tight"><h3 id=${name}>${say("perspective-title")}</h3><p class="soft">${say("perspective-why")}</p></div>
    <fieldset class="stack tight"><legend class="aloud">${say("perspective-title")}</legend>
      ${["", ...labels].map((label) => html`<label key=${label} class="choice"><input type="radio" name=${`${name}-label`} checked=${chosen === label} onChange=${() => press(label, set(label, use))} />
        <span>${label ? perspectiveWords(label) : say("perspective-none")}</span></label>`)}
    </fieldset>
    ${own && html`<fieldset class="stack tight"><legend class="question">${say("perspective-use")}</legend>
      ${USES.map((how) => html`<label key=${how} class="choice"><input type="radio" name=${`${name}-use`} checked=${use === how} onChange=${() => pressUse(how, set(chosen, how))} />
        <span>${say(`perspective-${how}`)}<small>${say(how === "beside_name" && equal_share ? "perspective-beside_name-equal" : `perspective-${how}-means`)}</small></span></label>`)}
    </fieldset>`}
  </section>`;
}
