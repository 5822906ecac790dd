// In a room whose devices hear each other's people: how loud each stretch of speech is here, so that the server can tell
// whose voice it was. Other people's devices hear the same voice; the one that hears it loudest is its owner's. The level
// is a mean over the whole stretch in coarse steps; where it changes for good (another person talks on) the stretch is cut
// there. Levels in dB of full scale.
import { SILENCE_DB } from "./gates.js";
import { FRAME_MS } from "./resampler.js";

/** No finer: it is to say which device was nearer, and nothing of how somebody sounds. */
export const STEP_DB = 3;
/** A change of voice is seen in so much sound after it ... */
const AFTER_FRAMES = 40;
/** ... by so much of a change. Within a voice it is seldom more over this time. */
const CHANGE_DB = 5;
/** Nothing shorter is cut off, so that there are no more than 4 beginnings and ends in any second. */
const SHORTEST_FRAMES = 65;
/** Longer ones are cut anyway, so that how loud one was is known soon. */
const LONGEST_FRAMES = 800;

/**
 * An edge as `Stretches` tells it, with the level of what it begins or ends.
 * @typedef {import("./stretches.js").Edge & { level: number }} LevelledEdge
 */

export class SharedAir {
  /** The power of each frame of the stretch so far, and before it of what a beginning may be dated back to. @type {number[]} */
  #powers = [];
  #told = false;

  /**
   * Take a frame, and the edge that came with it; say what to tell.
   * @param {number} level  of the frame
   * @param {boolean} sure  a voice is heard in it
   * @param {import("./stretches.js").Edge | null} edge
   * @returns {LevelledEdge[]}
   */
  push(level, sure, edge) {
    this.#powers.push(10 ** (level / 10));
    if (edge?.is === "start") {
      this.#told = true;
      this.#keep(frames(edge.ago_ms));
      return [{ ...edge, level: this.#level(0, this.#powers.length) }];
    }
    if (edge) {
      const end = this.#powers.length - frames(edge.ago_ms);
      const told = { ...edge, level: this.#level(0, Math.max(1, end)) };
      this.#told = false;
      this.#powers = [];
      return [told];
    }
    // Where a voice stops its end is told soon; a cut just before would be one edge too many.
    if (this.#told) return sure ? this.#cut() : [];
    if (this.#powers.length > 2 * SHORTEST_FRAMES) this.#keep(SHORTEST_FRAMES);
    return [];
  }

  /** @returns {LevelledEdge[]} */
  #cut() {
    const before = this.#powers.length - AFTER_FRAMES;
    if (before < SHORTEST_FRAMES) return [];
    const was = mean(this.#powers, 0, before);
    const is = mean(this.#powers, before, this.#powers.length);
    if (Math.abs(is - was) < CHANGE_DB && this.#powers.length < LONGEST_FRAMES) return [];
    const ago_ms = AFTER_FRAMES * FRAME_MS;
    this.#keep(AFTER_FRAMES);
    return [{ is: "stop", ago_ms, level: step(was) }, { is: "start", ago_ms, level: step(is) }];
  }

  /** @param {number} last */
  #keep(last) {
    this.#powers = this.#powers.slice(-last);
  }

  /** @param {number} from @param {number} to */
  #level(from, to) {
    return step(mean(this.#powers, from, to));
  }
}

/** @param {number} ms */
const frames = (ms) => Math.round(ms / FRAME_MS);

/** @param {number} level */
const step = (level) => Math.round(Math.max(SILENCE_DB, Math.min(0, level)) / STEP_DB) * STEP_DB;

/** @param {number[]} powers @param {number} from @param {number} to */
function mean(powers, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += /** @type {number} */ (powers[i]);
  return 10 * Math.log10(sum / (to - from) + 1e-12);
}
