import assert from "node:assert/strict";
import { test } from "node:test";
import { readRoster } from "../roster.js";

const names = (text) => readRoster(text).map((one) => one.name);

test("one name a line", () => {
  assert.deepEqual(names("Amina Yusuf\nBen Cole\n\n  Chloe Marsh  \n"), ["Amina Yusuf", "Ben Cole", "Chloe Marsh"]);
});

test("one line of names between commas", () => {
  assert.deepEqual(names("Amina, Ben; Chloe"), ["Amina", "Ben", "Chloe"]);
});

test("bullets, numbers and ticks are not part of a name", () => {
  assert.deepEqual(names("1. Amina\n2) Ben\n- Chloe\n• Tom"), ["Amina", "Ben", "Chloe", "Tom"]);
});

test("addresses are left out", () => {
  assert.deepEqual(names("Amina Yusuf <amina@example.org>\nBen Cole ben@example.org"), ["Amina Yusuf", "Ben Cole"]);
});

test("a word behind a name says how somebody is here", () => {
  assert.deepEqual(readRoster("Amina (online)\nBen - phone\nChloe, in the room\nTom"), [
    { name: "Amina", place: "remote" },
    { name: "Ben", place: "phone" },
    { name: "Chloe", place: "in_room" },
    { name: "Tom", place: "in_room" },
  ]);
});

test("a name that stands twice is one person", () => {
  assert.deepEqual(names("Amina\namina\nBen"), ["Amina", "Ben"]);
});

test("a name with a hyphen or an apostrophe stays whole", () => {
  assert.deepEqual(names("Anne-Marie O'Neill\nJoão d'Ávila"), ["Anne-Marie O'Neill", "João d'Ávila"]);
});

test("an empty list is nobody", () => {
  assert.deepEqual(names("\n  \n"), []);
});
