import assert from "node:assert/strict";
import { test } from "node:test";
import { againIn, frameOf, idMaker, keyOf, SPEECH_KEPT_MS, UNSAVED_KEPT_MS, waitBefore } from "../pending.js";

test("ids of one page rise and those of two pages differ", () => {
  const [one, other] = [idMaker(), idMaker()];
  const first = one();
  assert.notEqual(first, one());
  assert.notEqual(first, other());
});

test("a command that was kept goes out again as it was, under its id", () => {
  const waiting = { id: "k-1", command: { do: "hand.raise" }, key: "hand.raise", at: 0 };
  assert.deepEqual(frameOf(waiting, 60_000), { id: "k-1", do: "hand.raise" });
});

test("a tap that was kept says how long ago it was", () => {
  const waiting = { id: "k-2", command: { do: "speech.start", source: "tap" }, key: "", at: 1_000 };
  assert.deepEqual(frameOf(waiting, 3_500), { id: "k-2", do: "speech.start", source: "tap", ago_ms: 2_500 });
});

test("a tap that was kept too long is not sent", () => {
  const waiting = { id: "k-3", command: { do: "speech.stop", source: "tap" }, key: "", at: 0 };
  assert.equal(frameOf(waiting, SPEECH_KEPT_MS + 1), null);
});

test("two actions on two people have two keys", () => {
  assert.notEqual(keyOf({ do: "turn.give", participant: "a" }), keyOf({ do: "turn.give", participant: "b" }));
});

test("waits grow, end at ten seconds and are never the same for all", () => {
  assert.ok(waitBefore(0, 1) < waitBefore(3, 1));
  assert.equal(waitBefore(30, 1), 10_000);
  assert.ok(waitBefore(5, 0) < waitBefore(5, 1));
});

test("what the server could not save goes out again for half a minute, and no other refusal does", () => {
  const waiting = { id: "k-3", command: { do: "hand.raise" }, key: "hand.raise", at: 1_000 };
  const first = againIn("unavailable", waiting, 1_500, 0);
  const last = againIn("unavailable", waiting, 1_000 + UNSAVED_KEPT_MS, 1);
  assert.ok(first !== null && first >= 500);
  assert.ok(last !== null && last <= 3_000);
  assert.equal(againIn("unavailable", waiting, 1_001 + UNSAVED_KEPT_MS, 0), null);
  assert.equal(againIn("stale", waiting, 1_500, 0), null);
});
