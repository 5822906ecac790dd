// The microphone of this device, while it listens: opened, watched for all that can make it deaf, closed. It tells when
// its person begins and ends to talk; what becomes of that is not its business.

/** With no sound for so long the page was asleep, or the device is gone. The worklet tells its level ten times a second. */
const ASLEEP_MS = 1_500;

/** A browser that has no loudspeaker to play to never says that it does not start. */
const START_MS = 5_000;

/** Why there is no microphone, or none that hears. @typedef {"insecure" | "denied" | "none" | "busy" | "unsupported" | "muted" | "asleep" | "unplugged"} Deafness */

export class NoMicrophone extends Error {
  /** @param {Deafness} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * @typedef {object} Told
 * @property {(agoMs: number, levelDb?: number) => void} start  its person began to talk so long ago; how loud, where others are near
 * @property {(agoMs: number, levelDb?: number) => void} stop
 * @property {(level: number, heard: boolean) => void} level  for the meter of this screen
 * @property {(why: Deafness, agoMs: number) => void} deaf  it has heard nothing for so long, and hears nothing now
 * @property {() => void} hears  it hears again
 * @property {() => void} gone  the device was taken away; the ear is closed
 */

export class Ear {
  /** @type {MediaStream | null} */ #stream = null;
  /** @type {AudioContext | null} */ #context = null;
  /** @type {AbortController} */ #watch = new AbortController();
  #told;
  #shared;
  #soundAt = 0;
  #look = 0;
  #deaf = false;
  #frozen = false;

  /** @param {Told} told @param {boolean} shared  other people's devices hear the same voices, and it theirs */
  constructor(told, shared) {
    this.#told = told;
    this.#shared = shared;
  }

  /** Ask for the microphone and listen. @throws {NoMicrophone} */
  async open() {
    if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia) throw new NoMicrophone("insecure");
    if (!("AudioWorkletNode" in window) || !("WebAssembly" in window)) throw new NoMicrophone("unsupported");
    try {
      // Automatic gain would lift a neighbour's voice, and the noise, to the level of who sits here.
      const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: false };
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio });
    } catch (refused) {
      throw new NoMicrophone(whyNot(refused));
    }
    try {
      await this.#listen(this.#stream);
    } catch (failed) {
      this.close();
      throw failed instanceof NoMicrophone ? failed : new NoMicrophone("unsupported");
    }
  }

  close() {
    this.#watch.abort();
    window.clearInterval(this.#look);
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    void this.#context?.close();
    this.#stream = this.#context = null;
  }

  /** @param {MediaStream} stream */
  async #listen(stream) {
    const answer = await fetch(new URL("../vendor/libfvad.wasm", import.meta.url));
    if (!answer.ok) throw new NoMicrophone("unsupported");
    const wasm = await answer.arrayBuffer();
    const context = (this.#context = new AudioContext());
    await context.audioWorklet.addModule(new URL("worklet.js", import.meta.url));
    if (this.#watch.signal.aborted) return;
    const one = { channelCount: 1, channelCountMode: /** @type {const} */ ("explicit"), outputChannelCount: [1] };
    const hears = new AudioWorkletNode(context, "evenfloor-hears", { ...one, processorOptions: { wasm, shared: this.#shared } });
    hears.port.onmessage = ({ data }) => this.#receive(data);
    context.createMediaStreamSource(stream).connect(hears);
    // Some browsers run only what leads to the loudspeaker; what it is given is silence.
    hears.connect(context.destination);
    await Promise.race([context.resume(), new Promise((late) => window.setTimeout(late, START_MS))]);
    if (this.#watch.signal.aborted) return;
    if (context.state !== "running") throw new NoMicrophone("busy");
    this.#soundAt = performance.now();
    this.#look = window.setInterval(() => this.#check(), ASLEEP_MS);
    this.#watchAll(stream, context);
  }

  /** @param {MediaStream} stream @param {AudioContext} context */
  #watchAll(stream, context) {
    const { signal } = this.#watch;
    const [track] = stream.getAudioTracks();
    track?.addEventListener("mute", () => this.#check(), { signal });
    track?.addEventListener("unmute", () => this.#check(), { signal });
    track?.addEventListener("ended", () => this.#lost(), { signal });
    navigator.mediaDevices.addEventListener("devicechange", () => track?.readyState === "ended" && this.#lost(), { signal });
    context.addEventListener("statechange", () => this.#check(), { signal });
    document.addEventListener("freeze", () => this.#freeze(true), { signal });
    document.addEventListener("resume", () => this.#freeze(false), { signal });
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
  }

  /** @param {any} message */
  #receive(message) {
    if (this.#watch.signal.aborted) return;
    if (message.is === "start") return this.#told.start(message.ago_ms, message.level);
    if (message.is === "stop") return this.#told.stop(message.ago_ms, message.level);
    const silent = performance.now() - this.#soundAt;
    // It slept, and nothing could say so until now.
    if (silent > ASLEEP_MS && !this.#deaf) this.#tellDeaf("asleep", silent);
    this.#soundAt = performance.now();
    this.#told.level(message.level, message.heard);
    this.#check();
  }

  /** Deaf or not: told when it changes. */
  #check() {
    if (this.#watch.signal.aborted) return;
    const muted = this.#stream?.getAudioTracks().some((track) => track.muted) ?? false;
    const silent = performance.now() - this.#soundAt;
    const why = muted ? "muted" : this.#frozen || this.#context?.state !== "running" || silent > ASLEEP_MS ? "asleep" : null;
    if (why && !this.#deaf) this.#tellDeaf(why, muted ? 0 : silent);
    if (!why && this.#deaf) {
      this.#deaf = false;
      this.#told.hears();
    }
  }

  /** @param {Deafness} why @param {number} agoMs */
  #tellDeaf(why, agoMs) {
    this.#deaf = true;
    this.#told.deaf(why, Math.round(agoMs));
  }

  /** @param {boolean} frozen */
  #freeze(frozen) {
    this.#frozen = frozen;
    this.#check();
  }

  #seen() {
    // A phone that is woken may have put the sound to sleep; it goes on only when asked.
    if (document.visibilityState === "visible") void this.#context?.resume();
    this.#check();
  }

  #lost() {
    if (this.#watch.signal.aborted) return;
    this.close();
    this.#told.gone();
  }
}

/** @param {unknown} refused @returns {Deafness} */
function whyNot(refused) {
  const name = refused instanceof Error ? refused.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return "busy";
}
