// For a projector, read from the other end of the room: who speaks, who is next, how to get in. No figures of anybody.
import { html } from "../html.js";
import { now, second } from "../clock.js";
import { useJoinLink } from "../behaviours/join_link.js";
import { useWakeLock } from "../behaviours/wake_lock.js";
import { TurnBar, turnLimit, turnTime } from "../components/bar.js";
import { GroupAsks } from "../components/group_nudges.js";
import { Countdown, GroupList } from "../components/groups.js";
import { Icon, Logo } from "../components/icon.js";
import { Brief, ItemLine } from "../components/item.js";
import { byPolicy } from "../components/perspective.js";
import { Purpose } from "../components/shell.js";
import { Watching } from "../components/watching.js";
import { Wire } from "../components/wire.js";
import { told } from "../decisions_state.js";
import { ideas, scoring } from "../ideas_state.js";
import { checks, surveys } from "../standing_state.js";
import { Contribution } from "../components/written.js";
import { connection, floor, nameOf, people, queue, room, session, speaking } from "../state.js";
import { DecisionPicture } from "./decision_picture.js";
import { shownNow } from "./shown_now.js";
import { clockWords, lengthWords, listWords, say, timeWords } from "../words.js";

/** Names that are next: three are read at a glance. */
const NEXT_SHOWN = 3;

export function SharedScreen() {
  const { status, code, name, purpose } = session.value;
  useWakeLock(true);
  return html`<main id="main" class=${`projector ${status}`}>
    ${status === "planned" ? html`<${Welcome} />` : status === "ended" ? html`<${Thanks} />` : html`<${Meeting} code=${code} />`}
    <footer class="projector-foot">
      <span class="row"><${Logo} word=${false} size=${40} /><b>${name}</b><${Purpose} is=${purpose} /></span>
      <${ItemLine} /><${Watching} />
      ${connection.value.is !== "live" ? html`<${Wire} />` : html`<${Running} />`}
    </footer>
  </main>`;
}

/** What is asked, or has just come of it, has the room; then who speaks and who is next are one line. @param {{ code: string }} props */
function Meeting({ code }) {
  const asked = shownNow();
  if (!asked) return html`<${Now} /><${Lead} /><${Brief} /><div class="projector-below"><${Next} /><${Corner} code=${code} /></div>`;
  const { turn } = floor.value;
  const heard = turn ? [turn.participant] : Object.keys(speaking.value).slice(0, NEXT_SHOWN);
  const waiting = queue.value.order.slice(0, NEXT_SHOWN).map(nameOf);
  return html`<p class="projector-line row apart"><span class=${heard.length ? "tag floor" : "tag"}><${Icon} is="mic" size=${40} />${heard.length ? say("is-speaking", { name: listWords(heard.map(nameOf)), n: heard.length }) : say("screen-free")}</span>
      ${turn && html`<b>${clockWords(turnTime(turn))}</b>`}
      ${waiting.length > 0 && html`<span><b>${say("who-next")}</b> ${listWords(waiting)}</span>`}</p>
    <div class="projector-below asked">${asked}${(checks.value.open || surveys.value.open || scoring.value.open || ideas.value.collecting) && html`<${Corner} code=${code} />`}</div>`;
}

/** Where no facilitator leads: what is asked of all, who does. Phones answer it. */
function Lead() {
  const { since_at, offered_at, nudges } = room.value.lead;
  if (since_at === undefined && offered_at === undefined) return null;
  return html`<p class="projector-lead" role="status">${nudges?.order.length ? html`<${GroupAsks} />` : html`<span class="tag"><${Icon} is="people" size=${40} />${say(offered_at === undefined ? "lead-ours" : "screen-lead-offer")}</span>`}</p>`;
}

function Now() {
  const { turn, mode, gap_until, rest } = floor.value;
  const heard = Object.keys(speaking.value);
  if (room.value.breakout.since_at !== undefined) {
    return html`<section class="card projector-now" aria-label=${say("groups-are-on")}><h1 class="long">${say("groups-are-on")}</h1><${Countdown} /><${GroupList} /></section>`;
  }
  // In a break the turn that is on waits, and is nothing to look at.
  if (turn?.written && !rest) {
    return html`<section class="card floor projector-now" aria-label=${say("speaking-now")}>
      <div class="projector-name"><${Name} is=${nameOf(turn.participant)} /></div><${Contribution} id=${turn.written} head=${false} /></section>`;
  }
  if (turn && !rest) {
    const limit = turnLimit(turn);
    const gone = turnTime(turn);
    return html`<section class="card floor projector-now" aria-label=${say("speaking-now")}>
      <p class="tag floor"><${Icon} is="mic" size=${40} />${say("speaking-now")}</p>
      <div class="projector-name"><${Name} is=${nameOf(turn.participant)} />
        <p class="projector-clock"><b>${clockWords(gone)}</b><span class="soft">${turn.paused_at !== undefined ? say(`turn-stands-${turn.pause ?? "pause"}`) : limit && gone > limit ? say("turn-over", { length: lengthWords(limit) }) : limit ? say("my-turn-of", { length: lengthWords(limit) }) : say("turn-no-clock")}</span></p></div>
      <${TurnBar} turn=${turn} />
    </section>`;
  }
  const title = heard.length ? listWords(heard.slice(0, NEXT_SHOWN).map(nameOf)) : say(rest ? "break" : mode === "listening" || mode === "writing" ? `mode-${mode}` : gap_until ? "floor-gap" : mode === "open" ? "screen-open" : "screen-free");
  return html`<section class=${heard.length ? "card floor projector-now" : "card projector-now"} aria-label=${say("speaking-now")}>
    <p class=${heard.length ? "tag floor" : "tag"}><${Icon} is="mic" size=${40} />${say(heard.length ? "speaking-now" : mode === "open" ? "open-floor" : "on-the-floor")}</p>
    <div class="projector-name"><${Name} is=${title} /></div>
    ${!heard.length && html`<p class="soft">${rest?.until_at ? say("break-until", { time: timeWords(rest.until_at) }) : say(rest ? "break-means" : mode === "listening" || mode === "writing" ? `mode-${mode}-means` : mode === "open" ? "screen-open-text" : "screen-free-text")}</p>`}
  </section>`;
}

/** What is longer than this would take a third line at full size, and push the queue off the screen. */
const LONG_NAME = 22;

/** Who speaks, as large as there is room for. @param {{ is: string }} props */
function Name({ is }) {
  return html`<h1 class=${is.length > LONG_NAME ? "long" : ""}>${is}</h1>`;
}

function Next() {
  const { order, more } = queue.value;
  const round = floor.value.mode === "round" ? floor.value.round : undefined;
  const shown = (round ? round.next : order).slice(0, NEXT_SHOWN);
  const hidden = (round ? round.left : order.length + more) - shown.length;
  return html`<section class="projector-next" aria-labelledby="next">
    ${queue.value.process.order.map((id) => html`<p key=${id} class="tag next">${nameOf(id)} ${say(`process-${queue.value.process.by_id[id]?.about}`)}</p>`)}
    <h2 id="next">${say("who-next")} <span class="soft plain">${round ? say(`round-by-${round.by}`) : shown.length ? say(`policy-${byPolicy(floor.value.policy)}`) : ""}</span></h2>
    ${shown.length === 0 ? html`<p class="soft">${say("screen-nobody-waits")}</p>` : html`<ol>${shown.map((id, index) => html`<li key=${id}><span class="order-number">${index + 1}</span><span>${nameOf(id)}</span></li>`)}</ol>`}
    ${hidden > 0 && html`<p class="soft">${say("and-more", { n: hidden })}</p>`}
  </section>`;
}

/** @param {{ code: string }} props */
function Corner({ code }) {
  const { host } = useJoinLink(code);
  return html`<aside class="projector-corner" aria-label=${say("share-title")}>
    <img src=${`/api/v1/join/${code}/qr.svg`} alt=${say("qr-alt")} /><p class="projector-code">${code}</p><p class="soft">${say("screen-scan", { host })}</p>
  </aside>`;
}

/** Before the start: come in. */
function Welcome() {
  const { code, name } = session.value;
  const { host } = useJoinLink(code);
  return html`<section class="projector-welcome">
    <div><h1>${name}</h1><p>${say("screen-welcome", { host })}</p><p class="projector-code">${code}</p>
      <p class="soft">${say("screen-here", { n: people.value.counts.here })}</p></div>
    <img src=${`/api/v1/join/${code}/qr.svg`} alt=${say("qr-alt")} />
  </section>`;
}

function Thanks() {
  return html`<section class="projector-welcome"><div><h1>${say("ended-title")}</h1><p>${say("ended")}</p><p class="soft">${say("screen-report")}</p>${told.value.decision && html`<${DecisionPicture} record=${told.value.decision} />`}</div></section>`;
}

function Running() {
  void second.value;
  const { opened_at, status } = session.value;
  if (!opened_at || status !== "open") return html`<span></span>`;
  return html`<span class="soft">${lengthWords(Math.max(60_000, now() - opened_at))}</span>`;
}
