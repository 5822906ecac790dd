// What a person does on a screen becomes a command here; what the server answers becomes words.
import { tokenFor } from "./doors.js";
import { Live, Refused } from "./live.js";
import { tell } from "./messages.js";
import { Problem, ask } from "./rest.js";
import { connection, figures, pending, pendingKeys, rights, session, takeFigures, takePatch, takeWelcome } from "./state.js";
import { amendSeat, seatOf } from "./store.js";
import { say } from "./words.js";

/** @type {Live | null} */
let live = null;

/**
 * Follow a session from now on.
 * @param {string} sessionId
 * @param {() => Promise<string | null>} [token]
 */
export function follow(sessionId, token = () => tokenFor(sessionId)) {
  live?.stop();
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  live = new Live(`${scheme}//${location.host}/api/v1/sessions/${sessionId}/live`, {
    welcome(frame) {
      takeWelcome(frame);
      remember(sessionId);
      if (frame.desk) void firstFigures();
    },
    patch: takePatch,
    figures: takeFigures,
    connection: (state) => (connection.value = state),
    pending: (waiting) => (pending.value = waiting),
    token,
    renewed: (fresh) => amendSeat(sessionId, { token: fresh, at: Date.now() }),
  });
  live.start();
}

/** Figures come while somebody speaks; who opens the console in a silence asks for them once. */
async function firstFigures() {
  if (session.value.status === "planned") return;
  const id = session.value.id;
  const bearer = (await tokenFor(id).catch(() => null)) ?? undefined;
  const read = (/** @type {string} */ path) => ask("GET", `/sessions/${id}${path}`, { bearer });
  const [whole, recent, drawn] = await Promise.all([read("/balance"), read("/balance?window=10min"), read("/lanes")]).catch(() => []);
  if (!whole || figures.value) return;
  takeFigures({ desk: { heard: whole.heard, room: whole.room, window: recent.room, places: whole.places, window_places: recent.places, people: whole.people, lanes: drawn } });
}

/** The code and the name of the room let this device back in and let its person find the session again. @param {string} sessionId */
function remember(sessionId) {
  const { code, name } = session.value;
  amendSeat(sessionId, { room_name: name, ...(code ? { code } : {}) });
}

/** @param {string} command  whether the server lets this person do it */
export function may(command) {
  return rights.value.has(command);
}

/** @param {string} key  of a command that was sent and is not answered */
export function isPending(key) {
  return pendingKeys.value.has(key);
}

/**
 * Send a command; a refusal is told in the server's own words. Resolves with the answer, or null when it was refused.
 * @param {import("./views").Command} command
 * @param {{ quietly?: boolean }} [how]  quietly: a refusal is no news to this person
 * @returns {Promise<import("./views").Answer | null>}
 */
export async function act(command, { quietly = false } = {}) {
  if (!live) return null;
  try {
    return await live.send(command);
  } catch (refusal) {
    if (quietly) return null;
    const known = refusal instanceof Refused ? refusal : null;
    tell(known?.message || say(known?.code === "too_old" ? "refused-too-old" : "refused-other"), { refusal: true });
    return null;
  }
}

/** Take back what waits for the connection. @param {string} id */
export function forget(id) {
  live?.forget(id);
}

export function tryNow() {
  live?.tryNow();
}

/** @param {boolean} on */
export function watchTime(on) {
  live?.watchTime(on);
}

/**
 * A REST request of this session, as this person. A refusal is told.
 * @param {"GET" | "POST"} method @param {string} path  below /sessions/ID
 * @param {object} [body]
 * @returns {Promise<any>}  null when it was refused
 */
export async function askAsMe(method, path, body) {
  const id = session.value.id;
  try {
    const bearer = await tokenFor(id);
    return await ask(method, `/sessions/${id}${path}`, { body, bearer: bearer ?? seatOf(id)?.token });
  } catch (problem) {
    tell(problemWords(problem), { refusal: true });
    return null;
  }
}

/** What to tell about a failed request. @param {unknown} problem */
export function problemWords(problem) {
  if (!(problem instanceof Problem) || problem.status >= 500) return say("refused-server");
  if (problem.status === 0) return say("refused-network");
  if (problem.status === 429) return say("refused-too-often");
  return problem.message || say("refused-other");
}
