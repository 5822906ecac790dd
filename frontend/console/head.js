import { html } from "../html.js";
import { act, may } from "../actions.js";
import { narrow } from "../behaviours/narrow.js";
import { dialog } from "../dialog_state.js";
import { now, second } from "../clock.js";
import { Icon, Logo } from "../components/icon.js";
import { AgendaLine, ItemLine, itemOn } from "../components/item.js";
import { Press } from "../components/press.js";
import { Purpose } from "../components/shell.js";
import { Wire } from "../components/wire.js";
import { HeldSelect } from "../components/held_select.js";
import { floor, people, room, session, you } from "../state.js";
import { has, lengthWords, say, timeWords } from "../words.js";

/** What stays in sight: where we are, who is here, how to let somebody in, how the floor is shared. */
export function Head() {
  const { name, purpose, status, code, practice } = session.value;
  return html`<header class="console-head">
    <div class="head-row">
      <${Logo} href="/" />
      <h1>${name}</h1>
      <${Purpose} is=${purpose} />
      ${status === "planned" && html`<${Practice} is=${practice} />`}
      <span class="head-space"></span>
      <${Counts} />
      <span class="head-code"><span class="code-is">${say("code-is")} </span><b>${code}</b></span>
      <button type="button" class="link" aria-label=${say("share-open")} onClick=${() => (dialog.value = { is: "share" })}>${say(narrow.value ? "share-open-short" : "share-open")}</button>
      ${status === "open" && may("breakout.start") && room.value.breakout.since_at === undefined && html`<button type="button" class="link" onClick=${() => (dialog.value = { is: "groups" })}>${say("groups-open")}</button>`}
      ${status === "open" && html`<button type="button" class="link" onClick=${() => (dialog.value = { is: "end" })}>${say("end-open")}</button>`}
    </div>
    ${status !== "planned" && html`<div class="head-row second">
      <${Wire} />${itemOn() && !narrow.value ? html`<${ItemLine} />` : html`<${Running} />`}<${Practice} is=${practice} />
      <span class="head-space"></span>
      ${status === "open" && html`<${UndoLast} /><${ModeChoice} />`}
    </div>
    ${!narrow.value && html`<${AgendaLine} />`}`}
  </header>`;
}

/** @param {{ is: boolean }} props */
function Practice({ is }) {
  return is ? html`<span class="soft">${say("practise-is")}</span>` : null;
}

function Counts() {
  const { counts } = people.value;
  const parts = /** @type {const} */ (["in_room", "remote", "phone"]).filter((place) => counts[place] > 0);
  if (!parts.length) return html`<span class="soft counts">${say("count-none")}</span>`;
  return html`<span class="soft counts">${parts.map((place) => say(`count-${place}`, { n: counts[place] })).join(", ")}</span>`;
}

function Running() {
  void second.value;
  const { opened_at, status } = session.value;
  if (!opened_at || status !== "open") return null;
  return html`<span class="soft running">${say("running", { time: timeWords(opened_at), length: lengthWords(Math.max(60_000, now() - opened_at)) })}</span>`;
}

const MODES = /** @type {const} */ (["open", "queue", "timed", "round", "listening", "writing"]);

function ModeChoice() {
  const mode = floor.value.mode;
  if (!may("mode.set")) return null;
  if (narrow.value) {
    return html`<${HeldSelect} look="inline" label=${say("mode")} held=${mode} send=${(/** @type {typeof MODES[number]} */ one) => act({ do: "mode.set", mode: one })} options=${MODES.map((one) => [one, say(`mode-${one}`)])} />
      ${!floor.value.rest && html`<${Press} command=${{ do: "break.start" }} class="button bare">${say("break-start")}</${Press}>`}`;
  }
  return html`<div class="segments" role="group" aria-label=${say("mode")}>
    ${MODES.map((one) => html`<${Press} key=${one} command=${{ do: "mode.set", mode: one }} class="press" pressed=${mode === one}>${say(`mode-${one}`)}</${Press}>`)}
  </div>
  ${!floor.value.rest && html`<${Press} command=${{ do: "break.start" }} class="button bare">${say("break-start")}</${Press}>`}`;
}

/** One's own last action, to be taken back until the next of its kind. */
function UndoLast() {
  const last = you.value.undo;
  if (!last) return null;
  const what = `undo-${last.what.replace(".", "-")}`;
  const words = say("undo-what", { what: say(has(what) ? what : "undo-other") });
  return html`<${Press} command=${{ do: "undo", command: last.command }} class="button bare undo" hint=${words}><${Icon} is="undo" /><span>${words}</span></${Press}>`;
}
