import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyCode } from "../doors.js";

test("a code may be typed in any way that people type it", () => {
  for (const typed of ["RT7K-2M9P", "rt7k2m9p", " rt7k 2m9p ", "RT7K–2M9P"]) assert.equal(tidyCode(typed), "RT7K-2M9P");
});

test("letters that look like digits are these digits", () => {
  assert.equal(tidyCode("OIL0-abcd"), "0110-ABCD");
});

test("half a code stays half a code", () => {
  assert.equal(tidyCode("rt7"), "RT7");
  assert.equal(tidyCode("rt7k2"), "RT7K-2");
});

test("what is too long is cut", () => {
  assert.equal(tidyCode("RT7K-2M9P-XXXX"), "RT7K-2M9P");
});
