import { html } from "../html.js";
import { Icon } from "../components/icon.js";
import { session } from "../state.js";
import { say } from "../words.js";
import { Afterwards } from "./late_word.js";

/** The session is over: thanks, and where to read what came of it. */
export function Ended() {
  return html`<div class="stack loose waiting">
    <span class="notice-icon"><${Icon} is="check" size=${32} /></span>
    <div class="stack tight"><h2 class="card-title">${say("ended-title")}</h2><p>${say("ended")}</p></div>
    <${Afterwards} />
    <a class="button solid you wide" href=${`/r/${session.value.id}`}>${say("report-read")}</a>
    <div class="stack tight"><p class="soft">${say("ended-next")}</p>
      <a class="button wide" href=${`/j/${session.value.code}`}>${say("ended-next-go")}</a></div>
  </div>`;
}
