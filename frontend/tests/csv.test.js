import assert from "node:assert/strict";
import { test } from "node:test";
import { answerRows, balanceRows, cell, csv } from "../report/csv.js";

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

test("answers have a row a figure: scores by idea and question, steps of checks, options by how hard they are", () => {
  const few = { answered: 2, too_few: true };
  const questions = { suitable: { answered: 3, too_few: false, median: 4, counts: [0, 0, 1, 1, 1], red_flag: false, reasons: ["why"] }, feasible: few, acceptable: few, beneficial: few };
  const report = {
    ideas: { order: ["i1"], by_id: { i1: { what: "proposal", state: "published", text: "=A bench" } } },
    scoring: { order: ["r1"], rounds: { r1: { number: 1, order: ["i1"], ideas: { i1: { questions, red_flags: [], merit: 3.5 } } } } },
    resistance: { order: ["s1"], by_id: { s1: { order: ["i1", "typed_0", "leave"], typed: { typed_0: "A roof" }, options: { i1: { answered: 3, too_few: false, total: 5 }, typed_0: few, leave: few } } } },
    checks: { order: ["c1", "c2"], by_id: {
      c1: { what: "gradients", asks: "Shall we?", options: [], answered: 3, counts: [1, 2], by_name: { p1: 1 } },
      c2: { what: "ranked", asks: "Which first?", options: ["A", "B"], answered: 3, places: [[1], [0]] } } },
  };
  const rows = answerRows(report).map((row) => row.join("|"));
  for (const row of ["score|1|=A bench||merit|3.5", "score|1|=A bench|suitable|median|4", "score|1|=A bench|suitable|gave_3|1", "score|1|=A bench|suitable|red_flag|false",
    "hard|1|A roof||too_few|true", "hard|1|leave||answered|2", "check|1|Shall we?|step_2|n|2", "check|2|Which first?|A|place|2"]) assert.ok(rows.includes(row), row);
  // Free words and names are no figures.
  assert.ok(!rows.some((row) => row.includes("why") || row.includes("p1")));
  assert.ok(csv(answerRows(report)).includes(",'=A bench,"));
});
