import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersOf } from "../places.js";

test("who is tied shares a place, and the next place is as many below as stand above it", () => {
  assert.deepEqual([...numbersOf([["a", "b"], ["c"], ["d", "e", "f"], ["g"]])], [["a", 1], ["b", 1], ["c", 3], ["d", 4], ["e", 4], ["f", 4], ["g", 7]]);
  assert.deepEqual([...numbersOf([])], []);
});
