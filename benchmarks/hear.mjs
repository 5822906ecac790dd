// The page's detector, without a page: beginnings and ends of speech in WAV files (mono, 16 bit), as it would tell them.
//
//     node benchmarks/hear.mjs FILE …
//
// Prints {file: [[is, told ms, ago ms, level dB], …]}.
import { readFile } from "node:fs/promises";
import { Detector } from "../frontend/voice/detector.js";

const BLOCK = 128;
const HEADER_BYTES = 44;
const RATE_AT_BYTE = 24;
const wasm = await readFile(new URL("../frontend/vendor/libfvad.wasm", import.meta.url));

/** @param {string} file */
async function hear(file) {
  const wav = await readFile(file);
  const rate = wav.readUInt32LE(RATE_AT_BYTE);
  const samples = Float32Array.from({ length: (wav.length - HEADER_BYTES) >> 1 }, (_, i) => wav.readInt16LE(HEADER_BYTES + 2 * i) / 32768);
  const told = [];
  let at = 0;
  const detector = new Detector(wasm, rate, (edge) => told.push([edge.is, Math.round((at / rate) * 1000), Math.round(edge.ago_ms), edge.level]), true);
  while (at < samples.length) {
    const block = samples.subarray(at, at + BLOCK);
    at += block.length;
    detector.push(block);
  }
  return told;
}

const found = {};
for (const file of process.argv.slice(2)) found[file] = await hear(file);
console.log(JSON.stringify(found));
