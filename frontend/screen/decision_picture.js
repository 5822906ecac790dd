// On the shared screen: the decision that is being written down, or the one that was just accepted. The record is on people's own screens.
import { html } from "../html.js";
import { now, second } from "../clock.js";
import { decided, drafted, ledger, toldAt } from "../decisions_state.js";
import { say } from "../words.js";

/** Long enough for everybody to take it in; then the queue has the room again. */
const FRESH_MS = 10 * 60_000;

/** Null: nothing is being written down, and what was decided is no news any more. */
export function decisionNow() {
  void second.value;
  return drafted.value || (decided.value.length > 0 && now() - toldAt.value < FRESH_MS) ? html`<${DecisionPicture} level=${1} />` : null;
}

/** What is being decided, or was decided last. @param {{ level?: number }} props */
export function DecisionPicture({ level = 2 }) {
  const Title = `h${level}`;
  const record = drafted.value ?? ledger.value.by_id[decided.value[0] ?? ""];
  if (!record) return null;
  return html`<section class=${drafted.value ? "card you projector-decision" : "card floor projector-decision"} aria-label=${say("decisions")}>
    <p>${say(drafted.value ? "screen-draft" : "screen-decided")}</p><${Title}>${record.statement || say("record-no-words")}</${Title}>
    <p class="soft">${record.accepted ? say("record-agreed", { n: record.accepted.agreed, of: record.accepted.answered }) : ""} ${record.open_points.length ? say("record-open", { n: record.open_points.length }) : ""}</p>
  </section>`;
}
