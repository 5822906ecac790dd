// Runs beside the page, on the thread of the sound: it hears, and tells the page when somebody begins and ends, and how
// loud it is for the meter on this screen. Sound never leaves this file.
import { Detector } from "./detector.js";

/** A meter that moves ten times a second looks alive; the page also knows by it that sound still comes. */
const TOLD_EVERY_MS = 100;

class Hears extends AudioWorkletProcessor {
  #untold = 0;
  #heard = false;

  /** @param {{ processorOptions: { wasm: ArrayBuffer, shared: boolean } }} options */
  constructor({ processorOptions }) {
    super();
    this.detector = new Detector(processorOptions.wasm, sampleRate, (edge) => this.port.postMessage(edge), processorOptions.shared);
  }

  /** @override @param {Float32Array[][]} inputs */
  process([input]) {
    const sound = input?.[0];
    if (!sound) return true;
    this.detector.push(sound);
    this.#untold += (sound.length / sampleRate) * 1000;
    const { heard, level } = this.detector;
    if (this.#untold >= TOLD_EVERY_MS || heard !== this.#heard) {
      this.#untold = 0;
      this.#heard = heard;
      this.port.postMessage({ is: "level", level, heard });
    }
    return true;
  }
}

registerProcessor("evenfloor-hears", Hears);
