import { html } from "../html.js";
import { dialog } from "../dialog_state.js";
import { Icon } from "../components/icon.js";
import { people, session } from "../state.js";
import { say } from "../words.js";
import { earlierNudges, newNudges } from "./nudges.js";
import { panels } from "./panel_state.js";

/** @typedef {import("./panel_state.js").Panel} Panel */
/** @type {Record<Panel, string>} */
const ICONS = { people: "people", lanes: "lanes", nudges: "leaf" };

/** @param {Panel} name */
export function toggle(name) {
  panels.value = { ...panels.value, [name]: !panels.value[name] };
}

/** @param {Panel} name */
function line(name) {
  if (name === "people") {
    const listening = Object.values(people.value.by_id).filter((one) => one.listening && one.here).length;
    return say("panel-people-line", { n: people.value.counts.here, listening });
  }
  if (name === "lanes") return say("panel-lanes-line");
  return say("panel-nudges-line", { n: newNudges().length, earlier: earlierNudges().length });
}

/** Every panel with one line; a click opens it, another closes it. */
export function Panels() {
  if (session.value.status === "planned") return null;
  const any = Object.values(panels.value).some(Boolean);
  return html`<nav class="card panels" aria-label=${say("panels")}>
      ${/** @type {Panel[]} */ (["people", "lanes", "nudges"]).map((name) => html`<button type="button" key=${name} aria-expanded=${panels.value[name]} onClick=${() => toggle(name)}>
        <${Icon} is=${ICONS[name]} /><span><b>${say(`panel-${name}`)}</b><span class="soft">${panels.value[name] ? say("panel-close") : line(name)}</span></span>
        <${Icon} is=${panels.value[name] ? "down" : "right"} /></button>`)}
    </nav>
    ${!any && html`<div class="calm-words"><p class="soft">${say("calm")}</p>
      <dl class="key-list">
        ${["N", "H", "C", "?"].map((key) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${say(`key-${key === "?" ? "all" : key}`)}</dd></div>`)}
      </dl></div>`}
    ${any && html`<p class="soft key-hint"><button type="button" class="link" onClick=${() => (dialog.value = { is: "keys" })}>${say("keys-open")}</button></p>`}`;
}
