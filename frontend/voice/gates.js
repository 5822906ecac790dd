// Whether a frame of sound is its person's voice: libfvad says that it is a voice, it stands out from the noise around,
// and it is about as loud as that person is. Levels are in dB of full scale, 0 the loudest.

/** Nothing quieter exists: digital silence has no level. */
export const SILENCE_DB = -100;
/** How far above the noise a voice stands that begins, and one that goes on: the end of a word sinks towards the noise. */
const BEGINS_ABOVE_FLOOR_DB = 8;
const GOES_ON_ABOVE_FLOOR_DB = 4;
/** A neighbour at two metres is some 15 dB below who sits before the device at 40 cm. */
const BELOW_OWN_DB = 15;
/** No floor is lower: the quietest microphones have about this much noise of their own. */
const LOWEST_FLOOR_DB = -70;
/** Nor higher at first: who is talking already when it is turned on is no noise. */
const FIRST_FLOOR_DB = -50;
/**
 * While nobody is heard the floor follows the loud moments of what is around, chatter among it: up within half a second,
 * down in three. The part of the way that is left, each frame.
 */
const FLOOR_RISES = 0.02;
const FLOOR_FALLS = 0.003;
/** While somebody is heard it follows their pauses down, and rises slowly: a long sentence is no noise. */
const FLOOR_FALLS_IN_TALK = 0.02;
const FLOOR_RISES_IN_TALK_DB = 0.03;
/** The person's own level is known after about a second of their voice ... */
const OWN_FOLLOWS = 0.01;
/** ... and is forgotten when only quieter voices come, so that who moves back from the device is heard again: dB a frame. */
const OWN_FORGETS_DB = 0.01;

/** The level of a frame. @param {Float32Array} frame */
export function levelOf(frame) {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return Math.max(SILENCE_DB, 10 * Math.log10(sum / frame.length + 1e-12));
}

export class Gates {
  /** The noise around. */ floor = NaN;
  /** How loud the person usually is; unknown until they spoke. */ own = NaN;

  /**
   * Whether a frame passes, and what is learnt from it.
   * @param {boolean} voiced  what libfvad said of it
   * @param {number} level
   * @param {boolean} heard  somebody is being heard
   */
  pass(voiced, level, heard) {
    if (Number.isNaN(this.floor)) this.floor = Math.min(level, FIRST_FLOOR_DB);
    const away = level - this.floor;
    if (heard) this.floor += away < 0 ? FLOOR_FALLS_IN_TALK * away : Math.min(away, FLOOR_RISES_IN_TALK_DB);
    else this.floor += (away < 0 ? FLOOR_FALLS : FLOOR_RISES) * away;
    this.floor = Math.max(this.floor, LOWEST_FLOOR_DB);
    if (!voiced || level < this.floor + (heard ? GOES_ON_ABOVE_FLOOR_DB : BEGINS_ABOVE_FLOOR_DB)) return false;
    if (Number.isNaN(this.own)) this.own = level;
    if (level < this.own - BELOW_OWN_DB) {
      this.own -= OWN_FORGETS_DB;
      return false;
    }
    this.own += OWN_FOLLOWS * (level - this.own);
    return true;
  }
}
