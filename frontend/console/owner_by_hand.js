// Somebody without a device says through the facilitator that theirs is met. Whose it is nobody knows but them, so the
// server refuses it for anybody else.
import { html, useId } from "../html.js";
import { useDraft } from "../behaviours/draft.js";
import { Fold } from "../components/fold.js";
import { Press } from "../components/press.js";
import { nameOf, withoutDevice } from "../state.js";
import { say } from "../words.js";

/** @param {{ of: string, deeds: { words: string, command: (participant: string) => import("../views").Command }[] }} props */
export function OwnerByHand({ of, deeds }) {
  const id = useId();
  const [who, setWho] = useDraft(`owner/${of}/who`, "");
  const without = withoutDevice.value;
  if (!without.length || !deeds.length) return null;
  return html`<${Fold} name=${`owner/${of}/open`} lineLook="soft" line=${say("owner-by-hand")}><div class="stack">
    <div class="field"><label for=${id}>${say("owner-who")}</label><select id=${id} value=${who} onChange=${(/** @type {any} */ event) => setWho(event.target.value)}>
      <option value="">${say("owner-nobody")}</option>
      ${without.map((one) => html`<option key=${one} value=${one}>${nameOf(one)}</option>`)}</select></div>
    ${who && html`<div class="row">${deeds.map(({ words, command }) => html`<${Press} key=${words} command=${command(who)}>${words}</${Press}>`)}</div>`}
  </div></${Fold}>`;
}
