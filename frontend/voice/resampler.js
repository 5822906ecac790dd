// Sound at whatever rate the device has, as frames of 10 ms at one that libfvad takes. A context's rate is never forced:
// some browsers refuse a microphone then.

/** libfvad takes 8, 16, 32 and 48 kHz; 16 holds all of speech that it looks at. */
export const RATE = 16_000;
export const FRAME_MS = 10;
export const FRAME_SAMPLES = (RATE * FRAME_MS) / 1000;

/** Zero crossings of the sinc on each side: 8 keep what would fold back into speech some 50 dB down. */
const CROSSINGS = 8;
/** How much of the band is kept; the rest is where the filter falls off. */
const KEPT = 0.9;

export class Resampler {
  #step;
  #phases;
  #taps;
  /** @type {Float32Array[]} one filter for each place between two samples that an output can fall on */ #filters = [];
  /** @type {Float32Array} the newest input, oldest first */ #held;
  #filled = 0;
  #at = 0;
  #frame = new Float32Array(FRAME_SAMPLES);
  #written = 0;

  /** @param {number} rate  of the input, in Hz @param {(frame: Float32Array) => void} told  the frame is used again */
  constructor(rate, told) {
    this.told = told;
    const common = divisor(rate, RATE);
    this.#step = rate / common;
    this.#phases = RATE / common;
    const wide = Math.max(1, rate / RATE);
    this.#taps = 2 * Math.ceil(CROSSINGS * wide);
    for (let phase = 0; phase < this.#phases; phase++) this.#filters.push(filter(this.#taps, phase / this.#phases, KEPT / wide));
    this.#held = new Float32Array(this.#taps * 64);
  }

  /** @param {Float32Array} block */
  push(block) {
    if (this.#filled + block.length > this.#held.length) this.#forget(block.length);
    this.#held.set(block, this.#filled);
    this.#filled += block.length;
    for (;;) {
      const first = Math.floor(this.#at / this.#phases);
      if (first + this.#taps > this.#filled) return;
      const weights = /** @type {Float32Array} */ (this.#filters[this.#at % this.#phases]);
      let sum = 0;
      for (let tap = 0; tap < this.#taps; tap++) sum += /** @type {number} */ (this.#held[first + tap]) * /** @type {number} */ (weights[tap]);
      this.#at += this.#step;
      this.#frame[this.#written++] = sum;
      if (this.#written === FRAME_SAMPLES) {
        this.#written = 0;
        this.told(this.#frame);
      }
    }
  }

  /** Drop what no output needs any more. @param {number} wanted */
  #forget(wanted) {
    const first = Math.min(Math.floor(this.#at / this.#phases), this.#filled);
    const kept = this.#held.subarray(first, this.#filled);
    if (kept.length + wanted > this.#held.length) {
      const larger = new Float32Array(2 * (kept.length + wanted));
      larger.set(kept);
      this.#held = larger;
    } else this.#held.copyWithin(0, first, this.#filled);
    this.#filled -= first;
    this.#at -= first * this.#phases;
  }
}

/** A low-pass that reads `behind` of a sample after the middle of its taps. @param {number} taps @param {number} behind @param {number} band */
function filter(taps, behind, band) {
  const weights = new Float32Array(taps);
  let sum = 0;
  for (let tap = 0; tap < taps; tap++) {
    const from = tap - (taps / 2 - 1) - behind;
    const window = Math.cos((Math.PI * from) / (taps + 1)) ** 2;
    const x = Math.PI * band * from;
    weights[tap] = (x === 0 ? 1 : Math.sin(x) / x) * window;
    sum += /** @type {number} */ (weights[tap]);
  }
  return weights.map((weight) => weight / sum);
}

/** @param {number} a @param {number} b @returns {number} */
function divisor(a, b) {
  return b ? divisor(b, a % b) : a;
}
