// One line that is always there: a quick temperature with one click; while something is asked, how far it is.
import { html } from "../html.js";
import { may } from "../actions.js";
import { CheckResult } from "../components/check_result.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { isSeen, see } from "../phone/seen_results.js";
import { checks, newestFirst, surveys } from "../standing_state.js";
import { say } from "../words.js";

export function CheckLine() {
  const { open } = checks.value;
  const survey = surveys.value.open;
  const [newest] = newestFirst(checks.value);
  const fresh = !open && newest && newest[1].what === "temperature" && !isSeen(newest[0]) ? newest : undefined;
  return html`<section class="card check-line stack" aria-label=${say("check-line")}>
    ${open ? html`<${Asked} words=${open.asks} open=${open} command=${{ do: "check.close", check: open.id }} />`
      : may("check.open") && html`<div class="row apart"><span class="row"><${Icon} is="check" /><b>${say("check-line")}</b></span>
        <${Press} command=${{ do: "check.open", what: "temperature", asks: say("temperature-asks") }} class="button">${say("temperature-quick")}</${Press}></div>`}
    ${survey && html`<${Asked} words=${say("hard-question")} open=${survey} command=${{ do: "resistance.close", survey: survey.id }} />`}
    ${fresh && html`<${CheckResult} check=${fresh[1]} /><div class="row"><button type="button" class="button" onClick=${() => see(fresh[0])}>${say("result-read")}</button></div>`}
  </section>`;
}

/** @param {{ words: string, open: { answered: number, asked: number }, command: import("../views").Command }} props */
function Asked({ words, open, command }) {
  return html`<div class="row apart"><span><b>${words}</b> <span class="soft">${say("asked-of", { n: open.answered, of: open.asked })}</span></span>
    <${Press} command=${command} class="button">${say(open.answered < open.asked ? "close-early" : "close-now", { n: open.asked - open.answered })}</${Press}></div>`;
}
