import { html } from "../html.js";
import { Icon } from "../components/icon.js";
import { Shell } from "../components/shell.js";
import { seats } from "../store.js";
import { say } from "../words.js";
import { CodeForm } from "./code_form.js";

/** The start page: join with a code, or make a room. */
export default function Start() {
  const mine = seats().filter((seat) => seat.room_name).slice(0, 3);
  return html`<${Shell} wide>
    <div class="stack start-words">
      <h1>${say("start-title")}</h1>
      <p class="soft">${say("start-text")}</p>
    </div>
    <div class="start-cards">
      <section class="card pad stack" aria-labelledby="start-join">
        <h2 id="start-join">${say("start-join")}</h2>
        <${CodeForm} />
      </section>
      <section class="card pad stack" aria-labelledby="start-new">
        <h2 id="start-new">${say("start-new")}</h2>
        <p class="soft">${say("start-new-text")}</p>
        <a class="button wide" href="/new">${say("start-new-go")}</a>
        <p><a href="/practise">${say("start-practise")}</a></p>
      </section>
    </div>
    ${mine.length > 0 && html`<section class="stack tight" aria-labelledby="start-mine">
      <h2 id="start-mine">${say("start-mine")}</h2>
      <ul class="card list">
        ${mine.map((seat) => html`<li key=${seat.session_id}><a class="list-row" href=${`/s/${seat.session_id}`}>
          <span><b>${seat.room_name}</b>${seat.name ? html`<span class="soft"> ${say("start-mine-as", { name: seat.name })}</span>` : null}</span>
          <${Icon} is="right" /></a></li>`)}
      </ul>
    </section>`}
    <p class="soft door-foot">${say("no-account")}</p>
  </${Shell}>`;
}
