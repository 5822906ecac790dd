// libfvad and what stands around it: frames of sound in, beginnings and ends of speech out. No sound is kept.
import { Gates, levelOf } from "./gates.js";
import { FRAME_SAMPLES, RATE, Resampler } from "./resampler.js";
import { SharedAir } from "./shared_air.js";
import { Stretches } from "./stretches.js";

/** The strictest of four: it lets least noise through, and the hang-over bridges what it misses. */
const MODE = 3;
const BYTES = 2;

/** @typedef {import("./stretches.js").Edge & { level?: number }} Edge */

export class Detector {
  #gates = new Gates();
  #stretches = new Stretches();
  /** @type {SharedAir | null} */ #air;
  #resampler;
  /** @type {Record<string, any>} */ #fvad;
  #handle;
  #at;
  /** The level of the last frame. */ level = -100;

  /**
   * @param {BufferSource} wasm  libfvad.wasm, which wants nothing of the page
   * @param {number} rate  of the sound that will come, in Hz
   * @param {(edge: Edge) => void} told
   * @param {boolean} [shared]  other people's devices hear the same voices: say how loud each stretch is
   */
  constructor(wasm, rate, told, shared = false) {
    this.#air = shared ? new SharedAir() : null;
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm));
    this.#fvad = instance.exports;
    this.#fvad._initialize();
    this.#handle = this.#fvad.fvad_new();
    this.#at = this.#fvad.malloc(FRAME_SAMPLES * BYTES);
    if (!this.#handle || !this.#at || this.#fvad.fvad_set_mode(this.#handle, MODE) || this.#fvad.fvad_set_sample_rate(this.#handle, RATE))
      throw new Error("libfvad did not start");
    this.#resampler = new Resampler(rate, (frame) => this.#frame(frame, told));
  }

  /** Somebody is heard at this moment, told already or not. */
  get heard() {
    return this.#stretches.heard;
  }

  /** @param {Float32Array} block */
  push(block) {
    this.#resampler.push(block);
  }

  /** @param {Float32Array} frame @param {(edge: Edge) => void} told */
  #frame(frame, told) {
    const samples = new Int16Array(this.#fvad.memory.buffer, this.#at, FRAME_SAMPLES);
    for (let i = 0; i < FRAME_SAMPLES; i++) samples[i] = Math.max(-1, Math.min(1, /** @type {number} */ (frame[i]))) * 0x7fff;
    this.level = levelOf(frame);
    const voiced = this.#fvad.fvad_process(this.#handle, this.#at, FRAME_SAMPLES) === 1;
    const edge = this.#stretches.push(this.#gates.pass(voiced, this.level, this.heard));
    if (this.#air) this.#air.push(this.level, this.#stretches.sure, edge).forEach(told);
    else if (edge) told(edge);
  }
}
