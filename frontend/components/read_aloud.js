// Read aloud, and stop.
import { html, useEffect } from "../html.js";
import { beingRead, canSpeak, hush, speak } from "../behaviours/read_aloud.js";
import { tell } from "../messages.js";
import { say } from "../words.js";
import { Icon } from "./icon.js";

/** Whoever goes on to something else hears no more of it. @param {{ text: string }} props */
export function ReadAloud({ text }) {
  useEffect(() => hush, []);
  if (!canSpeak) return null;
  const silent = () => tell(say("read-aloud-failed"), { refusal: true });
  const reads = beingRead.value === text;
  return html`<button type="button" class="link strong" onClick=${() => (reads ? hush() : speak(text, silent))}><${Icon} is="speaker" />${say(reads ? "read-aloud-stop" : "read-aloud")}</button>`;
}
