import { html, useState } from "../html.js";
import { now, second } from "../clock.js";
import { may } from "../actions.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { desk, nameOf, session, shortName } from "../state.js";
import { has, lengthWords, numberWords, say, timeWords } from "../words.js";
import { panels } from "./panels.js";

/** How long "quiet" lasts: without an agenda, about the length of a part of a meeting. */
const HUSH_MS = 20 * 60_000;

/** @typedef {import("../views").Nudge} Nudge */

/** @param {(one: Nudge) => boolean} wanted @returns {string[]} newest first */
function nudges(wanted) {
  const all = desk.value?.nudges;
  return all ? all.order.filter((id) => all.by_id[id] && wanted(/** @type {Nudge} */ (all.by_id[id]))) : [];
}
export const newNudges = () => nudges((one) => one.state === "new");
export const earlierNudges = () => nudges((one) => one.state !== "new");

/** The headline of a nudge and, in words, the figures that caused it. @param {Nudge} one */
function words(one) {
  const name = shortName(one.subject);
  const facts = one.facts;
  const args = {
    name,
    quiet: lengthWords(facts.quiet_ms ?? 0),
    talk: lengthWords(facts.talk_ms ?? 0),
    window: lengthWords(facts.window_ms ?? 0),
    asked: lengthWords(facts.threshold_ms ?? 0),
    percent: Math.round((facts.share ?? 0) * 100),
    fair: Math.round((facts.limit_share ?? 0) * 100),
    ratio: numberWords(facts.ratio ?? 0),
    part: partWords(facts.ratio ?? 0),
    people: facts.people ?? 0,
    waiting: facts.waiting ?? 0,
  };
  const rule = has(`nudge-${one.rule}`) ? one.rule : "other";
  return { head: say(`nudge-${rule}`, args), calm: say(`nudge-${rule}-calm`, args), fine: say(`nudge-${rule}-${one.actions.includes("ask_privately") ? "fine" : "ask"}`, args), short: say(`nudge-${rule}-short`, args), why: say(`nudge-${rule}-why`, args) };
}

/** A ratio as people say it. @param {number} ratio */
function partWords(ratio) {
  const parts = /** @type {const} */ ([[0.07, "none"], [0.18, "tenth"], [0.29, "quarter"], [0.4, "third"], [0.6, "half"], [0.85, "most"]]);
  return say(`part-${parts.find(([below]) => ratio < below)?.[1] ?? "even"}`);
}

/** The calm view: one line, and where to see more. */
export function NudgeLine() {
  const [id] = newNudges();
  const one = id ? desk.value?.nudges.by_id[id] : undefined;
  if (!one || !id) return null;
  const { head, calm } = words(one);
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
  const [earlier, setEarlier] = useState(!underWay);
  const fresh = newNudges();
  const past = earlierNudges();
  void second.value;
  const hushed = desk.value?.nudges.hushed_until ?? 0;
  return html`<section class="card care nudge-card" aria-labelledby="nudges">
    <div class="row apart">
      <span class="row"><h2 class="tag care" id="nudges"><${Icon} is="leaf" />${say("panel-nudges")}</h2>
        ${underWay && html`<span class="soft">${say("nudges-new", { n: fresh.length })}</span>`}
        ${past.length > 0 && html`<button type="button" class="link" aria-expanded=${earlier} onClick=${() => setEarlier(!earlier)}>${say("nudges-earlier", { n: past.length })}</button>`}</span>
      ${underWay && may("nudges.hush") && (hushed > now()
        ? html`<span class="row"><span class="soft">${say("hushed", { time: timeWords(hushed) })}</span><${Press} command=${{ do: "nudges.hush", for_ms: 0 }} class="link">${say("hush-end")}</${Press}></span>`
        : html`<${Press} command=${{ do: "nudges.hush", for_ms: HUSH_MS }} class="link">${say("hush")}</${Press}>`)}
    </div>
    ${fresh.length ? html`<${Fresh} key=${fresh[0]} id=${fresh[0]} />` : underWay ? html`<p class="soft">${say("nudges-none")}</p>` : past.length === 0 && html`<p class="soft">${say("nudges-of-none")}</p>`}
    ${earlier && html`<ul class="earlier">${past.map((id) => html`<${Past} key=${id} id=${id} />`)}</ul>`}
  </section>`;
}

/** @param {{ id: string }} props */
function Fresh({ id }) {
  const [why, setWhy] = useState(false);
  const one = desk.value?.nudges.by_id[id];
  if (!one) return null;
  const said = words(one);
  const [first, ...others] = one.actions;
  return html`<p><b>${said.head}</b> ${said.fine}</p>
    <p class="soft">${said.short} <button type="button" class="link" aria-expanded=${why} onClick=${() => setWhy(!why)}>${say("why")}</button></p>
    ${why && html`<p class="soft">${said.why}</p>`}
    <div class="row">
      ${first && html`<${Press} command=${{ do: "nudge.act", nudge: id, action: first }} class="button solid care">${say(`action-${first}`)}</${Press}>`}
      ${others.map((action) => html`<${Press} key=${action} command=${{ do: "nudge.act", nudge: id, action }}>${say(`action-${action}`)}</${Press}>`)}
      <${Press} command=${{ do: "nudge.dismiss", nudge: id }} class="button bare">${say("leave-it")}</${Press}>
    </div>`;
}

/** What became of one, beside how often people come by themselves. @param {{ id: string }} props */
function Past({ id }) {
  const one = desk.value?.nudges.by_id[id];
  if (!one) return null;
  const came = one.effect ? Object.entries(one.effect).find(([, yes]) => yes) : undefined;
  const known = one.effect && Object.keys(one.effect).length > 0;
  const outcome = came ? say("effect-came", { length: lengthWords(Number(came[0])) }) : known ? say("effect-not") : "";
  const base = desk.value?.nudges.baseline?.["180000"];
  return html`<li><span class="soft">${timeWords(one.raised_at)}</span><span><b>${say(has(`past-${one.rule}`) ? `past-${one.rule}` : "past-other", { name: nameOf(one.subject) })}</b>
    ${" "}${say(`life-${one.state}`, { action: one.action ? say(`done-${one.action}`) : "" })} ${one.answer ? say(`answer-${one.answer}`) : ""} ${outcome}
    ${" "}${outcome && one.rule === "quiet_voice" ? html`<span class="soft">${base?.enough ? say("baseline", { came: base.came, cases: base.cases }) : say("baseline-few")}</span>` : null}</span></li>`;
}
