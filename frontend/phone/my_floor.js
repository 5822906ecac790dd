import { html } from "../html.js";
import { may } from "../actions.js";
import { turnLimit, turnTime } from "../components/bar.js";
import { Countdown } from "../components/groups.js";
import { Brief } from "../components/item.js";
import { Press } from "../components/press.js";
import { Purpose } from "../components/shell.js";
import { Wire } from "../components/wire.js";
import { connection, floor, queue, session, you } from "../state.js";
import { ConcernDoor } from "./concern.js";
import { Notes } from "./notes.js";
import { AskedOfMe, MinutesOf } from "./signals.js";
import { clockWords, lengthWords, say } from "../words.js";

/** My turn fills the screen, so that it is seen on a table. @param {{ turn: import("../views").Turn }} props */
export function MyFloor({ turn }) {
  const gone = turnTime(turn);
  const limit = turnLimit(turn);
  const over = limit > 0 && gone > limit;
  const stands = turn.paused_at !== undefined;
  const composing = turn.pause === "composing";
  return html`<main id="main" class="my-floor">
    <div class="my-floor-head"><b>${session.value.name}</b><${Wire} /><${Purpose} is=${session.value.purpose} /></div>
    <div class="my-floor-time">
      <h1>${say("you-have-the-floor")}</h1>
      ${turn.interruption && html`<p>${say("my-turn-in-between")}</p>`}
      <p class="my-clock" role="timer">${clockWords(gone)}</p>
      ${limit > 0 && html`<div class=${over ? "bar over" : "bar"} style=${{ "--part": Math.min(1, gone / limit).toFixed(3) }} aria-hidden="true"></div>`}
      <p>${stands ? say(`turn-stands-${turn.pause ?? "pause"}`) : over ? say("my-turn-over", { length: lengthWords(limit) }) : limit ? say("my-turn-of", { length: lengthWords(limit) }) : say("my-turn-no-clock")}</p>
    </div>
    <div class="stack">
      <${Countdown} />
      <${AskedOfMe} /><${MinutesOf} />
      <${Notes} />
      ${connection.value.is !== "live" && html`<p class="centre" role="status">${say("lost-floor")}</p>`}
      <${Press} command=${{ do: "turn.end", turn: turn.id }} class="button solid main wide">${say("im-done")}</${Press}>
      ${you.value.may_extend && may("turn.extend") && html`<${Press} command=${{ do: "turn.extend", turn: turn.id }} class="button wide">${say("one-more-minute")}</${Press}>`}
      ${may("hand.set_composing") && (!stands || composing) && html`<${Press} command=${{ do: "hand.set_composing", composing: !composing }} class="button wide">${say(composing ? "composing-end" : "composing-start")}</${Press}>`}
      ${floor.value.mode === "round" && !turn.interruption && html`<${Press} command=${{ do: "round.pass" }} class="button wide">${say("round-pass")}</${Press}>
        <${Press} command=${{ do: "round.pass", later: true }} class="button bare wide">${say("round-later")}</${Press}>`}
      ${may("turn.yield") && queue.value.order.length > 0 && html`<${Press} command=${{ do: "turn.yield", turn: turn.id }} class="button bare wide">${say("pass-on")}</${Press}>`}
      <${Brief} />
      <${ConcernDoor} />
    </div>
  </main>`;
}
