import { html, useState } from "../html.js";
import { askAsMe, may } from "../actions.js";
import { Dialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { tell } from "../messages.js";
import { desk, session } from "../state.js";
import { say } from "../words.js";

/** Where a room's people find it. @param {string} code */
export function joinLink(code) {
  return `${location.origin}/j/${code}`;
}

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
  return html`<div class="invite">
    <img src=${`/api/v1/join/${code}/qr.svg`} alt=${say("qr-alt")} width="200" height="200" />
    <div class="stack tight"><p class="soft">${say("invite-scan")}</p><p class="invite-code">${code}</p>
      <p class="soft invite-link">${joinLink(code)}</p>
      <p><button type="button" class="button" onClick=${() => copy(joinLink(code))}>${say("copy-link")}</button></p></div>
  </div>`;
}

/** How people and devices get in. */
export function ShareDialog() {
  const { code } = session.value;
  const [links, setLinks] = useState(/** @type {Record<string, string>} */ ({}));
  const add = async (/** @type {string} */ scope) => {
    const made = await askAsMe("POST", "/devices", { scope });
    if (made) setLinks((was) => ({ ...was, [scope]: made.link }));
  };
  const devices = Object.entries(desk.value?.devices ?? {});
  return html`<${Dialog} title=${say("share-title")} broad>
    <div class="stack loose">
      <${Invite} code=${code} />
      ${may("device.add") && ["screen", "tap"].map((scope) => html`<section class="device" key=${scope}>
        <div><h3>${say(`device-${scope}`)}</h3><p class="soft">${say(`device-${scope}-means`)}</p></div>
        ${links[scope] ? html`<div class="stack tight"><code class="device-link">${links[scope]}</code>
            <p class="row"><button type="button" class="button" onClick=${() => copy(links[scope] ?? "")}>${say("copy-link")}</button>
            <a class="button bare" href=${links[scope]} target="_blank" rel="noopener">${say("open-here")}</a></p></div>`
          : html`<button type="button" class="button" onClick=${() => add(scope)}>${say(`device-${scope}-add`)}</button>`}
      </section>`)}
      ${devices.length > 0 && html`<section class="stack tight"><h3>${say("devices")}</h3>
        <ul class="card list">${devices.map(([id, one]) => html`<li class="list-row" key=${id}>
          <span class="row"><${Icon} is=${one.scope === "screen" ? "screen" : "phone"} />${one.name || say(`device-${one.scope}`)} <span class="soft">${say(one.connected ? "device-connected" : "device-away")}</span></span>
          <${Press} command=${{ do: "device.revoke", device: id }} class="link strong" label=${say("device-revoke-which", { what: say(`device-${one.scope}`) })}>${say("device-revoke")}</${Press}></li>`)}</ul></section>`}
    </div>
  </${Dialog}>`;
}
