// Tap to speak: press when somebody starts, press when they stop. While a tap is on, the server hears every ten seconds
// of session time that it still is; a device that goes silent is taken to have stopped when it was last heard.
import { effect, signal } from "../html.js";
import { act } from "../actions.js";
import { wallMs } from "../clock.js";
import { connection, speaking, you } from "../state.js";

/** The server closes a source that it has not heard of for longer than this, in session time. */
const STILL_EVERY_MS = 10_000;

/** Whom this device has tapped as speaking; "" is its own person. */
export const tapped = signal(/** @type {ReadonlySet<string>} */ (new Set()));
/** @type {Map<string, { timer: number, answered: boolean }>} */
const taps = new Map();

/** @param {string} who */
function about(who) {
  return who ? { participant: who } : {};
}

/**
 * @param {string} who   a participant's id, or "" for oneself
 * @param {boolean} only  one speaks at a time: other taps of this device end
 */
export async function tapOn(who, only = false) {
  if (only) for (const other of tapped.value) if (other !== who) forgetTap(other);
  const tap = { timer: window.setInterval(() => still(who), wallMs(STILL_EVERY_MS)), answered: false };
  taps.set(who, tap);
  tapped.value = new Set([...tapped.value, who]);
  const answer = await act({ do: "speech.start", source: "tap", ...about(who), ...(only ? { only } : {}) });
  if (answer) tap.answered = true;
  else forgetTap(who);
}

/** @param {string} who */
export async function tapOff(who) {
  forgetTap(who);
  await act({ do: "speech.stop", source: "tap", ...about(who) });
}

/** @param {string} who */
function still(who) {
  // While the connection is lost there is nobody to tell; the server counts to the last moment it heard of.
  if (connection.value.is === "live") void act({ do: "speech.still", source: "tap", ...about(who) }, { quietly: true });
}

/** @param {string} who */
function forgetTap(who) {
  window.clearInterval(taps.get(who)?.timer);
  taps.delete(who);
  tapped.value = new Set([...tapped.value].filter((one) => one !== who));
}

// Somebody else may end a tap (another device, the end of the session): what the server says is what is so.
effect(() => {
  const heard = speaking.value;
  const me = you.value.participant ?? "";
  for (const [who, tap] of taps) if (tap.answered && !((who || me) in heard)) forgetTap(who);
});

/** Somebody is heard: by what the server says, or by a tap of this device that is on its way. @param {string} who */
export function isHeard(who) {
  return who in speaking.value || tapped.value.has(who) || (who === you.value.participant && tapped.value.has(""));
}
