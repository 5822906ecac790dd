import assert from "node:assert/strict";
import { test } from "node:test";
import { merged } from "../merge.js";

test("a patch changes what it names and nothing else", () => {
  assert.deepEqual(merged({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 4 } }), { a: 1, b: { c: 4, d: 3 } });
});

test("null takes a key away", () => {
  assert.deepEqual(merged({ a: 1, b: 2 }, { b: null }), { a: 1 });
});

test("taking away what is not there changes nothing", () => {
  const view = { a: 1 };
  assert.equal(merged(view, { b: null }), view);
});

test("a list is replaced whole", () => {
  assert.deepEqual(merged({ order: ["a", "b"] }, { order: ["b"] }), { order: ["b"] });
});

test("parts that a patch does not touch stay the same object", () => {
  const view = { floor: { turn: { id: "t1" } }, people: { by_id: { a: { name: "Amina" } } } };
  const next = merged(view, { floor: { turn: { id: "t2" } } });
  assert.equal(next.people, view.people);
  assert.notEqual(next.floor, view.floor);
});

test("a patch that says what is so already keeps the whole view", () => {
  const view = { floor: { mode: "queue" } };
  assert.equal(merged(view, { floor: { mode: "queue" } }), view);
});

test("the view before is never changed", () => {
  const view = Object.freeze({ a: Object.freeze({ b: 1 }) });
  assert.deepEqual(merged(view, { a: { b: 2 }, c: { d: 1 } }), { a: { b: 2 }, c: { d: 1 } });
});

test("an object takes the place of a plain value", () => {
  assert.deepEqual(merged({ a: 1 }, { a: { b: 2 } }), { a: { b: 2 } });
});

test("nulls inside a new object are left out of it", () => {
  assert.deepEqual(merged({}, { a: { b: null, c: 1 } }), { a: { c: 1 } });
});
