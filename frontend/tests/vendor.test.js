import assert from "node:assert/strict";
import { test } from "node:test";
import { differing } from "../vendor/take.mjs";

test("every vendored file is the one that its record names", async () => {
  assert.deepEqual(await differing(), []);
});

test("no vendored module imports by a bare name", async () => {
  const { readFile, readdir } = await import("node:fs/promises");
  const folder = new URL("../vendor/", import.meta.url);
  for (const name of (await readdir(folder)).filter((one) => one.endsWith(".mjs") && one !== "take.mjs")) {
    const source = await readFile(new URL(name, folder), "utf8");
    assert.doesNotMatch(source, /from\s*["'](?![./])/, name);
  }
});
