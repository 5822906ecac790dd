// Whom people turn to with a concern, and the link by which that person reads what is written to them.
import { html, useId, useState } from "../html.js";
import { act, askAsMe, may } from "../actions.js";
import { Dialog } from "../components/dialog.js";
import { ConcernDoor } from "../phone/concern.js";
import { room } from "../state.js";
import { say } from "../words.js";
import { SecretLink } from "./share_dialog.js";

export function ContactDialog() {
  const { name: named = "", reach: reached = "", reads_here } = room.value.contact;
  const id = useId();
  const [name, setName] = useState(named);
  const [reach, setReach] = useState(reached);
  const [made, setMade] = useState(/** @type {{ for: string, link: string, qr: string[] } | null} */ (null));
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await act({ do: "contact.set", name, reach });
  };
  const invite = async () => {
    const link = await askAsMe("POST", "/concern-links", {});
    if (link) setMade({ ...link, for: named });
  };
  return html`<${Dialog} title=${say("contact-title")}>
    <div class="stack loose">
      <p>${say("contact-means")}</p>
      <form class="stack" onSubmit=${keep}>
        <div class="field"><label for=${id}>${say("contact-name")}</label>
          <input id=${id} maxlength="60" autocomplete="off" value=${name} onInput=${(/** @type {any} */ event) => setName(event.target.value)} /></div>
        <div class="field"><label for=${`${id}-reach`}>${say("contact-reach")}</label>
          <input id=${`${id}-reach`} maxlength="120" autocomplete="off" value=${reach} onInput=${(/** @type {any} */ event) => setReach(event.target.value)} /></div>
        <button class="button solid you wide">${say("contact-keep")}</button>
      </form>
      ${named && may("contact.invite") && html`<section class="stack tight"><h3>${say("contact-here", { name: named })}</h3>
        <p class="soft">${say(reads_here ? "contact-reads" : "contact-reads-not", { name: named })}</p>
        ${made && made.for === named && !reads_here ? html`<p><b>${say("contact-once", { name: named })}</b></p><${SecretLink} link=${made.link} qr=${made.qr} once />`
          : html`<p><button type="button" class="button" onClick=${invite}>${say("contact-link", { name: named })}</button></p>`}</section>`}
      <${ConcernDoor} />
    </div>
  </${Dialog}>`;
}
