// Which picture has the shared screen: what all are asked just now; else what was put up, told or closed last.
import { html } from "../html.js";
import { now, second } from "../clock.js";
import { drafted, told } from "../decisions_state.js";
import { floor, room } from "../state.js";
import { askedHere, newestResult } from "./asked.js";
import { DecisionPicture } from "./decision_picture.js";
import { doneNow, focused, newestRanks } from "./path_picture.js";

/**
 * Something that may be shown. `at`: since when it is so; `for_ms`: long enough to read it and to talk about it.
 * @typedef {{ at: number, for_ms: number, picture: unknown }} Shown
 */

/** Decisions and ranks stay up so long while people take them in; then what was up before has the room again. */
const TOLD_MS = 10 * 60_000;

/** Null: who speaks and who is next have the room. */
export function shownNow() {
  void second.value;
  const asked = askedHere() ?? doneNow();
  if (asked) return asked;
  if (floor.value.rest || room.value.breakout.since_at !== undefined) return null;
  const { at, decision } = told.value;
  const draft = drafted.value;
  const shown = /** @type {Shown[]} */ ([
    newestRanks(),
    focused(),
    newestResult(),
    draft && { at: draft.drafted_at, for_ms: Infinity, picture: html`<${DecisionPicture} record=${draft} level=${1} />` },
    decision && { at, for_ms: TOLD_MS, picture: html`<${DecisionPicture} record=${decision} level=${1} />` },
  ].filter(Boolean)).filter((one) => now() - one.at < one.for_ms);
  // Of two at the same moment the later in the list: an idea is put up after scores, a decision is what a check was for.
  return shown.reduce((last, one) => (one.at >= last.at ? one : last), { at: 0, picture: /** @type {unknown} */ (null) }).picture;
}
