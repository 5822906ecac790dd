import { html } from "../html.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { say } from "../words.js";

/** "I'm listening" was said: it stays easy to come back in. */
export function Listening() {
  return html`<section class="card pad stack" aria-labelledby="listening">
    <h2 id="listening" class="tag"><${Icon} is="ear" />${say("listening-title")}</h2>
    <p>${say("listening-text")}</p>
    <${Press} command=${{ do: "participant.set_listening", listening: false }} class="button wide">${say("listening-end")}</${Press}>
    <${Press} command=${{ do: "hand.raise" }} class="button solid you wide"><${Icon} is="hand" />${say("hand-raise")}</${Press}>
  </section>`;
}
