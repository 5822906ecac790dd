import { html, useState } from "../html.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { newestFirst, surveys } from "../standing_state.js";
import { room, you } from "../state.js";
import { has, lengthWords, say } from "../words.js";
import { mayWrite, writing } from "./write_instead.js";

/** What is for me alone: an invitation as a card, a note closed until I open it. Newest first; answered ones go. */
export function Notes() {
  const mine = you.value.invitations;
  if (!mine) return null;
  const open = mine.order.filter((id) => mine.by_id[id]?.state === "new");
  return html`${open.map((id) => {
    const one = /** @type {import("../views").Invitation} */ (mine.by_id[id]);
    return one.kind === "invitation" ? html`<${Invitation} key=${id} nudge=${id} />` : html`<${Note} key=${id} nudge=${id} one=${one} />`;
  })}`;
}

/** @param {{ nudge: string }} props */
function Invitation({ nudge }) {
  const answer = (/** @type {string} */ words) => ({ do: "invitation.answer", nudge, answer: words });
  return html`<section class="card pad care stack" aria-labelledby=${`card-${nudge}`}>
    <p class="tag care"><${Icon} is="leaf" />${say("invitation-from")}</p>
    <h2 id=${`card-${nudge}`} class="card-title">${say("invitation-title")}</h2>
    <p>${say(mayWrite() ? "invitation-text" : "invitation-text-in-group")}</p>
    <${Press} command=${answer("speak_next")} class="button solid care wide">${say("invitation-speak-next")}</${Press}>
    ${mayWrite() && html`<${Press} command=${answer("write")} done=${() => (writing.value = true)} class="button wide">${say("invitation-write")}</${Press}>`}
    <div class="halves">
      <${Press} command=${answer("not_now")} class="button">${say("invitation-not-now")}</${Press}>
      <${Press} command=${answer("not_today")} class="button">${say("invitation-not-today")}</${Press}>
    </div>
  </section>`;
}

/** What people said they would need to come along with the idea that the talk is about. */
function Needed() {
  const idea = room.value.ideas.focus;
  const said = newestFirst(surveys.value).flatMap(([, survey]) => survey.needs.order.flatMap((ask) => {
    const need = survey.needs.by_id[ask];
    return need && need.option === idea ? [need.text] : [];
  }));
  if (!said.length) return html`<p class="soft">${say("note-pushing-none")}</p>`;
  return html`<div class="stack tight"><p><b>${say("note-pushing-needs")}</b></p><ul class="written">${said.map((text) => html`<li key=${text}>${text}</li>`)}</ul></div>`;
}

/** @param {{ nudge: string, one: import("../views").Invitation }} props */
function Note({ nudge, one }) {
  const { rule, facts, tone } = one;
  const [open, setOpen] = useState(false);
  const words = has(`note-${rule}`) ? `note-${rule}` : "note-other";
  if (!open) {
    return html`<section class="card pad care note" aria-label=${say("note-title")}>
      <span class="tag care"><${Icon} is="envelope" /></span>
      <p><b>${say("note-title")}</b><br /><span class="soft">${say("note-only-you")}</span></p>
      <button type="button" class="button" onClick=${() => setOpen(true)}>${say("note-open")}</button>
    </section>`;
  }
  return html`<section class="card pad care stack" aria-label=${say("note-title")}>
    <p class="note-head"><span class="tag care"><${Icon} is="envelope" />${say("note-title")}</span><span class="soft">${say("note-only-you")}</span></p>
    <p>${say(words, { tone: tone ?? "warm", talk: lengthWords(facts.talk_ms ?? 0), limit: lengthWords(facts.limit_ms ?? 0), window: lengthWords(facts.window_ms ?? 0), times: facts.times ?? 0 })}</p>
    ${rule === "pushing" && html`<${Needed} />`}
    <${Press} command=${{ do: "nudge.dismiss", nudge }} class="button wide">${say("note-read")}</${Press}>
    ${one.may_opt_out && html`<${Press} command=${{ do: "nudges.mute", kind: rule }} class="button bare wide">${say("note-not-again")}</${Press}>`}
  </section>`;
}
