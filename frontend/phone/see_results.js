// What the last round of scoring says: the same for everybody, at the same moment.
import { html, useState } from "../html.js";
import { CommonGround } from "../components/common_ground.js";
import { Fold } from "../components/fold.js";
import { Results } from "../components/results.js";
import { lastRound, scoring } from "../ideas_state.js";
import { say } from "../words.js";

/** @type {import("./tasks").Task} */
export const resultsTask = {
  name: "results",
  line: () => say("round-answered", { n: lastRound.value?.answered ?? 0, of: lastRound.value?.asked ?? 0 }),
  isNow: () => false,
  isThere: () => Boolean(lastRound.value),
  Screen: SeeResults,
};

function SeeResults() {
  const round = lastRound.value;
  const rounds = scoring.value.order.length;
  // Of another round nothing is open yet.
  const [shown, setShown] = useState({ idea: "", rounds });
  if (!round) return null;
  return html`<section class="stack" aria-labelledby="results"><h2 id="results" class="card-title">${say("task-results")}</h2>
    <${Results} round=${round} open=${shown.rounds === rounds ? shown.idea : ""} choose=${(/** @type {string} */ idea) => setShown({ idea, rounds })} />
    <${Fold} name="bridge/open" look="card pad" line=${html`<b>${say("path-bridge")}</b>`}><${CommonGround} round=${round} /></${Fold}></section>`;
}
