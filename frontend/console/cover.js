import { html, signal } from "../html.js";
import { useFocused } from "../behaviours/focused.js";
import { Logo } from "../components/icon.js";
import { session } from "../state.js";
import { say } from "../words.js";

/** Names, bars and nudges are covered: this screen gets shared by accident. */
export const covered = signal(false);

export function Cover() {
  const button = useFocused();
  return html`<main id="main" class="cover">
    <${Logo} size=${48} />
    <h1>${session.value.name}</h1>
    <p class="soft">${say("covered")}</p>
    <button type="button" ref=${button} class="button" onClick=${() => (covered.value = false)}>${say("uncover")} <kbd aria-hidden="true">C</kbd></button>
  </main>`;
}
