import { html } from "../html.js";
import { now, second } from "../clock.js";
import { clockWords, lengthWords, say } from "../words.js";

/** How long a turn has run, without the time in which its clock stood. @param {import("../views").Turn} turn */
export function turnTime(turn) {
  void second.value;
  return Math.max(0, (turn.paused_at ?? now()) - turn.started_at - turn.paused_ms);
}

/** The limit of a turn with what was added to it; 0: no clock. @param {import("../views").Turn} turn */
export function turnLimit(turn) {
  return turn.limit_ms ? turn.limit_ms + turn.extended_ms : 0;
}

/** A bar that fills as a turn goes on. The words beside it say the same. @param {{ turn: import("../views").Turn }} props */
export function TurnBar({ turn }) {
  const limit = turnLimit(turn);
  if (!limit) return null;
  const gone = turnTime(turn);
  return html`<div class=${gone > limit ? "bar over" : "bar"} style=${{ "--part": Math.min(1, gone / limit).toFixed(3) }} aria-hidden="true"></div>`;
}

/** "1:42 of 2:00". @param {{ turn: import("../views").Turn }} props */
export function TurnClock({ turn }) {
  const limit = turnLimit(turn);
  const gone = turnTime(turn);
  const over = limit && gone > limit;
  return html`<span class="turn-clock"><b>${clockWords(gone)}</b>${" "}<span class="soft">
    ${turn.paused_at !== undefined ? say(`turn-stands-${turn.pause ?? "pause"}`) : over ? say("turn-over", { length: lengthWords(limit) }) : limit ? say("turn-of", { clock: clockWords(limit) }) : say("turn-no-clock")}
  </span></span>`;
}
