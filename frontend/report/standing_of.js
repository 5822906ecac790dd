import { html } from "../html.js";
import { CheckResult } from "../components/check_result.js";
import { HardResult } from "../components/hard_result.js";
import { NeedsOf } from "../components/hard_needs.js";
import { checks, surveys } from "../standing_state.js";
import { say } from "../words.js";

/** What was hard to live with, and where everybody stood: every time that it was asked, the first one first. */
export function StandingOf() {
  return html`${surveys.value.order.length > 0 && html`<section class="report-part" aria-labelledby="report-hard"><h2 id="report-hard">${say("path-hard")}</h2>
      ${surveys.value.order.map((id) => {
        const one = surveys.value.by_id[id];
        return one && html`<${HardResult} key=${id} survey=${one} /><${NeedsOf} key=${`${id} needs`} survey=${one} />`;
      })}</section>`}
    ${checks.value.order.length > 0 && html`<section class="report-part" aria-labelledby="report-checks"><h2 id="report-checks">${say("path-check")}</h2>
      ${checks.value.order.map((id) => {
        const one = checks.value.by_id[id];
        return one && html`<${CheckResult} key=${id} check=${one} />`;
      })}</section>`}`;
}
