// The socket of a session: says hello, takes the welcome and the patches, sends commands and keeps them until they are
// answered, comes back by itself. It knows nothing of what the views mean.
import * as clock from "./clock.js";
import { againIn, frameOf, idMaker, keyOf, waitBefore } from "./pending.js";

/** @typedef {import("./views").Command} Command */
/** @typedef {import("./views").Answer} Answer */
/** @typedef {import("./views").Pending} Pending */
/** @typedef {import("./views").Connection} Connection */

/** No welcome in this time: the connection is no good, try another. */
const WELCOME_WITHIN_MS = 8_000;
/** An answer should take milliseconds. After this long the network is gone without having said so. */
const ANSWER_WITHIN_MS = 6_000;
/** With nothing heard for so long, ask whether anybody is there (a page cannot see the protocol's own pings). */
const PROBE_AFTER_MS = 20_000;
/** Tokens last 15 minutes; a new one in good time leaves room for a bad connection. */
const RENEW_EVERY_MS = 10 * 60_000;
/** How often the three above are looked at. */
const LOOK_EVERY_MS = 1_000;

/** A refusal: what happened and what to do, in the server's words. */
export class Refused extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Why the server said goodbye for good, if it did. */
const FINAL = new Set(["removed", "erased", "revoked", "deleted", "token"]);

/**
 * @typedef {object} Hooks
 * @property {(welcome: any) => void} welcome   a whole new picture
 * @property {(frame: any) => void} patch       a patch of one or more layers, with notices
 * @property {(frame: any) => void} figures     `live` figures
 * @property {(state: Connection) => void} connection
 * @property {(waiting: readonly Pending[]) => void} pending
 * @property {() => Promise<string | null>} token   a token to say hello with; null: no way in
 * @property {(token: string) => void} renewed
 */

export class Live {
  /** @type {WebSocket | null} */ #socket = null;
  /** @type {Map<string, Pending & { resolve: (a: Answer) => void, reject: (e: Error) => void, sent: number }>} */
  #waiting = new Map();
  #nextId = idMaker();
  #welcomed = false;
  #attempt = 0;
  #round = 0;
  #retry = 0;
  #look = 0;
  #opened = 0;
  #heard = 0;
  #probed = 0;
  #renewAt = 0;
  #watching = false;
  #lostAt = 0;
  #over = false;

  /** @param {string} url @param {Hooks} hooks */
  constructor(url, hooks) {
    this.url = url;
    this.hooks = hooks;
  }

  start() {
    this.hooks.connection({ is: "connecting" });
    window.addEventListener("online", this.#now);
    window.addEventListener("offline", this.#gone);
    document.addEventListener("visibilitychange", this.#seen);
    this.#look = window.setInterval(() => this.#check(), LOOK_EVERY_MS);
    void this.#connect();
  }

  stop() {
    this.#over = true;
    window.clearInterval(this.#look);
    window.clearTimeout(this.#retry);
    window.removeEventListener("online", this.#now);
    window.removeEventListener("offline", this.#gone);
    document.removeEventListener("visibilitychange", this.#seen);
    this.#socket?.close(1000);
  }

  /** Try now instead of when the wait is over. */
  tryNow() {
    this.#attempt = 0;
    this.#now();
  }

  /**
   * Send a command; it is kept until it is answered, whatever happens to the connection.
   * @param {Command} command
   * @returns {Promise<Answer>}
   */
  send(command) {
    const id = this.#nextId();
    return new Promise((resolve, reject) => {
      const at = performance.now();
      this.#waiting.set(id, { id, command, key: keyOf(command), at, sent: 0, resolve, reject });
      this.#tell();
      this.#transmit(id);
    });
  }

  /** Take back what was not sent yet. @param {string} id */
  forget(id) {
    if (this.#waiting.delete(id)) this.#tell();
  }

  /** "My time" is open (or not): asked anew after each welcome. @param {boolean} on */
  watchTime(on) {
    this.#watching = on;
    if (this.#welcomed) this.#raw({ id: this.#nextId(), do: "watch.time", on });
  }

  #tell() {
    this.hooks.pending([...this.#waiting.values()].map(({ id, command, key, at }) => ({ id, command, key, at })));
  }

  /** @param {string} id */
  #transmit(id) {
    const waiting = this.#waiting.get(id);
    if (!waiting || !this.#welcomed) return;
    const frame = frameOf(waiting, performance.now());
    if (frame) {
      waiting.sent = performance.now();
      this.#raw(frame);
      return;
    }
    this.#waiting.delete(id);
    waiting.reject(new Refused("too_old", ""));
    this.#tell();
  }

  /** @param {object} frame */
  #raw(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #now = () => {
    window.clearTimeout(this.#retry);
    if (!this.#over && !this.#socket) void this.#connect();
  };

  #gone = () => this.#drop();

  #seen = () => {
    if (document.visibilityState !== "visible") return;
    // A phone that slept does not know that its connection is dead: ask at once.
    this.#heard = 0;
    this.#attempt = 0;
    this.#now();
    this.#check();
  };

  async #connect() {
    const round = ++this.#round;
    const token = await this.hooks.token().catch(() => undefined);
    if (this.#over || this.#socket || round !== this.#round) return;
    if (token === null) return this.#finish("token");
    if (token === undefined) return this.#drop();
    this.#opened = performance.now();
    this.#welcomed = false;
    const socket = new WebSocket(this.url, "evenfloor.v1");
    this.#socket = socket;
    socket.addEventListener("open", () => socket.send(JSON.stringify({ is: "hello", token })));
    socket.addEventListener("message", (event) => this.#socket === socket && this.#receive(JSON.parse(event.data)));
    socket.addEventListener("close", () => this.#socket === socket && this.#drop());
  }

  /** @param {any} frame */
  #receive(frame) {
    this.#heard = performance.now();
    this.#probed = 0;
    if (frame.is === "welcome") return this.#welcome(frame);
    if (frame.is === "live") {
      clock.heard(frame.at);
      return this.hooks.figures(frame);
    }
    if (frame.is === "bye") return this.#bye(frame);
    if ("re" in frame) return this.#answer(frame);
    if (typeof frame.at === "number") clock.heard(frame.at);
    this.hooks.patch(frame);
  }

  /** @param {any} frame */
  #welcome(frame) {
    this.#welcomed = true;
    this.#attempt = 0;
    this.#lostAt = 0;
    this.#renewAt = performance.now() + RENEW_EVERY_MS;
    clock.set(frame.now, frame.rate ?? 1, frame.room?.session?.clock === "driven");
    if (frame.token) this.hooks.renewed(frame.token);
    // What the page asks for on being welcomed goes out before what waited: it may be what that stands on.
    const waited = [...this.#waiting.keys()];
    this.hooks.welcome(frame);
    this.hooks.connection({ is: "live" });
    for (const id of waited) this.#transmit(id);
    if (this.#watching) this.watchTime(true);
  }

  /** @param {any} frame */
  #answer(frame) {
    const waiting = this.#waiting.get(frame.re);
    if (!waiting) return;
    const again = frame.error ? againIn(frame.error.code, waiting, performance.now(), Math.random()) : null;
    if (again !== null) {
      waiting.sent = 0;
      window.setTimeout(() => this.#transmit(frame.re), again);
      return;
    }
    this.#waiting.delete(frame.re);
    if (frame.error) waiting.reject(new Refused(frame.error.code, frame.error.message));
    else waiting.resolve(frame);
    this.#tell();
  }

  /** @param {any} frame */
  #bye(frame) {
    if (FINAL.has(frame.why)) return this.#finish(frame.why);
    this.#drop(typeof frame.again_in_ms === "number" ? frame.again_in_ms : undefined);
  }

  /** @param {import("./views").Closed} why */
  #finish(why) {
    const socket = this.#socket;
    this.#socket = null;
    this.stop();
    socket?.close(1000);
    this.hooks.connection({ is: "closed", why });
  }

  /** @param {number} [againInMs] */
  #drop(againInMs) {
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    socket?.close();
    if (this.#over) return;
    this.#lostAt ||= performance.now();
    this.hooks.connection({ is: "reconnecting", since: this.#lostAt });
    const wait = againInMs === undefined ? waitBefore(this.#attempt++, Math.random()) : againInMs * (1 + Math.random());
    window.clearTimeout(this.#retry);
    this.#retry = window.setTimeout(this.#now, wait);
  }

  #check() {
    if (!this.#socket) return;
    const time = performance.now();
    if (!this.#welcomed) {
      if (time - this.#opened > WELCOME_WITHIN_MS) this.#drop();
      return;
    }
    const unanswered = [...this.#waiting.values()].some((one) => one.sent && time - one.sent > ANSWER_WITHIN_MS);
    if (unanswered || (this.#probed && time - this.#probed > ANSWER_WITHIN_MS)) return this.#drop();
    if (!this.#probed && time - this.#heard > PROBE_AFTER_MS) {
      this.#probed = time;
      this.watchTime(this.#watching);
    }
    if (time > this.#renewAt) {
      this.#renewAt = time + RENEW_EVERY_MS;
      this.send({ do: "token.renew" }).then((answer) => answer.token && this.hooks.renewed(answer.token), () => undefined);
    }
  }
}
