import { html } from "../html.js";
import { now, second } from "../clock.js";
import { may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { agenda, desk, session } from "../state.js";
import { dialog } from "../dialog_state.js";
import { lengthWords, say, timeWords } from "../words.js";
import { baselineWords, nudgeWords, pastWords } from "./nudge_words.js";
import { panels } from "./panel_state.js";

/** How long "quiet" lasts: without an agenda, about the length of a part of a meeting. */
const HUSH_MS = 20 * 60_000;
const LATER_MS = 10 * 60_000;
/** Says what was done without this page, and does nothing: where this page can do something, it stands below that. */
const DONE_ALREADY = "by_voice";

/** @typedef {import("../views").Nudge} Nudge */

/** @param {(one: Nudge) => boolean} wanted @returns {string[]} newest first */
function nudges(wanted) {
  const all = desk.value?.nudges;
  return all ? all.order.filter((id) => all.by_id[id] && wanted(/** @type {Nudge} */ (all.by_id[id]))) : [];
}
export const newNudges = () => nudges((one) => one.state === "new");
export const earlierNudges = () => nudges((one) => one.state !== "new");

/** The calm view: one line, and where to see more. */
export function NudgeLine() {
  const [id] = newNudges();
  const one = id ? desk.value?.nudges.by_id[id] : undefined;
  if (!one || !id) return null;
  const { head, calm } = nudgeWords(one);
  return html`<section class="card care nudge-line" aria-label=${say("panel-nudges")}>
    <span class="tag care"><${Icon} is="leaf" /></span>
    <p><b>${head}</b> ${calm}</p>
    <${Press} command=${{ do: "nudge.dismiss", nudge: id }} class="button bare">${say("leave-it")}</${Press}>
    <button type="button" class="button" onClick=${() => (panels.value = { ...panels.value, nudges: true })}>${say("nudge-see")}</button>
  </section>`;
}

export function NudgeCard() {
  const underWay = session.value.status === "open";
  // After the end there is nothing new to come: what there was is shown at once.
  const [earlier, setEarlier] = useDraft("nudges-earlier/open", !underWay);
  const fresh = newNudges();
  const past = earlierNudges();
  void second.value;
  const hushed = desk.value?.nudges.hushed_until ?? 0;
  return html`<section class="card care nudge-card" aria-labelledby="nudges">
    <div class="row apart">
      <span class="row"><h2 class="tag care" id="nudges"><${Icon} is="leaf" />${say("panel-nudges")}</h2>
        ${underWay && html`<span class="soft">${say("nudges-new", { n: fresh.length })}</span>`}
        ${past.length > 0 && html`<button type="button" class="link" aria-expanded=${earlier} onClick=${() => setEarlier(!earlier)}>${say("nudges-earlier", { n: past.length })}</button>`}</span>
      ${underWay && may("nudges.hush") && html`<span class="row">${hushed > now() ? html`<${Hushed} until=${hushed} />` : html`<${Hush} />`}
        <button type="button" class="link" onClick=${() => (dialog.value = { is: "nudging" })}>${say("nudging-open")}</button></span>`}
    </div>
    ${fresh.length ? html`<${Fresh} key=${fresh[0]} id=${fresh[0]} />` : underWay ? html`<p class="soft">${say("nudges-none")}</p>` : past.length === 0 && html`<p class="soft">${say("nudges-of-none")}</p>`}
    ${earlier && html`<ul class="earlier">${past.map((id) => html`<${Past} key=${id} id=${id} />`)}</ul>`}
  </section>`;
}

/** Quiet: until the next item where one comes, else for a while. */
function Hush() {
  const { order, by_id, current } = agenda.value;
  const more = order.slice(current ? order.indexOf(current) + 1 : 0).some((id) => by_id[id]?.started_at === undefined && !by_id[id]?.skipped);
  return more
    ? html`<${Press} command=${{ do: "nudges.hush", until_item: true }} class="link">${say("hush-item")}</${Press}>`
    : html`<${Press} command=${{ do: "nudges.hush", for_ms: HUSH_MS }} class="link">${say("hush")}</${Press}>`;
}

/** @param {{ until: number }} props */
function Hushed({ until }) {
  return html`<span class="soft">${desk.value?.nudges.hushed_for_item ? say("hushed-item") : say("hushed", { time: timeWords(until) })}</span>
    <${Press} command=${{ do: "nudges.hush", for_ms: 0 }} class="link">${say("hush-end")}</${Press}>`;
}

/** @param {{ id: string }} props */
function Fresh({ id }) {
  const [why, setWhy] = useDraft(`nudge-why/${id}`, false);
  const one = desk.value?.nudges.by_id[id];
  if (!one) return null;
  const said = nudgeWords(one);
  const doable = one.actions.filter((action) => action !== DONE_ALREADY);
  const below = doable.length > 0 && doable.length < one.actions.length;
  const [first, ...others] = below ? doable : one.actions;
  return html`<p><b>${said.head}</b> ${said.ask}</p>
    <p class="soft">${said.short} <button type="button" class="link" aria-expanded=${why} onClick=${() => setWhy(!why)}>${say("why")}</button></p>
    ${why && html`<p class="soft">${said.why}</p>`}
    <div class="row">
      ${first && html`<${Press} command=${{ do: "nudge.act", nudge: id, action: first }} class="button solid care">${say(`action-${first}`)}</${Press}>`}
      ${others.map((action) => html`<${Press} key=${action} command=${{ do: "nudge.act", nudge: id, action }}>${say(`action-${action}`)}</${Press}>`)}
      <${Press} command=${{ do: "nudge.dismiss", nudge: id }} class="button bare">${say("leave-it")}</${Press}>
    </div>
    ${may("nudges.mute") && html`<p class="row soft">
      ${below && html`<${Press} command=${{ do: "nudge.act", nudge: id, action: DONE_ALREADY }} class="link">${say(`action-${DONE_ALREADY}`)}</${Press}>`}
      <${Press} command=${{ do: "nudge.dismiss", nudge: id, snooze_ms: LATER_MS }} class="link">${say("nudge-later")}</${Press}>
      <${Press} command=${{ do: "nudges.mute", kind: one.rule }} class="link">${say("nudge-mute")}</${Press}></p>`}`;
}

/** What became of one, beside how often people come by themselves. @param {{ id: string }} props */
function Past({ id }) {
  const one = desk.value?.nudges.by_id[id];
  if (!one) return null;
  const came = one.effect ? Object.entries(one.effect).find(([, yes]) => yes) : undefined;
  const known = one.effect && Object.keys(one.effect).length > 0;
  const outcome = came ? say("effect-came", { length: lengthWords(Number(came[0])) }) : known ? say("effect-not") : "";
  const base = desk.value?.nudges.baseline[one.rule];
  return html`<li><span class="soft">${timeWords(one.raised_at)}</span><span><b>${pastWords(one)}</b>
    ${" "}${say(`life-${one.state}`, { action: one.action ? say(`done-${one.action}`) : "" })} ${one.answer ? say(`answer-${one.answer}`) : ""} ${outcome}
    ${" "}${outcome || !base ? html`<span class="soft">${baselineWords(one.rule, base)}</span>` : null}</span></li>`;
}
