import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceRows, cell, csv } from "../report/csv.js";

test("what a spreadsheet would take for a formula is text", () => {
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]) assert.ok(cell(name).replace(/^"/, "").startsWith("'"), name);
  assert.equal(cell(-3), "-3");
});

test("commas, quotes and lines stay inside their cell", () => {
  assert.equal(csv([["a,b", 'say "x"', "two\nlines"]]), '"a,b","say ""x""","two\nlines"\r\n');
});

test("everybody with figures has a row, in seat order, times in seconds", () => {
  const one = { name: "=Amina", place: "in_room", measured: true, talk_ms: 61_400, expected_ms: 60_000, ratio: 1.02, turns: 3, backchannels: 2, longest_quiet_ms: 9_600 };
  const report = { lanes: { order: ["p2", "f", "p1"] }, balance: { p1: { ...one, name: "Ben" }, p2: one } };
  const [, first, second] = balanceRows(report);
  assert.deepEqual(first, ["=Amina", "in_room", 1, 61, 60, 1.02, 3, 2, 10]);
  assert.equal(second?.[0], "Ben");
});
