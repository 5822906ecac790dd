// The result of a check: a sentence, how many answered, and a picture that says the same. Never a mean.
import { html } from "../html.js";
import { Fold } from "./fold.js";
import { numbersOf } from "../places.js";
import { nameOf } from "../state.js";
import { numberOf, placeOf, stepsOf } from "../standing_state.js";
import { listWords, say } from "../words.js";

/** @typedef {import("../standing_state.js").Check} Check */

/** The question, what the answers say, and the picture. @param {{ check: Check, level?: number }} props */
export function CheckResult({ check, level = 3 }) {
  const Title = `h${level}`;
  return html`<div class="result stack">
    <div class="stack tight">
      <${Title} class="result-asks">${check.asks}</${Title}>
      <p class="soft result-kind">${say(`check-${check.what}`)}</p>
    </div>
    <p class="result-says"><b>${says(check)}</b></p>
    <${Picture} check=${check} />
    <${Counted} of=${check} />
    <${Written} check=${check} level=${level + 1} />
  </div>`;
}

/** What the answers say, in one sentence. @param {Check} check */
function says(check) {
  if (check.too_few) return say("result-too-few");
  if (check.what === "ranked") return rankedSays(check);
  if (check.what === "temperature") {
    const [down = 0, level = 0, up = 0] = check.counts ?? [];
    return say("temperature-says", { up, level, down });
  }
  return say(`outcome-${check.what}-${check.outcome ?? "unanswered"}`);
}

/** @param {Check} check */
function rankedSays(check) {
  const [first = []] = check.places ?? [];
  if (!first.length || !check.answered) return say("ranked-none");
  const names = listWords(first.map((option) => `“${check.options[option]}”`));
  return say(first.length > 1 ? "ranked-tie" : "ranked-first", { names });
}

/** @param {{ check: Check }} props */
function Picture({ check }) {
  if (check.places) return html`<${Places} check=${check} />`;
  if (!check.counts) return null;
  const { counts, what } = check;
  const most = Math.max(1, ...counts);
  const steps = stepsOf(what);
  return html`<ul class="tally" style=${{ "--steps": steps.length }}>
    ${steps.map(({ value, words }) => {
      const n = counts[placeOf(what, value)] ?? 0;
      const who = check.by_name ? Object.keys(check.by_name).filter((id) => check.by_name?.[id] === value).map(nameOf).filter(Boolean) : [];
      return html`<li key=${value} class=${n ? "" : "none"}>
        <span class="tally-step">${numberOf(what, value) && html`<b>${numberOf(what, value)}</b> `}${words}</span>
        <span class="tally-bar" aria-hidden="true"><i style=${{ "--part": (n / most).toFixed(3) }}></i></span>
        <b class="tally-count">${n}</b>
        ${who.length > 0 && html`<span class="tally-who soft">${listWords(who)}</span>`}</li>`;
    })}
  </ul>`;
}

/** Places from the best on; who is tied stands together. @param {{ check: Check }} props */
function Places({ check }) {
  const { places = [], options, beats = [] } = check;
  const numbers = numbersOf(places);
  return html`<ol class="places">
      ${places.map((tied) => {
        const place = numbers.get(tied[0] ?? -1) ?? 0;
        return html`<li key=${place}><b class="place-number">${say("place-nth", { place })}</b>
          <span class="stack tight">${tied.map((option) => html`<span key=${option}>${options[option]}</span>`)}${tied.length > 1 && html`<span class="soft">${say("place-tied")}</span>`}</span></li>`;
      })}
    </ol>
    <${Fold} name=${`ranked-how/${check.asks}-${check.closed_at}`} lineLook="soft" line=${say("ranked-how")}><div class="stack tight">
      <p>${say("ranked-method")}</p>
      <ul class="stack tight">${options.flatMap((one, a) => options.map((other, b) => (a === b || !beats[a]?.[b] ? null : html`<li key=${`${a} ${b}`} class="soft">${say("ranked-beats", { n: beats[a]?.[b] ?? 0, one, other })}</li>`)))}</ul>
    </div></${Fold}>`;
}

/**
 * How many answered of how many, who was not asked, and whether what was said at opening was reached.
 * @param {{ of: { answered: number, asked: number, left_out: number, early: boolean } & Partial<Check> }} props
 */
export function Counted({ of }) {
  const { answered, asked, early, left_out, on_paper = 0, quorum = 0, threshold = 0, support = 0 } = of;
  const percent = answered ? Math.floor((100 * support) / answered) : 0;
  return html`<p class="soft counted">${say(early ? "counted-early" : "counted", { answered, asked })}
    <span class="counted-more">${on_paper > 0 && ` ${say("counted-paper", { n: on_paper })}`}
    ${left_out > 0 && ` ${say("counted-left-out", { n: left_out })}`}
    ${quorum > 0 && ` ${say(of.quorate ? "quorum-reached" : "quorum-missed", { quorum })}`}
    ${threshold > 0 && of.reached !== undefined && ` ${say(of.reached ? "threshold-reached" : "threshold-missed", { threshold, support, answered, percent })}`}</span></p>`;
}

/** What people wrote, without names; objections have what became of them. @param {{ check: Check, level: number }} props */
function Written({ check, level }) {
  const Title = `h${level}`;
  const { needs = [], reasons = [], objections } = check;
  const made = objections?.order.flatMap((id) => objections.by_id[id] ?? []) ?? [];
  return html`${made.length > 0 && html`<div class="stack tight"><${Title} class="result-part">${say("objections")}</${Title}><ul class="written">
      ${made.map((one, index) => html`<li key=${index}><span>${one.reason}</span>${one.needs && html` <span class="soft">${say("objection-needs", { needs: one.needs })}</span>`}
        <b class="written-state">${say(`objection-${one.state}`)}</b>${one.rule && html` <span class="soft">${say("objection-rule", { rule: one.rule })}</span>`}</li>`)}</ul></div>`}
    ${needs.length > 0 && html`<div class="stack tight"><${Title} class="result-part">${say("check-needs")}</${Title}><ul class="written">${needs.map((text, index) => html`<li key=${index}>${text}</li>`)}</ul></div>`}
    ${reasons.length > 0 && html`<div class="stack tight"><${Title} class="result-part">${say("check-worries")}</${Title}><ul class="written">${reasons.map((text, index) => html`<li key=${index}>${text}</li>`)}</ul></div>`}`;
}
