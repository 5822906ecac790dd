import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { clockWords, has, lengthWords, listWords, say, setCatalogue } from "../words.js";

const HOME = new URL("../", import.meta.url);
const source = await readFile(new URL("catalogue/en.ftl", HOME), "utf8");
setCatalogue(source);

const ids = [...source.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1]);

async function modules(folder = HOME) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (["vendor", "node_modules", "tests", "generated"].includes(entry.name)) continue;
    if (entry.isDirectory()) found.push(...(await modules(new URL(`${entry.name}/`, folder))));
    else if (entry.name.endsWith(".js")) found.push(await readFile(new URL(entry.name, folder), "utf8"));
  }
  return found;
}
const code = (await modules()).join("\n");

test("every sentence stands once", () => {
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
});

test("every sentence that the screens name is in the catalogue", () => {
  const named = [...code.matchAll(/\b(?:say|has)\("([\w-]+)"/g)].map((match) => match[1]);
  assert.ok(named.length > 150);
  assert.deepEqual(named.filter((id) => !has(id)), []);
});

test("every sentence of the catalogue is said somewhere", () => {
  // Ids that are put together at run time are named by their beginning: say(`place-${place}`).
  const beginnings = [...code.matchAll(/`([a-z][\w-]*-)\$\{/g), ...code.matchAll(/ words="([\w-]+)"/g)].map((match) => match[1] ?? "");
  const unused = ids.filter((id) => !code.includes(`"${id}"`) && !beginnings.some((start) => id.startsWith(start)));
  assert.deepEqual(unused, []);
});

test("no sentence for people stands in the code", () => {
  // Text between tags that is not a placeholder: two words or more.
  const written = [...code.matchAll(/>([^<>${}`=;()]*[A-Za-z]{2,} [A-Za-z]{2,}[^<>${}`=;()]*)<\//g)].map((match) => match[1]?.trim());
  assert.deepEqual(written, []);
});

test("a place in the queue has the right ending", () => {
  const places = [1, 2, 3, 4, 11, 12, 13, 21, 22].map((place) => say("you-are", { place }));
  assert.deepEqual(places, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"].map((nth) => `You are ${nth}`));
});

test("one is not many", () => {
  assert.equal(say("waiting-count", { n: 0 }), "Nobody is waiting.");
  assert.equal(say("waiting-count", { n: 1 }), "1 person is waiting.");
  assert.equal(say("waiting-count", { n: 2 }), "2 people are waiting.");
});

test("a length is said as people say it", () => {
  assert.equal(lengthWords(40_000), "40 seconds");
  assert.equal(lengthWords(120_000), "2 minutes");
  assert.equal(lengthWords(60_000), "1 minute");
  assert.equal(lengthWords(3_600_000), "1 hour");
  assert.equal(lengthWords(3_900_000), "1 hour 5 minutes");
});

test("a running time is a clock", () => {
  assert.equal(clockWords(0), "0:00");
  assert.equal(clockWords(102_900), "1:42");
  assert.equal(clockWords(3_725_000), "1:02:05");
});

test("a name of another script does not turn the sentence around it", () => {
  assert.equal(say("thank", { name: "Amina" }), "Thank Amina");
  assert.equal(say("thank", { name: "محمد" }), "Thank \u2068محمد\u2069");
});

test("names are joined as people join them", () => {
  assert.equal(listWords(["Amina"]), "Amina");
  assert.equal(listWords(["Amina", "Ben", "Chloe"]), "Amina, Ben and Chloe");
});

/** The words of a union in the generated message types: "a" | "b" of a field of an interface, or of a named type. */
async function vocabulary(pattern) {
  const types = await readFile(new URL("generated/messages.d.ts", HOME), "utf8");
  const found = pattern.exec(types)?.[1] ?? "";
  return [...found.matchAll(/"([\w]+)"/g)].map((match) => match[1]);
}

const NAMED = [
  [/interface DeskHandView \{[^}]*reason: ([^;]*);/, ["reason-"]],
  [/interface OwnHandView \{[^}]*why_own: ([^;]*);/, ["reason-own-"]],
  [/interface HandView \{[^}]*why: ([^;]*);/, ["why-"]],
  [/interface NudgeView \{[^}]*state: ([^;]*);/, ["life-"]],
  [/interface OwnFiguresView \{[^}]*words: ([^;]*);/, ["my-time-"]],
  [/interface AnswerInvitation \{[^}]*answer: ([^;]*);/, ["answer-", "invitation-"]],
  [/type Place = ([^;]*);/, ["place-", "count-"]],
  [/type Purpose = ([^;]*);/, ["purpose-"]],
  [/type Setting = ([^;]*);/, ["setting-"]],
  [/type Mode = ([^;]*);/, ["mode-"]],
  [/type Policy = ([^;]*);/, ["policy-"]],
  [/type DeviceScope = ([^;]*);/, ["device-"]],
  [/type CheckKind = ([^;]*);/, ["check-"]],
  [/interface ObjectionView \{[^}]*state: ([^;]*);/, ["objection-"]],
];

test("every word that the server may send has its sentence", async () => {
  for (const [pattern, beginnings] of NAMED) {
    const words = await vocabulary(pattern);
    assert.ok(words.length > 1, String(pattern));
    for (const word of words) {
      for (const start of beginnings) assert.ok(has(start + word) || has(start + word.replaceAll("_", "-")), start + word);
    }
  }
});
