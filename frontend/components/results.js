// What a closed round of scoring says: first in words and counts, never a person. No mean hides a red flag.
import { html } from "../html.js";
import { ByPerspective } from "./by_perspective.js";
import { Fold } from "./fold.js";
import { Icon } from "./icon.js";
import { perspectiveWords } from "./perspective.js";
import { ideaOf, roundsWith, wordsOf } from "../ideas_state.js";
import { numbersOf } from "../places.js";
import { listWords, numberWords, say } from "../words.js";

/** @typedef {import("../generated/messages").ScoredRoundView} Round */
/** @typedef {import("../generated/messages").QuestionView} Answers */
/** @typedef {import("../generated/messages").ScoredIdeaView} Scored */

export const QUESTIONS = /** @type {const} */ (["suitable", "feasible", "acceptable", "beneficial"]);
export const STEPS = [1, 2, 3, 4, 5];
/** What three faces are stored as. */
export const FACES = [1, 3, 5];

/** From this agreement on (Tastle and Wierman, 0 to 1) answers lie together; from the lower one some way apart. */
const TOGETHER = 0.75;
const SOME_WAY = 0.5;

/** @param {Answers} one  how the answers lie, as words */
export function spreadWords(one) {
  if (one.divided) return say("spread-divided");
  if (one.agreed) return say("spread-agreed");
  const agreement = one.agreement ?? 0;
  return say(agreement >= TOGETHER ? "spread-together" : agreement >= SOME_WAY ? "spread-some" : "spread-out");
}

/** @param {Answers} one */
function countWords(one) {
  const cannot = one.cannot_say ?? 0;
  return say("answered-count", { n: one.answered, cannot });
}

/** The four questions of one idea, one below the other. @param {{ round: Round, idea: string, before?: Round | undefined, bare?: boolean, whole?: boolean }} props  bare: the answers alone; whole: reasons too, without a tap */
export function ResultOf({ round, idea, before, bare = false, whole = false }) {
  const scored = round.ideas[idea];
  if (!scored) return null;
  const steps = round.scale === "faces" ? FACES : STEPS;
  const asked = QUESTIONS.map((question) => scored.questions[question]);
  const [any] = asked;
  // Read as a whole, a page says once what cannot be said of any question.
  if (whole && any && asked.every((one) => one.too_few && one.answered === any.answered && !one.reasons?.length)) return html`<p class="soft">${say("too-few", { n: any.answered })}</p>`;
  return html`<div class="result">
    ${scored.red_flags.length > 0 && html`<p class="flag-line"><${Icon} is="flag" /><span><b>${say("red-flags", { n: scored.red_flags.length })}</b> ${say("red-flags-mean")}</span></p>`}
    ${scored.lens_merit !== undefined && html`<${TwoWays} round=${round} scored=${scored} />`}
    <ul class="result-rows">${QUESTIONS.map((question) => html`<${Row} key=${question} of=${`${idea}-${round.number}`} question=${question} one=${scored.questions[question]} was=${before?.ideas[idea]?.questions[question]} steps=${steps} whole=${whole} />`)}</ul>
    ${!bare && html`<${ByPerspective} scored=${scored} />`}
  </div>`;
}

/** Every answer the same, and with the lens that was set before anybody scored. @param {{ round: Round, scored: Scored }} props */
function TwoWays({ round, scored }) {
  const leanings = (round.lens ?? []).map((one) => say("lens-leans", { who: perspectiveWords(one.perspective), question: say(`question-${one.question}`), weight: numberWords(one.weight, one.weight % 1 ? 1 : 0) }));
  return html`<div class="two-ways"><p><span class="soft">${say("lens-equal")}</span><br /><b>${say("lens-of-five", { n: numberWords(scored.merit ?? 0) })}</b></p>
    <p><span class="soft">${say("lens-set")}</span><br /><b>${say("lens-of-five", { n: numberWords(scored.lens_merit ?? 0) })}</b></p>
    <p>${scored.lens_moved && html`<span class="tag flag"><${Icon} is="flag" />${say("lens-moved")}</span>`} ${leanings.join(" ")}</p></div>`;
}

/** @param {{ of: string, question: typeof QUESTIONS[number], one: Answers, was: Answers | undefined, steps: readonly number[], whole: boolean }} props */
function Row({ of, question, one, was, steps, whole }) {
  const middle = one.median === undefined ? "" : say(`score-${one.median}`);
  return html`<li class=${one.red_flag ? "result-row flagged" : "result-row"}>
    <div class="stack tight">
      ${one.red_flag && html`<span class="tag flag"><${Icon} is="flag" />${say("red-flag")}</span>`}
      <b>${say(`question-${question}`)}</b><span class="soft">${one.too_few ? say("too-few", { n: one.answered }) : countWords(one)}</span></div>
    ${!one.too_few && html`<${Bars} counts=${one.counts ?? []} median=${one.median ?? 0} steps=${steps} />
      <p><b>${middle}</b><span class="aloud">. </span><br /><span class="soft">${spreadWords(one)}</span>
        ${was?.median !== undefined && html`<br /><span class="soft">${was.median === one.median ? say("before-same") : say("before-talk", { score: say(`score-${was.median}`) })}</span>`}</p>`}
    ${(one.reasons?.length ?? 0) > 0 && html`<${Fold} name=${whole ? null : `reasons/${of}-${question}`} look="reasons" usual=${whole} line=${html`<span class="soft">${say("reasons-count", { n: one.reasons?.length ?? 0 })}</span>`}><ul class="stack tight">${one.reasons?.map((reason, index) => html`<li key=${index}>${reason}</li>`)}</ul></${Fold}>`}
  </li>`;
}

/** How many gave which answer; the middle one is solid. @param {{ counts: readonly number[], median: number, steps: readonly number[] }} props */
function Bars({ counts, median, steps }) {
  const most = Math.max(1, ...counts);
  const aloud = listWords(steps.map((step) => say("bar-aloud", { score: say(`score-${step}`), n: counts[step - 1] ?? 0 })));
  return html`<div class=${steps.length === 3 ? "bars three" : "bars"} role="img" aria-label=${aloud}>
    ${steps.map((step) => html`<span key=${step} class=${step === median ? "middle" : ""}><b>${counts[step - 1] ?? 0}</b>
      <i style=${{ "--part": ((counts[step - 1] ?? 0) / most).toFixed(3) }}></i><small>${say(`score-${step}`)}</small></span>`)}</div>`;
}

/** Overall, with equal weights; ideas of the same merit share a place. @param {{ round: Round, open: string, choose: (idea: string) => void }} props */
export function Ranking({ round, open, choose }) {
  const numbers = numbersOf(round.by_merit);
  const unranked = round.order.filter((id) => !numbers.has(id));
  return html`<ol class="ranking">
    ${[...numbers].map(([id, place]) => html`<${Ranked} key=${id} round=${round} id=${id} place=${place} open=${open} choose=${choose} />`)}
    ${unranked.map((id) => html`<${Ranked} key=${id} round=${round} id=${id} place=${0} open=${open} choose=${choose} />`)}
  </ol>`;
}

/** @param {{ round: Round, id: string, place: number, open: string, choose: (idea: string) => void }} props */
function Ranked({ round, id, place, open, choose }) {
  const scored = /** @type {Scored} */ (round.ideas[id]);
  return html`<li><button type="button" aria-expanded=${open === id} onClick=${() => choose(open === id ? "" : id)}>
    <span class="order-number">${place || ""}</span>
    <span><b>${wordsOf(id)}</b><span class="soft">${meritWords(scored)}${scored.lens_moved && html` <span class="tag flag"><${Icon} is="flag" />${say("lens-moved")}</span>`}${scored.red_flags.length > 0 && html` <span class="tag flag"><${Icon} is="flag" />${say("red-flags", { n: scored.red_flags.length })}</span>`}</span></span>
    <${Icon} is=${open === id ? "down" : "right"} /></button></li>`;
}

/** @param {Scored} scored */
export function meritWords(scored) {
  if (scored.merit === undefined) return say("too-few-idea");
  return say("merit", { n: numberWords(scored.merit), lowest: say(`score-${scored.lowest_median ?? 3}`) });
}

/** Ideas that can be opened one by one. @param {{ round: Round, open: string, choose: (idea: string) => void }} props */
export function Results({ round, open, choose }) {
  const [now, before] = open ? roundsWith(open) : [];
  return html`<div class="stack">
    <p>${say("round-answered", { n: round.answered, of: round.asked })} ${say("round-not-heard", { n: Math.max(0, round.asked - round.answered) })}</p>
    <${Ranking} round=${round} open=${open} choose=${choose} />
    ${open && html`<section class="stack" aria-label=${wordsOf(open)}><h3>${wordsOf(open) || ideaOf(open)?.state}</h3><${ResultOf} round=${now ?? round} idea=${open} before=${before} /></section>`}
  </div>`;
}
