import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { LEAVE, newestFirst, numberOf, optionWords, placeOf, stepsOf } from "../standing_state.js";
import { has, setCatalogue } from "../words.js";

const HOME = new URL("../", import.meta.url);
setCatalogue(await readFile(new URL("catalogue/en.ftl", HOME), "utf8"));

/** How many steps the server counts for each scale. */
const STEPS = { temperature: 3, fist: 6, gradients: 8, consent: 2, score: 5 };
/** The words with which the server sums a scale up. */
const OUTCOMES = {
  fist: ["consensus", "weak", "concerns", "unanswered"],
  gradients: ["blocked", "contested", "not_ready", "enthusiastic", "lukewarm", "mixed", "unanswered"],
  consent: ["consent", "objections_open", "overruled", "unanswered"],
  score: ["agreed", "divided", "mixed", "unanswered"],
};

test("every step of a scale has a place among the counts, and words", () => {
  for (const [what, n] of Object.entries(STEPS)) {
    const steps = stepsOf(what);
    assert.deepEqual(steps.map(({ value }) => placeOf(what, value)).sort(), Array.from({ length: n }, (_, place) => place), what);
    for (const { value, words } of steps) assert.notEqual(words, `step-${what}-${value}`);
  }
  assert.deepEqual(stepsOf("ranked"), []);
});

test("everything that a scale may say has its sentence", () => {
  for (const [what, outcomes] of Object.entries(OUTCOMES)) {
    for (const outcome of outcomes) assert.ok(has(`outcome-${what}-${outcome}`), `${what} ${outcome}`);
  }
});

test("steps are known by their number where people say numbers", () => {
  assert.equal(numberOf("fist", 0), "0");
  assert.equal(numberOf("gradients", 8), "8");
  assert.equal(numberOf("temperature", 2), "");
});

test("an option is an idea, words of its own, or leaving things", () => {
  const survey = { typed: { typed_0: "A night bus" } };
  assert.equal(optionWords(survey, "typed_0"), "A night bus");
  assert.equal(optionWords(survey, LEAVE), "Leave things as they are");
  assert.equal(optionWords(survey, "i7"), "An option that is not shown any more");
});

test("results stand with the newest first", () => {
  assert.deepEqual(newestFirst({ order: ["a", "b"], by_id: { a: 1, b: 2 } }), [["b", 2], ["a", 1]]);
});
