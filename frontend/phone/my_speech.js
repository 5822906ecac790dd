import { html } from "../html.js";
import { now, second } from "../clock.js";
import { microphone, tapInstead } from "../behaviours/own_microphone.js";
import { isHeard, tapOff, tapOn } from "../behaviours/tap_speech.js";
import { Icon } from "../components/icon.js";
import { speaking, you } from "../state.js";
import { clockWords, say } from "../words.js";

/** Tap to speak: one press when I start, one when I stop. Whoever presses while their microphone listens would rather press. */
export function MySpeech() {
  const me = you.value.participant ?? "";
  const on = microphone.value.is === "off" && isHeard(me);
  const since = speaking.value[me]?.since_at;
  if (since) void second.value;
  const press = () => {
    if (on) return tapOff("");
    tapInstead();
    return tapOn("");
  };
  return html`<button type="button" class=${on ? "button solid floor main wide tap-on" : "button main wide tap-off"} aria-pressed=${on}
    onClick=${press}>
    <${Icon} is="mic" size=${24} />
    <span class="two-lines"><span>${say(on ? "tap-stop" : "tap-start")}</span>
      <small>${on ? say("tap-stop-means", { clock: clockWords(since ? now() - since : 0) }) : say("tap-start-means")}</small></span>
  </button>`;
}
