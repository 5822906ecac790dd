// The facilitators' console. It starts calm: the floor, the queue, one line of nudge. What is opened stays open.
import { html, signal } from "../html.js";
import { act, may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { useAttention } from "../behaviours/call_attention.js";
import { useKeys } from "../behaviours/keys.js";
import { narrow, tight } from "../behaviours/narrow.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { remembered } from "../behaviours/remembered.js";
import { useWakeLock } from "../behaviours/wake_lock.js";
import { Lost } from "../phone/lost.js";
import { connection, floor, people, session, you } from "../state.js";
import { say } from "../words.js";
import { AgendaCard } from "./agenda_card.js";
import { CheckLine } from "./check_line.js";
import { Cover, covered } from "./cover.js";
import { Dialogs } from "./dialogs.js";
import { EndedCard } from "./ended_card.js";
import { FloorCard, nextCommand } from "./floor_card.js";
import { handed, HandedRound } from "./handed_round.js";
import { Head } from "./head.js";
import { KnocksLine } from "./knocks_line.js";
import { NudgeCard, NudgeLine, newNudges } from "./nudges.js";
import { panels } from "./panel_state.js";
import { Panels } from "./panels.js";
import { LeadLine } from "./lead_line.js";
import { PathCard, stepsUnderWay } from "./path.js";
import { PeopleCard } from "./people_card.js";
import { QueueCard } from "./queue_card.js";
import { Sheet, sheet } from "./sheet.js";
import { SignalsLine } from "./signals_line.js";
import { StartCard } from "./start_card.js";

/** On a phone: which of the four is shown. */
const tab = signal("floor");
/** On a phone, of the people: `bars` or `lanes`. */
const peopleShow = remembered("people-show", "bars");

export function Console() {
  const { status, name } = session.value;
  useAttention("none", name);
  useWakeLock(status === "open");
  useKeys(pressKey);
  if (covered.value) return html`<${Cover} />`;
  if (handed.value) return html`<${HandedRound} />`;
  if (sheet.value) return html`<${Sheet} />`;
  return html`<a class="skip" href="#main">${say("skip-to-floor")}</a>
    <${Head} />
    ${narrow.value ? html`<${Narrow} />` : html`<${Wide} />`}
    <${Dialogs} />`;
}

/** Nobody scrolls for a nudge: it stands above the agenda. @param {{ brief: boolean, nudge?: unknown }} props */
function Main({ brief, nudge }) {
  const { status } = session.value;
  return html`${connection.value.is !== "live" && html`<${Lost} steers />`}
    <${KnocksLine} />
    ${status === "planned" ? html`<${StartCard} /><${AgendaCard} />` : status === "ended" ? html`<${EndedCard} />${nudge}` : html`<${LeadLine} /><${SignalsLine} /><${FloorCard} /><${QueueCard} brief=${brief} />${nudge}<${CheckLine} /><${AgendaCard} />`}`;
}

function Wide() {
  const { people: bars, lanes, nudges } = panels.value;
  const planned = session.value.status === "planned";
  const broad = bars || lanes || planned;
  const { status } = session.value;
  return html`<main id="main" class=${broad ? "console broad" : "console"}>
    <div class="console-left">
      <${Main} brief=${broad || tight.value} nudge=${nudges && !planned ? html`<${NudgeCard} />` : status === "open" && html`<${NudgeLine} />`} />
    </div>
    <div class="console-right">
      ${broad && html`<${PeopleCard} bars=${bars} lanes=${lanes} />`}
      <${Panels} />
    </div>
    <${PathCard} />
  </main>`;
}

function Narrow() {
  const fresh = newNudges().length;
  /** @type {[string, number][]} */
  const tabs = [["floor", 0], ["people", people.value.counts.here], ["nudges", fresh], ["path", stepsUnderWay()]];
  return html`<main id="main" class="console">
      <div class="console-left">
        ${tab.value === "floor" ? html`<${Main} brief=${true} />` : tab.value === "people" ? html`<${PeopleTab} />` : tab.value === "path" ? html`<${PathCard} />` : html`<${NudgeCard} />`}
      </div>
    </main>
    <nav class="console-tabs" aria-label=${say("tabs")}>
      ${tabs.map(([name, n]) => html`<button type="button" key=${name} aria-pressed=${tab.value === name} onClick=${() => (tab.value = name)}>
        ${say(`tab-${name}`)}${n > 0 && html` <b class=${name === "nudges" ? "count care" : "count"}>${n}</b>`}</button>`)}
    </nav>`;
}

/** There is room for one of the two: how much beside an even share, or when. */
function PeopleTab() {
  const lanes = peopleShow.value === "lanes" && session.value.status !== "planned";
  return html`${session.value.status !== "planned" && html`<div class="segments" role="group" aria-label=${say("people-show")}>
      ${["bars", "lanes"].map((one) => html`<button type="button" key=${one} aria-pressed=${peopleShow.value === one} onClick=${() => (peopleShow.value = one)}>${say(`people-show-${one}`)}</button>`)}</div>`}
    <${PeopleCard} bars=${!lanes} lanes=${lanes} />`;
}

/** For a card that somebody holds up. @type {Record<string, "slower" | "dont_follow">} */
const SIGNAL_KEYS = { S: "slower", X: "dont_follow" };

/** @param {string} key */
function pressKey(key) {
  if (key === "C") return Boolean((covered.value = !covered.value) || true);
  if (covered.value || handed.value) return false;
  if (key === "?") return open("keys");
  if (key === "H" && may("hand.raise")) return open("hand-for");
  const signal = SIGNAL_KEYS[key];
  if (signal && session.value.status === "open" && may("signal.send")) {
    void act({ do: "signal.send", signal });
    return true;
  }
  if (key === "N") {
    const command = nextCommand(floor.value);
    if (command) void act(command);
    return true;
  }
  if (key === "U" && you.value.undo) {
    void act({ do: "undo", command: you.value.undo.command });
    return true;
  }
  const { turn, mode } = floor.value;
  if (key === "P" && turn && !turn.written && may("turn.pause")) {
    void act({ do: turn.paused_at === undefined ? "turn.pause" : "turn.go_on", turn: turn.id });
    return true;
  }
  if (key === "R" && mode !== "round" && session.value.status === "open" && may("mode.set")) {
    void act({ do: "mode.set", mode: "round" });
    return true;
  }
  if (/^[0-9]$/.test(key)) return digit(key);
  return false;
}

/** So long a second digit is waited for, where somebody's number goes on after the first. */
const DIGIT_MS = 700;

let typed = "";
let waits = 0;

/** Numbers from 10 on are typed as they stand on the sheet. @param {string} key */
function digit(key) {
  window.clearTimeout(waits);
  typed += key;
  const done = () => {
    const number = Number(typed);
    typed = "";
    return tapNumber(number);
  };
  const longer = Object.values(people.value.by_id).some(({ number }) => String(number).length > typed.length && String(number).startsWith(typed));
  if (!longer) return done();
  waits = window.setTimeout(done, DIGIT_MS);
  return true;
}

/** @param {string} is */
function open(is) {
  dialog.value = { is };
  return true;
}

/** @param {number} number  of the person who speaks, or who stopped */
function tapNumber(number) {
  const found = Object.entries(people.value.by_id).find(([, one]) => one.number === number);
  if (!found || session.value.status !== "open") return false;
  void (isHeard(found[0]) ? tapOff(found[0]) : tapOn(found[0], true));
  return true;
}
