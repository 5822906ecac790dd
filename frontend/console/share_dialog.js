import { html, useState } from "../html.js";
import { askAsMe, may } from "../actions.js";
import { useJoinLink } from "../behaviours/join_link.js";
import { dialog } from "../dialog_state.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { tell } from "../messages.js";
import { desk, room, session } from "../state.js";
import { say } from "../words.js";
import { sheet } from "./sheet.js";

/** The white edge, in modules, that readers need around a QR code. */
const QUIET_ZONE = 4;

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(say("copied"));
  } catch {
    tell(say("copy-by-hand"), { refusal: true });
  }
}

/** The code, large; read across a room. @param {{ code: string }} props */
export function Invite({ code }) {
  const { link } = useJoinLink(code);
  return html`<div class="invite">
    <img src=${`/api/v1/join/${code}/qr.svg`} alt=${say("qr-alt")} width="200" height="200" />
    <div class="stack tight"><p class="soft">${say("invite-scan")}</p><p class="invite-code">${code}</p>
      <p class="soft invite-link">${link}</p>
      <p><button type="button" class="button" onClick=${() => copy(link)}>${say("copy-link")}</button></p></div>
  </div>`;
}

/** A link with a secret, shown once: to scan, to send, or (unless it opens `once`) to open here. @param {{ link: string, qr: string[], once?: boolean }} props */
export function SecretLink({ link, qr, once = false }) {
  return html`<div class="device-door">
    <${QrRows} rows=${qr} />
    <div class="stack tight"><code class="device-link">${link}</code>
      <p class="row"><button type="button" class="button" onClick=${() => copy(link)}>${say("copy-link")}</button>
      ${!once && html`<a class="button bare" href=${link} target="_blank" rel="noopener">${say("open-here")}</a>`}</p></div></div>`;
}

/** A QR code drawn here: the link has a secret, so its picture has no address. @param {{ rows: string[] }} props */
function QrRows({ rows }) {
  const size = rows.length + 2 * QUIET_ZONE;
  const path = rows.flatMap((row, y) => Array.from(row.matchAll(/1+/g), (run) => `M${(run.index ?? 0) + QUIET_ZONE} ${y + QUIET_ZONE}h${run[0].length}v1h-${run[0].length}z`)).join("");
  return html`<svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${say("qr-device-alt")} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#ffffff" /><path d=${path} fill="#111111" /></svg>`;
}

function openSheet() {
  closeDialog();
  sheet.value = true;
}

/** How people and devices get in. */
export function ShareDialog() {
  const { code } = session.value;
  const { contact } = room.value;
  const [links, setLinks] = useState(/** @type {Record<string, { link: string, qr: string[] }>} */ ({}));
  const add = async (/** @type {string} */ scope) => {
    const made = await askAsMe("POST", "/devices", { scope });
    if (made) setLinks((was) => ({ ...was, [scope]: made }));
  };
  const devices = Object.entries(desk.value?.devices ?? {});
  return html`<${Dialog} title=${say("share-title")} broad>
    <div class="stack loose">
      <${Invite} code=${code} />
      ${may("session.set_locked") && html`<section class="device"><div><h3>${say(session.value.locked ? "locked-title" : "lock-title")}</h3><p class="soft">${say("lock-means")}</p></div>
        <${Press} command=${{ do: "session.set_locked", locked: !session.value.locked }}>${say(session.value.locked ? "unlock" : "lock")}</${Press}></section>`}
      ${may("contact.set") && html`<section class="device"><div><h3>${say("contact-title")}</h3><p class="soft">${contact.name ? say("contact-is", { name: contact.name, reach: contact.reach ?? "" }) : say("contact-nobody")}</p></div>
        <button type="button" class="button" onClick=${() => (dialog.value = { is: "contact" })}>${say(contact.name ? "contact-change" : "contact-open")}</button></section>`}
      ${may("microphones.set_colocated") && html`<section class="device"><div><h3>${say(session.value.colocated ? "near-on-title" : "near-title")}</h3><p class="soft">${say("near-means")}</p></div>
        <${Press} command=${{ do: "microphones.set_colocated", on: !session.value.colocated }}>${say(session.value.colocated ? "near-off" : "near-on")}</${Press}></section>`}
      <section class="device"><div><h3>${say("sheet-title")}</h3><p class="soft">${say("sheet-means")}</p></div>
        <button type="button" class="button" onClick=${openSheet}>${say("sheet-open")}</button></section>
      ${may("device.add") && ["screen", "tap", "hands", "notes"].map((scope) => html`<section class="device" key=${scope}>
        <div><h3>${say(`device-${scope}`)}</h3><p class="soft">${say(`device-${scope}-means`)}</p></div>
        ${links[scope] ? html`<${SecretLink} ...${links[scope]} />`
          : html`<button type="button" class="button" onClick=${() => add(scope)}>${say(`device-${scope}-add`)}</button>`}
      </section>`)}
      ${devices.length > 0 && html`<section class="stack tight"><h3>${say("devices")}</h3>
        <ul class="card list">${devices.map(([id, one]) => html`<li class="list-row" key=${id}>
          <span class="row"><${Icon} is=${one.scope === "screen" ? "screen" : "phone"} />${one.name || say(`device-${one.scope}`)} <span class="soft">${say(one.connected ? "device-connected" : "device-away")}</span></span>
          <${Press} command=${{ do: "device.revoke", device: id }} class="link strong" label=${say("device-revoke-which", { what: say(`device-${one.scope}`) })}>${say("device-revoke")}</${Press}></li>`)}</ul></section>`}
    </div>
  </${Dialog}>`;
}
