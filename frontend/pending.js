// What was asked of the server and is not answered yet: kept through a lost connection, sent again under the same id
// (the server applies an id once), and shown on the screens as taken.

/** @typedef {import("./views").Command} Command */
/** @typedef {import("./views").Pending} Pending */

/** Speech is dated by how long ago it was; the server takes no more than this, so an older tap is not sent again. */
export const SPEECH_KEPT_MS = 5_000;

/**
 * Ids are unique for a person for ever: a random beginning a page load, then a number.
 * @param {string} [prefix]
 * @returns {() => string}
 */
export function idMaker(prefix = randomPrefix()) {
  let last = 0;
  return () => `${prefix}-${++last}`;
}

function randomPrefix() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("") + Date.now().toString(36).slice(-3);
}

/**
 * What a pending command is about: a button shows itself as pressed while something of its key waits.
 * @param {Command} command
 */
export function keyOf(command) {
  const given = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (command));
  const about = given.participant ?? given.item ?? given.nudge ?? given.turn ?? given.device ?? given.idea ?? given.collection ?? given.round ?? given.ask ?? given.objection ?? "";
  const how = given.action ?? given.answer ?? given.mode ?? given.policy ?? given.asks ?? given.about ?? given.sort ?? given.question ?? given.how ?? (given.later ? "later" : "");
  return [command.do, about, how].filter(Boolean).join(" ");
}

/**
 * The frame to send for a pending command now, or null when it has become too old to be true.
 * @param {Pending} waiting
 * @param {number} clock  the same monotonic clock as `waiting.at`
 * @returns {Record<string, unknown> | null}
 */
export function frameOf(waiting, clock) {
  const { id, command } = waiting;
  if (command.do !== "speech.start" && command.do !== "speech.still" && command.do !== "speech.stop") return { id, ...command };
  const ago = Math.round((command.ago_ms ?? 0) + clock - waiting.at);
  return ago > SPEECH_KEPT_MS ? null : { id, ...command, ago_ms: ago };
}

/** So long a command that the server could not save is sent again by itself; then whoever pressed is told. */
export const UNSAVED_KEPT_MS = 30_000;
/** Between two such tries: a database that restarts is back in seconds, and a thousand pages ask. */
const UNSAVED_AGAIN_MS = 1_000;

/**
 * When to send a refused command again under the same id, or null when the refusal is an answer. Only the code
 * `unavailable` says that nothing was decided.
 * @param {string} code
 * @param {Pending} waiting
 * @param {number} clock  the same monotonic clock as `waiting.at`
 * @param {number} chance  0 to 1
 * @returns {number | null}
 */
export function againIn(code, waiting, clock, chance) {
  if (code !== "unavailable" || clock - waiting.at > UNSAVED_KEPT_MS) return null;
  return Math.round(UNSAVED_AGAIN_MS * (1 + chance));
}

/** First wait after a lost connection; doubled each time. */
const FIRST_WAIT_MS = 500;
/** Longest wait: somebody who walks back into the network's reach should not sit before a dead page. */
const LONGEST_WAIT_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (0 is the first). Half of it is chance, so that a thousand pages
 * don't come back in the same instant.
 * @param {number} attempt
 * @param {number} chance  0 to 1
 */
export function waitBefore(attempt, chance) {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(most / 2 + (most / 2) * chance);
}
