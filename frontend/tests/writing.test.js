import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../phone/writing_steps.js";

/** @typedef {import("../phone/writing_steps.js").Draft} Draft */

const NEED = /** @type {Draft} */ ({ is: "need", text: "To sit", collection: "c" });
const WAY = /** @type {Draft} */ ({ is: "proposal", need: "n1", text: "A bench", collection: "c" });

test("a need that was sent asks for a way, and a way that was sent is in", () => {
  assert.deepEqual(answered(NEED, NEED, "n1"), { is: "proposal", need: "n1", text: "" });
  assert.deepEqual(answered(WAY, WAY, "w1"), { is: "sent", change: "", text: "" });
  const changed = /** @type {Draft} */ ({ ...WAY, change: "w1" });
  assert.deepEqual(answered(changed, changed, "w1"), { is: "sent", change: "", text: "" });
});

test("what was added while an idea was on its way stays, as other words for it", () => {
  assert.deepEqual(answered(NEED, { ...NEED, text: "To sit, and to lean" }, "n1"), { change: "n1", need: "n1" });
  assert.deepEqual(answered(WAY, { ...WAY, text: "A bench with a back" }, "w1"), { change: "w1" });
  const changed = /** @type {Draft} */ ({ ...WAY, change: "w1" });
  assert.deepEqual(answered(changed, { ...changed, text: "Two benches" }, "w1"), { change: "w1" });
});

test("whoever has gone on by themselves meanwhile is left where they are", () => {
  assert.deepEqual(answered(NEED, { ...NEED, is: "proposal", need: "", text: "A bench" }, "n1"), {});
  assert.deepEqual(answered(WAY, { ...WAY, change: "w0", text: "Something else" }, "w1"), {});
  assert.deepEqual(answered(WAY, { ...WAY, collection: "d", text: "" }, "w1"), {});
});
