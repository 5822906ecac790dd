// This device notices that its person talks: asked for, claimed at the server, told there, and given up when it cannot
// hear. The server says which of somebody's devices listens; this page follows it.
import { computed, effect, signal } from "../html.js";
import { act } from "../actions.js";
import { wallMs } from "../clock.js";
import { idMaker } from "../pending.js";
import { connection, session, you } from "../state.js";
import { Ear, NoMicrophone } from "../voice/ear.js";
import { SILENCE_DB } from "../voice/gates.js";

/** The server gives up a source that it has not heard of for three times this long, in session time. */
const STILL_EVERY_MS = 10_000;
/** What was heard longer ago is not told: the server takes no more. */
const MOST_AGO_MS = 5_000;

/** This page's name for itself, new with each load. */
const LISTENER = idMaker()();

/**
 * `deaf`: it is on and would hear, but for a reason that may pass.
 * @typedef {{ is: "off", why?: import("../voice/ear.js").Deafness | "elsewhere" | "near" | "ended" | "tapped" }} Off
 * @typedef {Off | { is: "opening" } | { is: "on" } | { is: "deaf", why: import("../voice/ear.js").Deafness }} Microphone
 */
export const microphone = signal(/** @type {Microphone} */ ({ is: "off" }));
/** How loud it is, in dB of full scale, and whether a voice is heard: for this screen alone, while somebody can see it. */
export const level = signal(SILENCE_DB);
export const heard = signal(false);
/** It listens for the server, too. */
export const listens = computed(() => microphone.value.is === "on" && you.value.microphone?.listener === LISTENER);
/** Another device of the same person does. */
export const elsewhere = computed(() => Boolean(you.value.microphone) && you.value.microphone?.listener !== LISTENER);

/** @type {Ear | null} */
let ear = null;
let alone = false;
let claiming = false;
/** Since when a voice has been heard (on the page's clock), 0: none; and how loud, where others are near. */
let since = 0;
/** @type {number | undefined} */ let loud;
let still = 0;

/**
 * @param {boolean} nobodyNear  its person said that nobody else is near this device
 * @param {boolean} [othersNear]  they said that others are, in a room that shares voices out
 */
export async function listen(nobodyNear, othersNear = false) {
  leave();
  microphone.value = { is: "opening" };
  alone = nobodyNear;
  const opened = (ear = new Ear({
    start: begin,
    stop: finish,
    level(db, voice) {
      heard.value = voice;
      if (document.visibilityState === "visible") level.value = db;
    },
    deaf(why, ago) {
      microphone.value = { is: "deaf", why };
      forgetTalk();
      void act({ do: "microphone.release", listener: LISTENER, ago_ms: Math.min(ago, MOST_AGO_MS) }, { quietly: true });
    },
    hears() {
      if (elsewhere.peek()) return leave("elsewhere");
      microphone.value = { is: "on" };
      void claim();
    },
    gone: () => leave("unplugged"),
  }, othersNear));
  try {
    if (!(await act({ do: "consent.set", to: "microphone", given: true }))) return leave();
    await opened.open();
  } catch (refused) {
    if (ear === opened) leave(refused instanceof NoMicrophone ? refused.why : "busy");
    return;
  }
  if (ear !== opened) return opened.close();
  microphone.value = { is: "on" };
  await claim();
}

/** One tap: it stops here at once, whatever the connection does, and the consent is taken back. */
export function stopListening() {
  close();
  void act({ do: "consent.set", to: "microphone", given: false });
}

/** Its person says by taps when they speak, and not by the microphone. */
export function tapInstead() {
  if (ear) leave("tapped");
}

/** It does not listen any more, for this reason; the server is told where it thinks that it does. @param {Off["why"]} [why] */
function leave(why) {
  close(why);
  if (you.peek().microphone?.listener === LISTENER) void act({ do: "microphone.release", listener: LISTENER }, { quietly: true });
}

/** @param {Off["why"]} [why] */
function close(why) {
  ear?.close();
  ear = null;
  forgetTalk();
  level.value = SILENCE_DB;
  heard.value = false;
  microphone.value = why ? { is: "off", why } : { is: "off" };
}

async function claim() {
  claiming = true;
  const answer = await act({ do: "microphone.claim", listener: LISTENER, alone });
  claiming = false;
  if (!ear) return;
  if (!answer) return leave("ended");
  if (since) tellStart(performance.now() - since);
}

/** @param {number} ago @param {number} [level] */
function begin(ago, level) {
  since = performance.now() - ago;
  loud = level;
  window.clearInterval(still);
  still = window.setInterval(() => {
    if (connection.peek().is === "live") void act({ do: "speech.still", source: "mic" }, { quietly: true });
  }, wallMs(STILL_EVERY_MS));
  tellStart(ago);
}

/** @param {number} ago */
function tellStart(ago) {
  if (!claiming) void act({ do: "speech.start", source: "mic", ago_ms: Math.round(Math.min(ago, MOST_AGO_MS)), ...levelled(loud) }, { quietly: true });
}

/** @param {number} ago @param {number} [level] */
function finish(ago, level) {
  forgetTalk();
  if (!claiming) void act({ do: "speech.stop", source: "mic", ago_ms: Math.round(ago), ...levelled(level) }, { quietly: true });
}

/** @param {number | undefined} level */
const levelled = (level) => (level === undefined ? {} : { level_db: level });

function forgetTalk() {
  since = 0;
  window.clearInterval(still);
}

let wasLive = false;
effect(() => {
  const live = connection.value.is === "live";
  const holder = you.value.microphone?.listener;
  const open = session.value.status === "open";
  const back = live && !wasLive;
  wasLive = live;
  if (!ear) return;
  if (connection.value.is === "closed") return close("ended");
  if (!live || microphone.peek().is !== "on") return;
  if (!open) return leave("ended");
  if (holder && holder !== LISTENER) return leave("elsewhere");
  // After a gap the server may have closed it, or not have noticed; the same page claims under the same name.
  if (back) return void claim();
  if (!holder && !claiming) leave("ended");
});
