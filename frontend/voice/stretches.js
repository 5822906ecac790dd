// From frames that are a voice, or not, to stretches of speech: gaps joined, bursts dropped, each end dated when it was.
import { FRAME_MS } from "./resampler.js";

/**
 * Speech begins where this many of so many frames in a row are a voice, for single frames say little; and goes on where
 * one fewer is, for noise eats into it.
 */
const BEGINS_WITH = 8;
const GOES_ON_WITH = 7;
const WINDOW = 10;
/** Where no voice was sure for so long the stretch has ended. Longer pauses, under 500 ms, are joined by the server. */
const HANG_OVER_MS = 400;
/** A shorter stretch is a cough, a click, a key. It is told to nobody. */
const BURST_MS = 300;
/** The strict libfvad misses the soft edges of speech by so much (median of two speakers' prompts, clean and in noise). */
const MISSED_BEFORE_MS = 30;
const MISSED_AFTER_MS = 50;

/**
 * A stretch began or ended `ago_ms` before the frame that was pushed last.
 * @typedef {{ is: "start" | "stop", ago_ms: number }} Edge
 */

export class Stretches {
  /** A voice is there, told or not: for the person's own screen. */ heard = false;
  #now = 0;
  #passed = new Array(WINDOW).fill(false);
  #count = 0;
  #from = 0;
  #to = 0;
  #told = false;

  /** A voice is sure up to the frame that was pushed last. */
  get sure() {
    return this.heard && this.#to === this.#now;
  }

  /** @param {boolean} passes @returns {Edge | null} */
  push(passes) {
    const slot = this.#now++ % WINDOW;
    this.#count += Number(passes) - Number(this.#passed[slot]);
    this.#passed[slot] = passes;
    if (this.#count >= (this.heard ? GOES_ON_WITH : BEGINS_WITH)) {
      if (!this.heard) this.#from = this.#first();
      this.heard = true;
      this.#to = this.#last();
    }
    if (!this.heard) return null;
    if (!this.#told && this.#ms(this.#to - this.#from) >= BURST_MS) {
      this.#told = true;
      return { is: "start", ago_ms: this.#ms(this.#now - this.#from) + MISSED_BEFORE_MS };
    }
    return this.#ms(this.#now - this.#to) >= HANG_OVER_MS ? this.#over() : null;
  }

  /** No more sound comes: what was being heard ends with its last frame. @returns {Edge | null} */
  end() {
    return this.heard ? this.#over() : null;
  }

  #over() {
    const told = this.#told;
    this.heard = this.#told = false;
    this.#passed.fill(false);
    this.#count = 0;
    return told ? { is: /** @type {const} */ ("stop"), ago_ms: Math.max(0, this.#ms(this.#now - this.#to) - MISSED_AFTER_MS) } : null;
  }

  /** The first frame of the window that passed. */
  #first() {
    let at = Math.max(0, this.#now - WINDOW);
    while (!this.#passed[at % WINDOW]) at++;
    return at;
  }

  /** The end of the last frame of the window that passed. */
  #last() {
    let at = this.#now - 1;
    while (!this.#passed[at % WINDOW]) at--;
    return at + 1;
  }

  /** @param {number} frames */
  #ms(frames) {
    return frames * FRAME_MS;
  }
}
