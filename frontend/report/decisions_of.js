import { html } from "../html.js";
import { DecisionRecord, NeedsTable } from "../components/decision_record.js";
import { say } from "../words.js";

/** What was decided, and what came of what people need. @param {{ ledger: any, nameOf?: (id: string) => string }} props */
export function DecisionsOf({ ledger, nameOf }) {
  if (!ledger) return null;
  const { order, by_id, needs } = ledger;
  return html`${order.length > 0 && html`<section class="report-part" aria-labelledby="report-decisions"><h2 id="report-decisions">${say("decisions")}</h2>
      ${order.map((/** @type {string} */ id) => html`<${DecisionRecord} key=${id} id=${id} decision=${by_id[id]} level=${3} nameOf=${nameOf} />`)}</section>`}
    ${needs.order.length > 0 && html`<section class="report-part" aria-labelledby="report-needs"><h2 id="report-needs">${say("said-title")}</h2>
      <${NeedsTable} needs=${needs} /></section>`}`;
}
