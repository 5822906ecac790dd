// What this device remembers of the sessions that its person is in: the way back in, never what was said or done there.

/**
 * @typedef {object} Seat
 * @property {string} session_id
 * @property {string} [code]           of the room, to come back by
 * @property {string} [room_name]
 * @property {string} [name]           of the person
 * @property {string} [place]
 * @property {string} [device_secret]  says that this device is that person
 * @property {string} [room_id]        a facilitator's
 * @property {boolean} [card_given]     this session has the card that the device keeps
 * @property {string} token
 * @property {number} at               when the token came, wall time
 */

const KEY = "evenfloor.seats";
const CARD_KEY = "evenfloor.card";
const CONTACT_KEY = "evenfloor.concerns.";
/** A device that goes to many meetings should not fill up; older ones are asked for their name again. */
const KEPT = 12;
/** Tokens last 15 minutes; one that is nearly over is not worth trying. */
const TOKEN_GOOD_MS = 14 * 60_000;

/** Where a private window has no storage, seats last as long as the page. @type {Seat[]} */
let here = [];

/** @returns {Seat[]} newest first */
export function seats() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(kept) ? kept : here;
  } catch {
    return here;
  }
}

/** @param {string} sessionId */
export function seatOf(sessionId) {
  return seats().find((seat) => seat.session_id === sessionId);
}

/** @param {string} code  the seat that this device last had in the room with this code */
export function seatByCode(code) {
  return seats().find((seat) => seat.code === code && seat.device_secret);
}

/** @param {Seat} seat */
export function keepSeat(seat) {
  const others = seats().filter((one) => one.session_id !== seat.session_id);
  write([{ ...seatOf(seat.session_id), ...seat }, ...others].slice(0, KEPT));
}

/** @param {string} sessionId @param {Partial<Seat>} more */
export function amendSeat(sessionId, more) {
  write(seats().map((seat) => (seat.session_id === sessionId ? { ...seat, ...more } : seat)));
}

/** @param {string} sessionId */
export function dropSeat(sessionId) {
  write(seats().filter((seat) => seat.session_id !== sessionId));
}

/** @param {Seat} seat */
export function tokenIsGood(seat) {
  return Boolean(seat.token) && Date.now() - seat.at < TOKEN_GOOD_MS;
}

/** @param {Seat[]} all */
function write(all) {
  here = all;
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // `here` has them until the page is closed.
  }
}

/** How this device's person takes part, where they wish it to be kept. @returns {import("./generated/messages").CardView | null} */
export function keptCard() {
  try {
    return JSON.parse(localStorage.getItem(CARD_KEY) ?? "null");
  } catch {
    return null;
  }
}

/** @param {import("./generated/messages").CardView | null} card  null: keep none */
export function keepCard(card) {
  try {
    if (card) localStorage.setItem(CARD_KEY, JSON.stringify(card));
    else localStorage.removeItem(CARD_KEY);
  } catch {
    // A private window keeps nothing.
  }
}

/** What opens a contact's page from this browser alone, as long as its person keeps it. @param {string} link  its id @returns {string} */
export function ownSecret(link) {
  const made = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const kept = localStorage.getItem(CONTACT_KEY + link) ?? made;
    localStorage.setItem(CONTACT_KEY + link, kept);
    return kept;
  } catch {
    return made;
  }
}
