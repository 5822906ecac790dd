import { html } from "../html.js";
import { CommonGround } from "../components/common_ground.js";
import { PickResult } from "../components/pick_result.js";
import { ResultOf, meritWords } from "../components/results.js";
import { picks } from "../standing_state.js";
import { scoring, wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** What was chosen to be talked about, and every round of scoring, the first one first: what each idea was answered, and where common ground lies. */
export function ScoresOf() {
  const { order, rounds } = scoring.value;
  return html`${picks.value.order.map((id) => {
    const pick = picks.value.by_id[id];
    return pick && html`<section key=${id} class="report-part"><${PickResult} pick=${pick} level=${2} /></section>`;
  })}${order.map((id, at) => {
    const round = rounds[id];
    return round && html`<${Round} key=${id} round=${round} before=${rounds[order[at - 1] ?? ""]} />`;
  })}`;
}

/** @param {{ round: import("../components/results.js").Round, before: import("../components/results.js").Round | undefined }} props */
function Round({ round, before }) {
  const ranked = round.by_merit.flat();
  const rows = [...ranked, ...round.order.filter((id) => !ranked.includes(id))];
  const title = `report-scores-${round.number}`;
  return html`<section class="report-part" aria-labelledby=${title}><h2 id=${title}>${say("results-of", { n: round.number })}</h2>
    <p>${say("round-answered", { n: round.answered, of: round.asked })} ${say("round-not-heard", { n: Math.max(0, round.asked - round.answered) })}</p>
    ${rows.map((id) => html`<article key=${id} class="report-idea stack tight"><h3>${wordsOf(id) || say("option-gone")}</h3>
      ${round.ideas[id]?.merit !== undefined && html`<p class="soft">${meritWords(round.ideas[id])}</p>`}
      <${ResultOf} round=${round} idea=${id} before=${before} whole /></article>`)}
    <h3>${say("path-bridge")}</h3><${CommonGround} round=${round} level=${4} />
  </section>`;
}
