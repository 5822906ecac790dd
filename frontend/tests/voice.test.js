import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Detector } from "../voice/detector.js";
import { Gates, levelOf } from "../voice/gates.js";
import { FRAME_MS, FRAME_SAMPLES, RATE, Resampler } from "../voice/resampler.js";
import { SharedAir } from "../voice/shared_air.js";
import { Stretches } from "../voice/stretches.js";

const wasm = await readFile(new URL("../vendor/libfvad.wasm", import.meta.url));

/** Edges with the moments (ms) that they are dated to. `script`: [passes, ms] after each other. */
function edges(...script) {
  const stretches = new Stretches();
  const found = [];
  let at = 0;
  for (const [passes, ms] of script) {
    for (let gone = 0; gone < ms; gone += FRAME_MS) {
      at += FRAME_MS;
      const edge = stretches.push(typeof passes === "function" ? passes(at) : passes);
      if (edge) found.push([edge.is, at - edge.ago_ms, at]);
    }
  }
  return found;
}

test("a stretch is dated when it began and when it ended, with its soft edges, not when that was known", () => {
  assert.deepEqual(edges([false, 1000], [true, 2000], [false, 1000]).map(([is, dated]) => [is, dated]), [["start", 970], ["stop", 3050]]);
});

test("a beginning is told once it has lasted 300 ms, an end after 400 ms of silence", () => {
  assert.deepEqual(edges([false, 1000], [true, 2000], [false, 1000]).map(([, , told]) => told), [1300, 3400]);
});

test("a burst under 300 ms is told to nobody, and its own screen still sees it", () => {
  assert.deepEqual(edges([true, 290], [false, 2000], [true, 200], [false, 600]), []);
  const stretches = new Stretches();
  for (let frame = 0; frame < 10; frame++) stretches.push(true);
  assert.ok(stretches.heard);
});

test("a pause after which a voice is sure within 400 ms belongs to the sentence, a longer one ends it", () => {
  assert.equal(edges([true, 500], [false, 310], [true, 500], [false, 900]).length, 2);
  assert.equal(edges([true, 500], [false, 410], [true, 500], [false, 900]).length, 4);
});

test("single frames here and there are no speech", () => {
  assert.deepEqual(edges([(at) => at % 20 === 0, 5000]), []);
});

test("whatever comes, at most 4 beginnings and ends are told in any second", () => {
  let seed = 7;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let on = true;
  const told = edges([() => (chance() < 0.04 ? (on = !on) : on), 600_000]).map(([, , at]) => at);
  assert.ok(told.length > 100);
  for (let i = 4; i < told.length; i++) assert.ok(told[i] - told[i - 4] > 1000);
});

test("beginnings and ends alternate, and no end is dated before its beginning", () => {
  let seed = 3;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const told = edges([() => chance() < 0.7, 300_000]);
  assert.ok(told.length > 2);
  told.forEach(([is, dated], i) => {
    assert.equal(is, i % 2 ? "stop" : "start");
    if (i) assert.ok(dated > told[i - 1][1]);
  });
});

test("what is left open when the sound ends is closed", () => {
  const stretches = new Stretches();
  for (let frame = 0; frame < 50; frame++) stretches.push(true);
  assert.deepEqual(stretches.end(), { is: "stop", ago_ms: 0 });
  assert.equal(stretches.end(), null);
});

/** How many of so many frames at a level pass, while somebody is heard or not. */
function passed(gates, level, frames, { voiced = true, heard = false } = {}) {
  let count = 0;
  for (let frame = 0; frame < frames; frame++) count += gates.pass(voiced, level, heard);
  return count;
}
const NOISE = { voiced: false };
const TALK = { heard: true };

test("nothing passes that libfvad does not call a voice", () => {
  assert.equal(passed(new Gates(), -20, 500, NOISE), 0);
});

test("a voice that hardly stands out from the noise does not pass, one that does passes", () => {
  const gates = new Gates();
  passed(gates, -50, 300, NOISE);
  assert.equal(passed(gates, -47, 50), 0);
  assert.equal(passed(gates, -36, 10), 10);
});

test("a voice that goes on may sink nearer to the noise than one that begins", () => {
  const gates = new Gates();
  passed(gates, -50, 300, NOISE);
  assert.equal(passed(gates, -44, 5), 0);
  assert.equal(passed(gates, -44, 5, TALK), 5);
});

test("a stretch goes on with fewer sure frames than it began with", () => {
  const sparse = (at) => (at / FRAME_MS) % 10 < 7;
  assert.deepEqual(edges([sparse, 5000]), []);
  assert.equal(edges([true, 500], [sparse, 5000]).length, 1);
});

test("noise that has become louder is noise again within seconds", () => {
  const gates = new Gates();
  passed(gates, -60, 300, NOISE);
  passed(gates, -40, 300, NOISE);
  assert.equal(passed(gates, -38, 20), 0);
});

test("after loud noise a quieter voice is heard again within seconds", () => {
  const gates = new Gates();
  passed(gates, -20, 300, NOISE);
  passed(gates, -65, 500, NOISE);
  assert.ok(passed(gates, -40, 10) >= 8);
});

test("a long speech does not become noise", () => {
  const gates = new Gates();
  passed(gates, -60, 200, NOISE);
  for (let sentence = 0; sentence < 60; sentence++) {
    assert.equal(passed(gates, -30, 80, TALK), 80);
    passed(gates, -58, 20, { voiced: false, heard: true });
  }
});

test("who is talking when it is turned on is heard", () => {
  assert.equal(passed(new Gates(), -30, 10), 10);
});

test("a neighbour who is 16 dB quieter does not pass for the person", () => {
  const gates = new Gates();
  passed(gates, -70, 300, NOISE);
  passed(gates, -25, 100, TALK);
  passed(gates, -70, 300, NOISE);
  assert.equal(passed(gates, -41, 20), 0);
  assert.equal(passed(gates, -30, 20), 20);
});

test("somebody who leans back is heard again after a while", () => {
  const gates = new Gates();
  passed(gates, -70, 300, NOISE);
  passed(gates, -25, 100, TALK);
  let words = 0;
  while (passed(gates, -42, 20) < 8 && words < 60) {
    words++;
    passed(gates, -70, 100, NOISE);
  }
  assert.ok(words > 0 && words < 60, `after ${words} words`);
});

/** A tone as frames of the detector's rate. */
function resampled(rate, hertz, seconds = 1) {
  const frames = [];
  const resampler = new Resampler(rate, (frame) => frames.push(frame.slice()));
  const sound = Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate));
  for (let at = 0; at < sound.length; at += 128) resampler.push(sound.subarray(at, at + 128));
  return frames;
}

for (const rate of [8_000, 16_000, 22_050, 44_100, 48_000, 96_000]) {
  test(`sound at ${rate} Hz comes out at 16 kHz, as loud and as high as it was`, () => {
    const frames = resampled(rate, 1000);
    assert.ok(Math.abs(frames.length - 100) <= 1, `${frames.length} frames`);
    const middle = frames.slice(10, 90);
    for (const frame of middle) assert.ok(Math.abs(levelOf(frame) - -9.03) < 0.2, `${levelOf(frame)} dB`);
    const samples = middle.flatMap((frame) => [...frame]);
    let rises = 0;
    for (let i = 1; i < samples.length; i++) if (samples[i - 1] < 0 && samples[i] >= 0) rises++;
    assert.ok(Math.abs(rises - (1000 * samples.length) / RATE) <= 1);
  });
}

test("what lies above 8 kHz does not fold back into speech", () => {
  for (const frame of resampled(48_000, 11_000).slice(10, 90)) assert.ok(levelOf(frame) < -50, `${levelOf(frame)} dB`);
});

/** A voice as simple as can be: a buzz of 120 Hz through two formants, in syllables. */
function voice(rate, seconds) {
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    const t = i / rate;
    let sum = 0;
    for (let k = 1; k <= 30; k++) {
      const f = 120 * k;
      const gain = Math.exp(-(((f - 600) / 250) ** 2)) + 0.6 * Math.exp(-(((f - 1700) / 350) ** 2)) + 0.02;
      sum += gain * Math.sin(2 * Math.PI * f * t + k * k);
    }
    return 0.08 * sum * (0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * t));
  });
}

/** Edges as [is, dated ms] that the whole detector finds in sound at a rate. */
function detected(rate, ...parts) {
  const found = [];
  let at = 0;
  const detector = new Detector(wasm, rate, (edge) => found.push([edge.is, (at / rate) * 1000 - edge.ago_ms]));
  for (const part of parts) for (let from = 0; from < part.length; from += 128) {
    at += 128;
    detector.push(part.subarray(from, from + 128));
  }
  return found;
}

for (const rate of [16_000, 44_100, 48_000]) {
  test(`libfvad and its gates find a voice at ${rate} Hz where it begins and ends`, () => {
    const silence = new Float32Array(2 * rate);
    const found = detected(rate, silence, voice(rate, 3), silence);
    assert.deepEqual(found.map(([is]) => is), ["start", "stop"]);
    assert.ok(Math.abs(found[0][1] - 2000) < 150, `began at ${found[0][1]}`);
    assert.ok(Math.abs(found[1][1] - 5000) < 250, `ended at ${found[1][1]}`);
  });
}

test("silence and a steady hiss are nobody", () => {
  let seed = 11;
  const hiss = Float32Array.from({ length: 10 * 48_000 }, () => 0.02 * ((seed = (seed * 48271) % 2147483647) / 1073741823.5 - 1));
  assert.deepEqual(detected(48_000, new Float32Array(48_000), hiss), []);
});

test("frames are 10 ms of 16 kHz, as libfvad takes them", () => {
  assert.equal(FRAME_SAMPLES, 160);
});

/** What is told where others are near, dated, with its level. `script`: [level in dB, or null for none, ms] after each other. */
function aired(...script) {
  const stretches = new Stretches();
  const air = new SharedAir();
  const found = [];
  let at = 0;
  for (const [level, ms] of script) {
    for (let gone = 0; gone < ms; gone += FRAME_MS) {
      at += FRAME_MS;
      const now = typeof level === "function" ? level(at) : level;
      const edge = stretches.push(now !== null);
      for (const told of air.push(now ?? -70, stretches.sure, edge)) found.push([told.is, at - told.ago_ms, told.level, at]);
    }
  }
  return found;
}

test("where others are near a stretch says how loud it is, in steps of 3 dB", () => {
  assert.deepEqual(aired([null, 1000], [-25, 2000], [null, 1000]).map(([is, , level]) => [is, level]), [["start", -24], ["stop", -24]]);
});

test("where another voice goes on at once the stretch is cut there, and each part has its own level", () => {
  const found = aired([null, 1000], [-21, 3000], [-33, 3000], [null, 1000]);
  assert.deepEqual([found[0][2], found[1][2], found.at(-1)[2]], [-21, -21, -33]);
  const cuts = found.slice(1, -1);
  assert.ok(Math.abs(cuts[0][1] - 4000) <= 400 && cuts.at(-1)[1] <= 4800, `cut at ${cuts.map(([, at]) => at)}`);
  cuts.forEach(([is, at], i) => assert.ok(is === (i % 2 ? "start" : "stop") && at === cuts[i - (i % 2)][1]));
});

test("a long stretch is cut now and then, so that its level is known soon", () => {
  const told = aired([-24, 60_000]).filter(([is]) => is === "stop");
  assert.ok(told.length >= 7 && told.every(([, , level]) => level === -24));
});

test("however levels jump, at most 4 beginnings and ends are told in any second", () => {
  let seed = 5;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let level = -20;
  const told = aired([() => (chance() < 0.03 ? (level = chance() < 0.3 ? null : -40 * chance() - 10) : level), 600_000]).map(([, , , at]) => at);
  assert.ok(told.length > 500);
  for (let i = 4; i < told.length; i++) assert.ok(told[i] - told[i - 4] >= 1000, `${told[i] - told[i - 4]} ms`);
});
