// On the shared screen: a decision that is being written down, was just accepted, or is looked at again. The record is on people's own screens.
import { html } from "../html.js";
import { say } from "../words.js";

/** @param {{ record: import("../decisions_state").Decision, level?: number }} props */
export function DecisionPicture({ record, level = 2 }) {
  const Title = `h${level}`;
  const written = record.state === "draft";
  const review = record.reviews.findLast((one) => !one.number);
  return html`<section class=${written ? "card you projector-decision" : "card floor projector-decision"} aria-label=${say("decisions")}>
    <p>${say(written ? "screen-draft" : review || record.origin ? "screen-again" : "screen-decided")}</p><${Title}>${record.statement || say("record-no-words")}</${Title}>
    <p class="soft">${record.accepted ? say("record-agreed", { n: record.accepted.agreed, of: record.accepted.answered }) : ""} ${record.open_points.length ? say("record-open", { n: record.open_points.length }) : ""}</p>
    ${review && html`<p><b>${say(`came-${review.came}`)}</b> ${review.text}</p>
      ${record.sure.lowest !== undefined && html`<p class="soft">${say("record-sure", { lowest: record.sure.lowest, highest: record.sure.highest ?? 0, middle: record.sure.middle ?? 0 })}</p>`}`}
  </section>`;
}
