import { html } from "../html.js";
import { may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { Icon } from "../components/icon.js";
import { Watching } from "../components/watching.js";
import { people, person, you } from "../state.js";
import { say } from "../words.js";

/** Before the start: this page opens by itself. */
export function WaitingPage() {
  const me = person(you.value.participant);
  return html`<div class="stack loose waiting">
    <span class="notice-icon"><${Icon} is="clock" size=${32} /></span>
    <div class="stack tight">
      <h2 class="card-title">${say("waiting-title")}</h2>
      <p>${say("waiting-text")}</p>
    </div>
    <p class="soft">${say("waiting-here", { n: people.value.counts.here })}</p>
    <${Watching} />
    ${me && may("perspective.set") && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "about-me" })}>${say("waiting-about-me")}</button>`}
    ${me && html`<div class="card pad row apart">
      <span>${say("me-as", { name: me.name, place: say(`place-${me.place}-short`) })}</span>
      <button type="button" class="link strong" onClick=${() => (dialog.value = { is: "about-me" })}>${say("change")}</button></div>`}
  </div>`;
}
