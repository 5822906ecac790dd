import assert from "node:assert/strict";
import { test } from "node:test";
import { answerRows, balanceRows, cell, csv, meetingRows } from "../report/csv.js";

test("what a spreadsheet would take for a formula is text", () => {
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠SUM(A1)"]) assert.ok(cell(name).replace(/^"/, "").startsWith("'"), name);
  assert.equal(cell(-3), "-3");
});

test("commas, quotes and lines stay inside their cell", () => {
  assert.equal(csv([["a,b", 'say "x"', "two\nlines"]]), '"a,b","say ""x""","two\nlines"\r\n');
});

test("everybody with figures has a row, in seat order, times in seconds", () => {
  const one = { name: "=Amina", place: "in_room", measured: true, talk_ms: 61_400, expected_ms: 60_000, ratio: 1.02, turns: 3, backchannels: 2, longest_quiet_ms: 9_600, longest_wait_ms: 4_400, cut_off: 1, cut_in: 0, written: 2 };
  const report = { lanes: { order: ["p2", "f", "p1"] }, balance: { p1: { ...one, name: "Ben" }, p2: one } };
  const [, first, second] = balanceRows(report);
  assert.deepEqual(first, ["=Amina", "in_room", 1, 61, 60, 1.02, 3, 2, 10, 4, 1, 0, 2]);
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

test("the meeting has a row a figure: places, the agenda as it went, waits, who was cut off, notes, who was not measured", () => {
  const report = {
    people: { total: 3, spoke: 2, measured: 2, places: { in_room: 3 } },
    by_place: { in_room: { people: 2, talk: 60, fair: 50 } },
    agenda: [{ title: "=Welcome", planned_ms: 600_000, used_ms: 720_400, skipped: false, people: { p1: { talk_ms: 61_000, expected_ms: 60_000 } } }],
    turns: { given: 4, overrides: 1 },
    dynamics: { changes: 21, cut_off: 1, overlap_ms: 2_000, waits: { turns: 3, median_ms: 20_000, longest_ms: 61_000 }, out_of_order: { urgent: 1 }, pairs: [{ who: "p1", by: "p2", times: 1 }] },
    heard_by: ["mic"], lanes: { by_id: { p2: { name: "+Ben" } } },
    balance: { p1: { name: "Amina", measured: true }, p3: { name: "Cy", measured: false } },
    notes: [{ text: "@once", item: "Welcome", at: 1 }],
  };
  const rows = meetingRows(report).map((row) => row.join("|"));
  for (const row of ["people||||total|3", "place||in_room||talk|60", "item|1|=Welcome||planned_s|600", "item|1|=Welcome||used_s|720", "item|1|=Welcome|Amina|talk_s|61", "item|1|=Welcome|Amina|expected_s|60",
    "turns||||overrides|1", "floor||||cut_off|1", "floor||||overlap_s|2", "waits||||longest_s|61", "out_of_order||||urgent|1", "cut_off||+Ben|Amina|times|1", "heard_by||||source|mic", "not_measured|||Cy|measured|false", "note|1|Welcome||text|@once"]) assert.ok(rows.includes(row), row);
  const text = csv(meetingRows(report));
  for (const guarded of [",'=Welcome,", ",'+Ben,", ",'@once"]) assert.ok(text.includes(guarded), guarded);
});
