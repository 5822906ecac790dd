import { html } from "../html.js";
import { may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { dialog } from "../dialog_state.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { TurnBar, TurnClock } from "../components/bar.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { Contribution } from "../components/written.js";
import { byTurns, desk, figures, floor, nameOf, nextUp, people, queue, room, shortName } from "../state.js";
import { listWords, say, timeWords } from "../words.js";
import { GroupsCard } from "./groups_card.js";

/** What "next" means now: thank and give on, thank, or give. @param {import("../views").Floor} at @returns {import("../views").Command | null} */
export function nextCommand(at) {
  const next = nextUp();
  if (at.turn) return next ? { do: "turn.next", after: at.turn.id } : { do: "turn.end", turn: at.turn.id };
  return next ? { do: "turn.next" } : null;
}

export function FloorCard() {
  const { mode, turn, rest } = floor.value;
  if (room.value.breakout.since_at !== undefined) return html`<${GroupsCard} />`;
  if (rest) return html`<${Break} rest=${rest} />`;
  if (turn) return html`<${OneSpeaks} turn=${turn} />`;
  return mode === "open" ? html`<${OpenFloor} />` : html`<${NobodySpeaks} />`;
}

/** @param {{ turn: import("../views").Turn }} props */
function OneSpeaks({ turn }) {
  const aside = floor.value.aside;
  const next = aside ? aside.participant : nextUp();
  const who = shortName(turn.participant);
  const stands = turn.paused_at !== undefined;
  const words = next ? say("thank-next", { name: who, next: shortName(next) }) : say("thank", { name: who });
  const command = /** @type {import("../views").Command} */ (nextCommand(floor.value));
  return html`<section class="card floor floor-card" aria-labelledby="on-floor">
    <div class="row apart"><h2 class="tag floor" id="on-floor"><${Icon} is="mic" />${say(turn.interruption ? "in-between" : "on-the-floor")}${turn.override && html` <span class="soft plain">${say(turn.interruption ? `interruption-${turn.interruption}` : "override")}</span>`}</h2><${Heard} /></div>
    <div class="row apart floor-name"><p class="big-name">${nameOf(turn.participant)}</p><${TurnClock} turn=${turn} /></div>
    ${turn.written ? html`<${Contribution} id=${turn.written} head=${false} />` : html`<${TurnBar} turn=${turn} />`}
    <div class="row">
      ${may("turn.next") && html`<${Press} command=${command} class="button solid floor">${words}</${Press}>`}
      <div class="row">
        ${turn.limit_ms > 0 && html`<${Press} command=${{ do: "turn.extend", turn: turn.id }}>${say("one-more-minute")}</${Press}>`}
        ${may("turn.pause") && !turn.written && html`<${Press} command=${{ do: stands ? "turn.go_on" : "turn.pause", turn: turn.id }}>${say(stands ? "turn-go-on" : "turn-pause")}</${Press}>`}
        ${floor.value.mode === "round" && html`<${Press} command=${{ do: "round.pass", participant: turn.participant, later: true }}>${say("round-later")}</${Press}>`}
        ${!turn.interruption && html`<${MoreOfTurn} turn=${turn} />`}
      </div>
    </div>
  </section>`;
}

/** What is needed now and then. @param {{ turn: import("../views").Turn }} props */
function MoreOfTurn({ turn }) {
  const [open, setOpen] = useDraft("turn-more/open", false);
  if (!may("turn.put_back")) return null;
  return html`<button type="button" class="button bare" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("turn-more")}</button>
    ${open && html`<div class="row">
      <${Press} command=${{ do: "turn.put_back", turn: turn.id }}>${say("put-back")}</${Press}>
      ${turn.limit_ms > 0 && html`<${Press} command=${{ do: "turn.no_clock", turn: turn.id }}>${say("no-clock")}</${Press}>`}
      <button type="button" class="button" onClick=${() => (dialog.value = { is: "interrupt" })}>${say("interrupt-open")}</button>
    </div>`}`;
}

/** Everything stands until somebody presses the button. @param {{ rest: { since_at: number, until_at?: number } }} props */
function Break({ rest }) {
  return html`<section class="card floor floor-card empty" aria-labelledby="on-floor">
    <h2 class="tag floor" id="on-floor"><${Icon} is="clock" />${say("break")}</h2>
    <p class="big-name">${rest.until_at ? say("break-until", { time: timeWords(rest.until_at) }) : say("break-since", { time: timeWords(rest.since_at) })}</p>
    <p class="soft">${say("break-means")}</p>
    ${may("break.end") && html`<div class="row"><${Press} command=${{ do: "break.end" }} class="button solid floor">${say("break-end")}</${Press}></div>`}
  </section>`;
}

function NobodySpeaks() {
  const next = nextUp();
  const n = queue.value.order.length;
  const { gap_until, mode, round } = floor.value;
  return html`<section class="card floor floor-card empty" aria-labelledby="on-floor">
    <div class="row apart"><h2 class="tag floor" id="on-floor"><${Icon} is="mic" />${say("on-the-floor")}</h2><${Heard} /></div>
    <p class="big-name">${say(gap_until ? "floor-gap" : next ? "floor-free" : n ? "floor-free-none-ready" : "floor-free-nobody")}</p>
    ${!next && html`<p class="soft">${say(mode === "listening" || mode === "writing" ? `mode-${mode}-means` : "floor-free-nobody-means")}</p>`}
    ${mode === "round" && round && html`<p class="soft">${say("round-left", { n: round.left, of: round.of })}</p>`}
    ${gap_until && html`<p class="soft">${say("floor-gap-means")}</p>`}
    ${next && html`<div class="row"><${Press} command=${{ do: "turn.next" }} class="button solid floor">${say("give-floor-to", { name: shortName(next) })}</${Press}></div>`}
  </section>`;
}

/** Anyone may speak: one tap on who does. */
function OpenFloor() {
  const here = people.value.order.filter((id) => people.value.by_id[id]?.here && people.value.by_id[id]?.role !== "observer");
  const heard = here.filter((id) => isHeard(id));
  const next = nextUp();
  return html`<section class="card floor floor-card" aria-labelledby="on-floor">
    <div class="row apart"><h2 class="tag floor" id="on-floor"><${Icon} is="mic" />${say("open-floor")}</h2><${Heard} /></div>
    <p class="big-name">${heard.length ? say("is-speaking", { name: listWords(heard.map(shortName)), n: heard.length }) : say("nobody-speaks-title")}</p>
    ${next && may("turn.next") && html`<div class="row"><${Press} command=${{ do: "turn.next" }} class="button solid floor">${say("give-floor-to", { name: shortName(next) })}</${Press}></div>`}
    ${may("speech.start") && html`<p class="soft">${say("tap-who-speaks")}</p>
      <div class="tap-grid">
        ${here.map((id) => {
          const on = isHeard(id);
          const number = people.value.by_id[id]?.number ?? 0;
          return html`<button type="button" key=${id} class=${on ? "button solid floor" : "button"} aria-pressed=${on}
            onClick=${() => (on ? tapOff(id) : tapOn(id, true))}>${number > 0 ? html`<kbd aria-hidden="true">${number}</kbd>` : null}<span>${shortName(id)}</span></button>`;
        })}
      </div>`}
  </section>`;
}

/** How many the figures are true of: all by turns, or those whom something hears. */
function Heard() {
  const [open, setOpen] = useDraft("who-not/open", false);
  const heard = figures.value?.heard;
  if (byTurns.value && desk.value?.tapping.everyone) {
    // Somebody tapped: taps stand above turns until they are given up, and the screen says what counts.
    return html`<span class="soft heard">${say("counted-by-taps")} ${may("coverage.set") && html`<${Press} command=${{ do: "coverage.set", source: "tap", on: false }} class="link press">${say("count-turns")}</${Press}>`}</span>`;
  }
  // The mode says so at once; figures come a second later, and none once nobody speaks.
  if (byTurns.value) return html`<span class="soft">${say("counted-by-turns")}</span>`;
  if (!heard || !heard.of) return null;
  const missing = Object.entries(desk.value?.people ?? {}).filter(([id, one]) => !one.measured && people.value.by_id[id]?.here && people.value.by_id[id]?.role === "participant");
  return html`<span class="soft heard">${say("we-can-hear", { n: heard.measured, of: heard.of })}${" "}
    ${missing.length > 0 && html`<button type="button" class="link" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("who-not")}</button>`}</span>
    ${open && html`<div class="who-not"><p>${say("not-heard", { names: listWords(missing.map(([id]) => nameOf(id))) })}</p>
      ${may("mode.set") && html`<${Press} command=${{ do: "mode.set", mode: "queue" }}>${say("use-turns")}</${Press}>`}</div>`}`;
}
