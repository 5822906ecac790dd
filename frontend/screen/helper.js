// A helper's phone has one job: tap who speaks, raise hands for people, or take notes. Names as large targets,
// nothing private.
import { html } from "../html.js";
import { isHeard, tapOff, tapOn, tapped } from "../behaviours/tap_speech.js";
import { useWakeLock } from "../behaviours/wake_lock.js";
import { Icon } from "../components/icon.js";
import { Brief, ItemLine } from "../components/item.js";
import { NoteForm, NoteList } from "../components/notes.js";
import { Press } from "../components/press.js";
import { Purpose } from "../components/shell.js";
import { Wire } from "../components/wire.js";
import { byTurns, people, queue, session, shortName, you } from "../state.js";
import { listWords, say } from "../words.js";

export function Helper() {
  const { name, status, purpose } = session.value;
  useWakeLock(status === "open");
  return html`<header class="phone-head"><h1>${name}</h1><${Wire} /><${Purpose} is=${purpose} /></header>
    <main id="main" class="helper">
      ${status === "planned" ? html`<${Words} icon="clock" title="helper-planned" text=${`helper-planned-${you.value.scope}`} />`
        : status === "ended" ? html`<${Words} icon="check" title="ended-title" text="helper-ended" />` : html`<${JOBS[you.value.scope ?? "tap"] ?? Names} />`}
      <${Brief} />
    </main>`;
}

/** @param {{ icon: string, title: string, text: string }} props */
function Words({ icon, title, text }) {
  return html`<div class="stack waiting"><span class="notice-icon"><${Icon} is=${icon} size=${32} /></span><h2 class="card-title">${say(title)}</h2><p>${say(text)}</p></div>`;
}

/** Who is here and takes part. */
function present() {
  const { order, by_id } = people.value;
  return order.filter((id) => by_id[id]?.here && by_id[id]?.role !== "observer");
}

/** Tap whose hand is up, and again when it is down. */
function Hands() {
  const here = present();
  const { hands, closed } = queue.value;
  return html`<p class="helper-words" role="status">${say("helper-hands", { n: Object.keys(hands).length })}</p>
    ${closed && html`<p class="soft">${say("helper-closed")}</p>`}
    ${here.length === 0 && html`<p class="soft">${say("helper-nobody")}</p>`}
    <div class="helper-names">
      ${here.map((id) => html`<${Press} key=${id} command=${{ do: hands[id] ? "hand.lower" : "hand.raise", participant: id }} class=${hands[id] ? "button solid you" : "button"} pressed=${Boolean(hands[id])}>
        ${hands[id] && html`<${Icon} is="hand" />`}<span>${people.value.by_id[id]?.name}</span></${Press}>`)}
    </div>`;
}

/** Write down what is said; it stands below what is on. */
function Noting() {
  return html`<p><${ItemLine} /></p><${NoteForm} /><${NoteList} />`;
}

function Names() {
  const { by_id } = people.value;
  const here = present();
  const heard = here.filter(isHeard);
  const mine = tapped.value.size > 0;
  return html`<p class="helper-words" role="status">${heard.length
      ? say("is-speaking", { name: listWords(heard.map(shortName)), n: heard.length })
      : say("helper-tap")}</p>
    ${byTurns.value && html`<p class="soft">${say("helper-queue")}</p>`}
    ${here.length === 0 && html`<p class="soft">${say("helper-nobody")}</p>`}
    <div class="helper-names">
      ${here.map((id) => html`<button type="button" key=${id} class=${isHeard(id) ? "button solid floor" : "button"} aria-pressed=${isHeard(id)}
        onClick=${() => (isHeard(id) ? tapOff(id) : tapOn(id, true))}>${isHeard(id) && html`<${Icon} is="mic" />`}<span>${by_id[id]?.name}</span></button>`)}
    </div>
    <button type="button" class="button wide helper-none" aria-disabled=${mine ? null : "true"} onClick=${() => { for (const who of tapped.value) void tapOff(who); }}>${say("helper-none")}</button>`;
}

/** @type {Record<string, () => unknown>} */
const JOBS = { tap: Names, hands: Hands, notes: Noting };
