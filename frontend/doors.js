// The ways into a session: by code, by a facilitator's link, by a device's link; and back in when a token has gone old.
import { Problem, ask } from "./rest.js";
import { amendSeat, dropSeat, keepSeat, seatByCode, seatOf, tokenIsGood } from "./store.js";

/** @param {string} typed  "rt7k 2m9p" -> "RT7K-2M9P"; letters that look like digits count as these */
export function tidyCode(typed) {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0").slice(0, 8);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

/** @param {string} code @param {string} name @param {string} place @param {string} roomName @param {boolean} sameAsBefore @param {string} watches  why they only watch, or nothing */
export async function joinByCode(code, name, place, roomName, sameAsBefore, watches) {
  const before = sameAsBefore ? seatByCode(code)?.device_secret : undefined;
  const body = { code, name, place, watches, ...(before ? { device_secret: before } : {}) };
  const { token, session_id, device_secret } = await ask("POST", "/join", { body });
  keepSeat({ session_id, code, name, place, room_name: roomName, token, at: Date.now(), device_secret: device_secret ?? before });
  return session_id;
}

/**
 * Ask to be let into a room that is locked. @param {string} code @param {string} name @param {string} place @param {string} watches
 * @returns {Promise<string>} what this device comes in with, once it may
 */
export async function knock(code, name, place, watches) {
  return (await ask("POST", "/join/knock", { body: { code, name, place, watches } })).device_secret;
}

/**
 * Whether somebody has let this device in. @param {string} code @param {string} name @param {string} place @param {string} roomName @param {string} secret
 * @returns {Promise<string | null>} the session; null: not yet
 */
export async function letIn(code, name, place, roomName, secret) {
  try {
    const { token, session_id } = await ask("POST", "/access/return", { body: { device_secret: secret } });
    keepSeat({ session_id, code, name, place, room_name: roomName, token, at: Date.now(), device_secret: secret });
    return session_id;
  } catch (problem) {
    if (problem instanceof Problem && (problem.code === "waiting" || problem.status === 0 || problem.status >= 500)) return null;
    throw problem;
  }
}

/** @param {string} roomId @param {string} secret @param {string} name @param {string | undefined} deviceSecret */
export async function enterAsFacilitator(roomId, secret, name, deviceSecret) {
  const body = { room_id: roomId, secret, name, ...(deviceSecret ? { device_secret: deviceSecret } : {}) };
  const { token, session_id, device_secret } = await ask("POST", "/access/facilitator", { body });
  keepSeat({ session_id, room_id: roomId, name, token, at: Date.now(), device_secret: device_secret ?? deviceSecret });
  return session_id;
}

/**
 * Another sitting in the same room, with its facilitator in it; null where somebody has made one already.
 * @param {string} sessionId  the sitting that has ended
 * @returns {Promise<string | null>} the new one
 */
export async function nextSitting(sessionId) {
  const before = seatOf(sessionId);
  const bearer = (await tokenFor(sessionId)) ?? undefined;
  const { room_id } = await roomOf(sessionId);
  const { sessions } = await ask("GET", `/rooms/${room_id}/sessions?limit=1`, { bearer });
  if (sessions[0].id !== sessionId) return null;
  const { seat } = await ask("POST", `/rooms/${room_id}/sessions`, { body: {}, bearer });
  const { session_id, token, code, device_secret } = seat;
  keepSeat({ ...before, session_id, token, code, device_secret, room_id, at: Date.now() });
  return session_id;
}

/**
 * The room of a sitting, and when the sitting is deleted by itself, if its room says so.
 * @param {string} sessionId
 * @returns {Promise<{ room_id: string, gone_at?: number }>}
 */
export async function roomOf(sessionId) {
  return ask("GET", `/sessions/${sessionId}`, { bearer: (await tokenFor(sessionId)) ?? undefined });
}

/** @param {string} deviceId @param {string} secret */
export async function enterAsDevice(deviceId, secret) {
  const { token, session_id } = await ask("POST", "/access/device", { body: { device_id: deviceId, secret } });
  return { token, session_id };
}

/**
 * A token to say hello with: the one that is there while it is good, else a new one for this device's own secret.
 * Null: this device has no way in (any more).
 * @param {string} sessionId
 * @returns {Promise<string | null>}
 */
export async function tokenFor(sessionId) {
  const seat = seatOf(sessionId);
  if (!seat) return null;
  if (tokenIsGood(seat)) return seat.token;
  if (!seat.device_secret) return seat.token || null;
  try {
    const { token } = await ask("POST", "/access/return", { body: { device_secret: seat.device_secret } });
    amendSeat(sessionId, { token, at: Date.now() });
    return token;
  } catch (problem) {
    if (!(problem instanceof Problem) || !FOR_GOOD.has(problem.code)) throw problem;
    if (problem.code === "wrong_link") dropSeat(sessionId);
    return null;
  }
}

/** Refusals that trying again does not change. */
const FOR_GOOD = new Set(["wrong_link", "removed", "unknown_participant", "unknown_session"]);
