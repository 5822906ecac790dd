import { html } from "../html.js";
import { may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { people, session } from "../state.js";
import { say } from "../words.js";
import { LeadChoice } from "./lead_line.js";
import { PerspectivesAsked } from "./perspectives_part.js";
import { Invite } from "./share_dialog.js";

/** Before the start: let people in, open the meeting; what could be set otherwise stands below. */
export function StartCard() {
  const { code } = session.value;
  return html`<section class="card start-card" aria-labelledby="start">
    <div class="stack tight"><h2 id="start" class="big-name">${say("start-card-title")}</h2>
      <p class="soft">${say("start-card-text")}</p></div>
    <${Invite} code=${code} />
    <div class="stack">
      <p role="status">${say("start-card-here", { n: people.value.counts.here })}</p>
      ${may("session.open") && html`<${Press} command=${{ do: "session.open" }} class="button solid floor main">${say("start-card-go")}</${Press}>`}
      <div class="row">
        <button type="button" class="button" onClick=${() => (dialog.value = { is: "seat" })}><${Icon} is="plus" />${say("seat-title")}</button>
        <button type="button" class="button" onClick=${() => (dialog.value = { is: "share" })}><${Icon} is="screen" />${say("start-card-screen")}</button>
      </div>
    </div>
    <div class="stack">
      <${PerspectivesAsked} />
      <${LeadChoice} />
    </div>
  </section>`;
}
