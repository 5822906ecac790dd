import assert from "node:assert/strict";
import { access, readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const HOME = new URL("../", import.meta.url);
const page = await readFile(new URL("index.html", HOME), "utf8");

test("every file that the page names is there", async () => {
  const named = [...page.matchAll(/"\/static\/([^"]+)"/g)].map((match) => match[1]);
  assert.ok(named.length > 10);
  for (const name of named) await access(new URL(name, HOME));
});

test("the page loads every style sheet", async () => {
  const sheets = (await readdir(new URL("css/", HOME))).filter((name) => name.endsWith(".css"));
  assert.deepEqual(sheets.filter((name) => !page.includes(`/static/css/${name}"`)), []);
});

test("nothing in the page needs a hole in the content security policy", () => {
  assert.doesNotMatch(page, /<style|style="|<script(?![^>]*\ssrc=)|\son\w+="|importmap/i);
});

test("colours are named in one place", async () => {
  for (const name of (await readdir(new URL("css/", HOME))).filter((one) => one !== "tokens.css")) {
    const source = await readFile(new URL(`css/${name}`, HOME), "utf8");
    // A printed page and a QR code's ground are black and white whatever the theme.
    const screenOnly = source.replace(/@media print \{[\s\S]*$/, "");
    assert.doesNotMatch(screenOnly, /#[0-9a-f]{3,8}\b|oklch\(|rgb\(/i, name);
  }
});

test("every token that a style sheet uses has a value", async () => {
  const names = await readdir(new URL("css/", HOME));
  const all = (await Promise.all(names.map((name) => readFile(new URL(`css/${name}`, HOME), "utf8")))).join("\n");
  const given = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]));
  assert.deepEqual([...all.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]).filter((name) => !given.has(name)), []);
});
