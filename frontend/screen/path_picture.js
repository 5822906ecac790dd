// The picture that fits what all do just now: the question, the idea under discussion, how many have answered, results.
import { html } from "../html.js";
import { ByPerspective } from "../components/by_perspective.js";
import { GroundMap, Mark } from "../components/common_ground.js";
import { ForNeed } from "../components/idea.js";
import { Icon } from "../components/icon.js";
import { ResultOf, meritWords } from "../components/results.js";
import { ideas, lastRound, roundsWith, scoring, wordsOf } from "../ideas_state.js";
import { numbersOf } from "../places.js";
import { say } from "../words.js";

/** Results stay up while people take them in; an idea that is put up takes their place. */
const RANKS_MS = 10 * 60_000;

/** What all do just now on the path; null: nothing. */
export function doneNow() {
  const { collecting } = ideas.value;
  const { open } = scoring.value;
  if (open) return html`<${Scoring} round=${open} />`;
  if (collecting) return html`<${Writing} collection=${collecting} />`;
  return null;
}

/** The idea that is up, as long as it is. @returns {import("./shown_now").Shown | null} */
export function focused() {
  const { focus, focused_at = 0 } = ideas.value;
  return focus ? { at: focused_at, for_ms: Infinity, picture: html`<${Focus} idea=${focus} />` } : null;
}

/** What the last round of scoring says. @returns {import("./shown_now").Shown | null} */
export function newestRanks() {
  const round = lastRound.value;
  return round ? { at: round.closed_at, for_ms: RANKS_MS, picture: html`<${Ranks} round=${round} />` } : null;
}

/** @param {{ collection: import("../generated/messages").CollectionView }} props */
function Writing({ collection }) {
  return html`<section class="projector-picture" aria-label=${say("collect-now")}><p class="tag">${say("collect-now")}</p>
    <h1>${collection.need ? say("ways-asked", { need: wordsOf(collection.need) }) : collection.asks || say("write-need")}</h1>
    <p class="soft">${say("screen-writing")}</p></section>`;
}

/** @param {{ round: import("../generated/messages").OpenRoundView }} props */
function Scoring({ round }) {
  return html`<section class="projector-picture" aria-label=${say("score-open")}><p class="tag">${say("score-open")}</p>
    <div role="status"><h1>${say("answered-of", { n: round.answered, of: round.asked })}</h1></div>
    <div class="progress" aria-hidden="true" style=${{ "--part": (round.answered / Math.max(1, round.asked)).toFixed(3) }}></div>
    <p class="soft">${say("screen-scoring")}</p></section>`;
}

/** @param {{ idea: string }} props */
function Focus({ idea }) {
  const [round, before] = roundsWith(idea);
  const scored = round?.ideas[idea];
  return html`<section class=${round ? "projector-picture scored" : "projector-picture"} aria-label=${say("focus-tag")}><div class="stack"><p class="tag">${say("focus-tag")}</p>
    <h1>${wordsOf(idea)}</h1><${ForNeed} id=${idea} />${scored && html`<${ByPerspective} scored=${scored} brief />`}</div>
    ${round && html`<${ResultOf} round=${round} idea=${idea} before=${before} bare />`}</section>`;
}

/** Said in places, best first, beside the map of who could live with what. @param {{ round: import("../generated/messages").ScoredRoundView }} props */
function Ranks({ round }) {
  const numbers = numbersOf(round.by_merit);
  return html`<section class="projector-picture ranks" aria-label=${say("results-of", { n: round.number })}>
    <div><h1>${say("results-of", { n: round.number })}</h1>
      <ol>${[...numbers].map(([id, number]) => html`<li key=${id}><span class="order-number">${number}</span><span><${Mark} ground=${round.ideas[id]?.ground ?? "open"} /> <b>${wordsOf(id)}</b> <span class="soft">${meritWords(/** @type {any} */ (round.ideas[id]))}</span>
        ${(round.ideas[id]?.red_flags.length ?? 0) > 0 && html` <span class="tag flag"><${Icon} is="flag" />${say("red-flags", { n: round.ideas[id]?.red_flags.length ?? 0 })}</span>`}</span></li>`)}</ol>
      ${numbers.size === 0 && html`<p class="soft">${say("too-few-idea")}</p>`}</div>
    <${GroundMap} round=${round} numbers=${numbers} /></section>`;
}
