// All results of this meeting, for who wants to see one again.
import { html } from "../html.js";
import { useDraft } from "../behaviours/draft.js";
import { CheckResult } from "../components/check_result.js";
import { HardResult } from "../components/hard_result.js";
import { Icon } from "../components/icon.js";
import { checks, newestFirst, surveys } from "../standing_state.js";
import { say } from "../words.js";

export function CameOfIt() {
  const [open, setOpen] = useDraft("results-all/open", false);
  const n = checks.value.order.length + surveys.value.order.length;
  if (!n) return null;
  return html`<section class="card quiet-card">
    <button type="button" class="fold" aria-expanded=${open} onClick=${() => setOpen(!open)}><${Icon} is="check" /><span>${say("results-all", { n })}</span><${Icon} is=${open ? "down" : "right"} /></button>
    ${open && html`<div class="fold-body stack loose">
      ${newestFirst(checks.value).map(([id, check]) => html`<${CheckResult} key=${id} check=${check} level=${2} />`)}
      ${newestFirst(surveys.value).map(([id, survey]) => html`<${HardResult} key=${id} survey=${survey} level=${2} />`)}
    </div>`}
  </section>`;
}
