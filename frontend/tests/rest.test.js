import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, askText, Problem } from "../rest.js";

/** @typedef {(path: string, init: RequestInit) => Promise<Response>} Answer */

const real = { fetch: globalThis.fetch, timeout: AbortSignal.timeout };

/** Ask where the server answers so; what came of it. @param {Answer} answer @param {() => Promise<unknown>} asking */
async function where(answer, asking) {
  globalThis.fetch = /** @type {typeof fetch} */ (/** @type {unknown} */ (answer));
  try {
    return await asking();
  } catch (problem) {
    return problem;
  } finally {
    Object.assign(globalThis, { fetch: real.fetch });
    AbortSignal.timeout = real.timeout;
  }
}

const room = () => ask("GET", "/rooms/r");

/** @param {unknown} problem @param {number} status @param {string} code @param {string} words */
function isProblem(problem, status, code, words) {
  assert.ok(problem instanceof Problem);
  assert.deepEqual([problem.status, problem.code, problem.message], [status, code, words]);
}

test("an answer is what it says in JSON", async () => {
  assert.deepEqual(await where(async () => Response.json({ id: "r" }), room), { id: "r" });
});

test("who asks says so in a header, and what they send goes as JSON", async () => {
  /** @type {RequestInit[]} */
  const sent = [];
  const answer = async (/** @type {string} */ _, /** @type {RequestInit} */ init) => (sent.push(init), Response.json({}));
  await where(answer, () => ask("POST", "/rooms", { body: { name: "A" }, bearer: "t" }));
  const headers = new Headers(sent[0]?.headers);
  assert.equal(headers.get("Authorization"), "Bearer t");
  assert.equal(headers.get("Content-Type"), "application/json");
  assert.equal(sent[0]?.body, '{"name":"A"}');
});

test("a refusal has the server's code and words", async () => {
  const answer = async () => Response.json({ code: "stale", detail: "It was opened." }, { status: 409 });
  isProblem(await where(answer, room), 409, "stale", "It was opened.");
});

test("a refusal of something between keeps its status", async () => {
  isProblem(await where(async () => new Response("<html>", { status: 502 }), room), 502, "http_502", "");
});

test("an answer that is cut short, or not the server's, is as none", async () => {
  for (const text of ['{"token": "a', "<html>Sign in to this Wi-Fi</html>", ""]) {
    isProblem(await where(async () => new Response(text), room), 0, "no_network", "");
  }
});

test("what doesn't answer is given up", async () => {
  for (const asking of [room, () => askText("/sessions/s/minutes", "t")]) {
    const patience = new AbortController();
    const answer = (/** @type {string} */ _, /** @type {RequestInit} */ init) =>
      new Promise((_answered, failed) => {
        init.signal?.addEventListener("abort", () => failed(init.signal?.reason));
        patience.abort();
      });
    AbortSignal.timeout = () => patience.signal;
    isProblem(await where(/** @type {Answer} */ (answer), asking), 0, "no_network", "");
  }
});

test("a file that stops half-way is given up", async () => {
  const half = new ReadableStream({ start: (body) => body.error(new Error("the line is gone")) });
  isProblem(await where(async () => new Response(half), () => askText("/sessions/s/minutes", "t")), 0, "no_network", "");
});
