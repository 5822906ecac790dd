// The session's clock on this page: what the server last said the time was, carried on at the session's rate. A clock
// that somebody drives (a replay) is never shown far past what was reported.
import { signal } from "./html.js";

/** A second hand that is never seen to skip a second, without drawing more often than needed. */
const LOOK_EVERY_MS = 200;
/** How far past the last word a driven clock may run on this page, in wall time: longer, and it would have to jump back. */
const DRIVEN_LEAD_MS = 2_000;
/** … and in session time: a replayer that leaps forward would else carry the page minutes away. */
const DRIVEN_LEAD_SESSION_MS = 20_000;

let base = { at: 0, heard: 0, rate: 1, driven: false };
let timer = 0;

/** Whole seconds of session time; read it in a component and the component is drawn anew each second. */
export const second = signal(0, {
  watched() {
    timer = window.setInterval(look, LOOK_EVERY_MS);
    look();
  },
  unwatched() {
    window.clearInterval(timer);
  },
});

function look() {
  second.value = Math.floor(now() / 1000);
}

/** Session time now, in milliseconds. */
export function now() {
  const gone = performance.now() - base.heard;
  if (!base.driven) return base.at + gone * base.rate;
  return base.at + Math.min(Math.min(gone, DRIVEN_LEAD_MS) * base.rate, DRIVEN_LEAD_SESSION_MS);
}

/**
 * A `welcome` came: this is the time.
 * @param {number} at
 * @param {number} rate
 * @param {boolean} driven
 */
export function set(at, rate, driven) {
  base = { at, heard: performance.now(), rate, driven };
  look();
}

/**
 * Something was dated `at`: it is at least as late as that. A driven clock takes it as the time.
 * @param {number} at
 */
export function heard(at) {
  if (at > now() || (base.driven && at >= base.at)) base = { ...base, at, heard: performance.now() };
}

/**
 * How much session time a wall-clock wait is.
 * @param {number} ms
 */
export function sessionMs(ms) {
  return ms * base.rate;
}

/**
 * How long a wall-clock wait is for `ms` of session time.
 * @param {number} ms
 */
export function wallMs(ms) {
  return ms / (base.rate || 1);
}
