import { html } from "../html.js";
import { Icon } from "../components/icon.js";
import { SignIdea, mayBeSigned } from "../components/sign_idea.js";
import { session, you } from "../state.js";
import { say } from "../words.js";
import { Afterwards } from "./late_word.js";

/** The session is over: thanks, and where to read what came of it. */
export function Ended() {
  return html`<div class="stack loose waiting">
    <span class="notice-icon"><${Icon} is="check" size=${32} /></span>
    <div class="stack tight"><h2 class="card-title">${say("ended-title")}</h2><p>${say("ended")}</p></div>
    <${Afterwards} />
    <${MyNames} />
    <a class="button solid you wide" href=${`/r/${session.value.id}`}>${say("report-read")}</a>
    <div class="stack tight"><p class="soft">${say("ended-next")}</p>
      <a class="button wide" href=${`/j/${session.value.code}`}>${say("ended-next-go")}</a></div>
  </div>`;
}

/** Ideas that I may still put my name beside, or take it away from; the report follows. */
function MyNames() {
  const { order = [], by_id = {} } = you.value.ideas ?? {};
  const mine = order.filter(mayBeSigned);
  if (!mine.length) return null;
  return html`<section class="card pad stack" aria-labelledby="my-names"><h3 id="my-names">${say("names-mine")}</h3>
    ${mine.map((id) => html`<div key=${id} class="stack tight"><p><b>${by_id[id]?.text}</b></p><${SignIdea} id=${id} /></div>`)}</section>`;
}
