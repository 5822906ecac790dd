import { html } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { usePressed } from "../behaviours/pressed.js";
import { Dialog } from "../components/dialog.js";
import { HeldSelect } from "../components/held_select.js";
import { desk } from "../state.js";
import { say } from "../words.js";

const TONES = ["warm", "plain", "brief"];

/** @typedef {import("../generated/messages").NudgeSettingView} Setting */

/** In what a number is asked for, and how much of it one is. @param {string} name @param {Setting} setting */
function unitOf(name, setting) {
  if (name.endsWith("_ms")) return setting.usual < 60_000 && setting.usual > 0 ? { unit: "seconds", one: 1000 } : { unit: "minutes", one: 60_000 };
  return Number.isInteger(setting.most) ? { unit: "times", one: 1 } : { unit: "percent", one: 0.01 };
}

/** How nudging is set in this meeting: the wording, the kinds, and their numbers within their bounds. */
export function NudgingDialog() {
  const nudging = desk.value?.nudging;
  if (!nudging) return null;
  const { order, kinds, settings, tone } = nudging;
  const numbers = (/** @type {string} */ kind) => Object.entries(settings).filter(([, one]) => one.kind === kind);
  return html`<${Dialog} title=${say("nudging-title")} broad>
    <div class="stack">
      <p class="soft">${say("nudging-means")}</p>
      <label class="row">${say("nudging-tone")}
        <${HeldSelect} look="inline" held=${tone} send=${(/** @type {import("../generated/messages").Tone} */ one) => act({ do: "nudges.tone", tone: one })} options=${TONES.map((one) => [one, say(`tone-${one}`)])} /></label>
      <ul class="card list nudging">
        ${order.map((kind) => html`<li key=${kind}>
          ${kinds[kind]?.private
            ? html`<p><b>${say(`kind-${kind}`)}</b><br /><span class="soft">${say("nudging-private")}</span></p>`
            : html`<${Told} kind=${kind} held=${!kinds[kind]?.muted} />`}
          ${numbers(kind).map(([name, setting]) => html`<${NumberOf} key=${name} name=${name} setting=${setting} />`)}</li>`)}
        <li><p><b>${say("nudging-all")}</b></p>${numbers("").map(([name, setting]) => html`<${NumberOf} key=${name} name=${name} setting=${setting} />`)}</li>
      </ul>
    </div>
  </${Dialog}>`;
}

/** @param {{ kind: string, held: boolean }} props */
function Told({ kind, held }) {
  const [told, press] = usePressed(held);
  return html`<label class="choice"><input type="checkbox" checked=${told} onChange=${() => press(!told, act({ do: "nudges.mute", kind, on: told }))} /><span>${say(`kind-${kind}`)}</span></label>`;
}

/** @param {{ name: string, setting: Setting }} props */
function NumberOf({ name, setting }) {
  const { unit, one } = unitOf(name, setting);
  const shown = (/** @type {number} */ value) => Math.round((value / one) * 10) / 10;
  const [typed, setTyped] = useDraft(`tune/${name}/value`, String(shown(setting.value)));
  const choose = (/** @type {any} */ event) => {
    const value = Number(event.target.value) * one;
    if (event.target.reportValidity()) void sentFrom(`tune/${name}`, act({ do: "nudges.tune", name, value }));
  };
  return html`<label class="row soft">${say(`setting-${name}`)}
    <span class="with-unit"><input class="amount" type="number" inputmode="decimal" step=${unit === "minutes" ? 0.5 : 1} min=${shown(setting.least)} max=${shown(setting.most)} value=${typed} onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} onChange=${choose} />
    ${say(`unit-${unit}`)}</span> <span>${setting.value === setting.usual ? "" : say("nudging-usual", { usual: shown(setting.usual) })}</span></label>`;
}
