// Decisions of the room's earlier meetings: those whose day has come are looked at again here, for all to see.
import { html, signal, useEffect, useState } from "../html.js";
import { askAsMe, may } from "../actions.js";
import { DecisionRecord } from "../components/decision_record.js";
import { Fold } from "../components/fold.js";
import { session } from "../state.js";
import { dateWords, say } from "../words.js";

/** @typedef {{ session_id: string, number: number, decision_id: string, due: boolean, here: boolean, decision: import("../decisions_state").Decision }} Earlier */

const found = signal(/** @type {Earlier[]} */ ([]));

/** How many wait to be looked at again. */
export function dueEarlier() {
  return found.value.filter((one) => one.due && !one.here).length;
}

/** Asked for once a page; they change in other meetings, and seldom. */
export function useEarlier() {
  const { id, number } = session.value;
  const reads = number > 1 && may("decision.review");
  useEffect(() => {
    if (reads) void read();
  }, [id, reads]);
}

async function read() {
  found.value = (await askAsMe("GET", "/earlier-decisions"))?.decisions ?? found.peek();
}

/** A decision that was brought here, with what single people said of it where it was taken: facilitators alone read that here. @param {string} id @param {import("../decisions_state").Decision} decision */
export function asSaidThen(id, decision) {
  const there = decision.origin && found.value.find((one) => one.decision_id === id)?.decision;
  return there ? { ...decision, dissents: there.dissents, late: there.late } : decision;
}

export function EarlierDecisions() {
  const waiting = found.value.filter((one) => !one.here);
  if (!waiting.length) return null;
  return html`<section class="stack" aria-labelledby="earlier"><h3 id="earlier">${say("earlier-title")}</h3><p class="soft">${say("earlier-means")}</p>
    ${waiting.map((one) => html`<${One} key=${one.decision_id} earlier=${one} />`)}</section>`;
}

/** @param {{ earlier: Earlier }} props */
function One({ earlier: { session_id, number, decision_id, due, decision } }) {
  const [asked, setAsked] = useState(false);
  const look = async () => {
    setAsked(true);
    if (await askAsMe("POST", "/earlier-decisions", { session_id, decision: decision_id })) await read();
    setAsked(false);
  };
  return html`<section class=${due ? "card pad next stack" : "card pad stack"} aria-label=${decision.statement}>
    <h4>${decision.statement}</h4>
    <p class="soft">${say("record-from", { n: number })} ${decision.review_at === undefined ? "" : say(due ? "earlier-due" : "earlier-later", { date: dateWords(decision.review_at) })}</p>
    <${Fold} name=${`record/${decision_id}`} line=${html`<b>${say("decide-read")}</b>`}><${DecisionRecord} id=${decision_id} decision=${decision} level=${5} /></${Fold}>
    ${session.value.status === "open" && html`<div class="row"><button type="button" class="button" aria-busy=${asked ? "true" : null} data-pending=${asked ? "" : null} onClick=${() => !asked && look()}>${say("earlier-look")}</button></div>`}
  </section>`;
}
