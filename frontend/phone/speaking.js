import { html } from "../html.js";
import { isHeard } from "../behaviours/tap_speech.js";
import { TurnBar, turnTime } from "../components/bar.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { Contribution } from "../components/written.js";
import { floor, shortName, speaking, you } from "../state.js";
import { clockWords, listWords, say } from "../words.js";

/** More names than this in one line nobody reads; three at once is already a lot. */
const NAMES_SHOWN = 3;

/** Who has the floor or is heard. @param {{ lost: boolean }} props  lost: only what was last known */
export function Speaking({ lost }) {
  const turn = floor.value.turn;
  const heard = Object.keys(speaking.value).filter((id) => id !== you.value.participant);
  if (!turn && !heard.length) {
    if (lost || isHeard(you.value.participant ?? "")) return null;
    return html`<p class="card pad soft nobody"><${Icon} is="mic" />${say(floor.value.mode === "open" ? "nobody-speaks-open" : "nobody-speaks")}</p>`;
  }
  if (lost) {
    const name = turn ? shortName(turn.participant) : shortName(heard[0]);
    return html`<div class="card pad remembered row"><${Icon} is="mic" /><b>${say("was-speaking", { name })}</b></div>`;
  }
  if (!turn) {
    const names = listWords(heard.slice(0, NAMES_SHOWN).map(shortName));
    return html`<div class="card pad floor row"><span class="tag floor"><${Icon} is="mic" /></span><b>${say("is-speaking", { name: names, n: heard.length })}</b></div>`;
  }
  if (turn.written) {
    return html`<section class="card pad floor stack" aria-label=${say("on-the-floor")}><${Contribution} id=${turn.written} />
      ${turn.participant === you.value.participant && html`<${Press} command=${{ do: "turn.end", turn: turn.id }} class="button wide">${say("im-done")}</${Press}>`}</section>`;
  }
  return html`<div class="card pad floor stack tight">
    <div class="row apart"><span class="row"><span class="tag floor"><${Icon} is="mic" /></span><b>${say("is-speaking", { name: shortName(turn.participant), n: 1 })}</b></span>
      <b>${clockWords(turnTime(turn))}</b></div>
    <${TurnBar} turn=${turn} />
  </div>`;
}
