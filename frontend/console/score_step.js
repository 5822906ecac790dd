// Scores: everybody scores alone, all see all results at once; talk, and score again.
import { html, signal, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { Fold } from "../components/fold.js";
import { Press } from "../components/press.js";
import { perspectiveWords } from "../components/perspective.js";
import { QUESTIONS, Results } from "../components/results.js";
import { ideaOf, ideas, lastRound, scoring, waysFor, wordsOf } from "../ideas_state.js";
import { desk, room } from "../state.js";
import { say } from "../words.js";
import { openStep } from "./path_state.js";

/** @type {import("./path").Step} */
export const scoreStep = {
  name: "scores",
  line: () => {
    const { open } = scoring.value;
    if (open) return say("answered-of", { n: open.answered, of: open.asked });
    return lastRound.value ? say("rounds-count", { n: scoring.value.order.length }) : say("rounds-none");
  },
  isNow: () => Boolean(scoring.value.open),
  Panel: ScorePanel,
};

/** Which idea's answers are open; it stays so from step to step. */
const shown = signal("");

function ScorePanel() {
  const { open } = scoring.value;
  const round = lastRound.value;
  return html`${open && html`<${Open} round=${open} />`}
    ${round && html`<section class="stack" aria-labelledby="results"><h3 id="results">${say("results-of", { n: round.number })}</h3>
      <${Results} round=${round} open=${shown.value} choose=${(/** @type {string} */ idea) => (shown.value = idea)} />
      ${shown.value && may("idea.focus") && html`<${ShowIt} idea=${shown.value} />`}</section>`}
    ${!open && html`<${Begin} again=${round?.order} />`}`;
}

/** What is under discussion is what the shared screen shows. @param {{ idea: string }} props */
function ShowIt({ idea }) {
  const on = ideas.value.focus === idea;
  return html`<div class="row"><${Press} command=${{ do: "idea.focus", ...(on ? {} : { idea }) }} pressed=${on}>${say(on ? "focus-end" : "focus-show")}</${Press}></div>`;
}

/** Needs that only one of these is for, and nobody was asked for other ways. @param {readonly string[]} wanted */
function lonely(wanted) {
  const of = new Set(wanted.map((id) => ideaOf(id)?.need ?? ""));
  return [...of].filter((need) => ideaOf(need)?.state === "published" && !ideaOf(need)?.ways_asked && waysFor(need).length === 1);
}

/** @param {{ again: readonly string[] | undefined }} props  what was scored last */
function Begin({ again }) {
  const id = useId();
  const [scale, setScale] = useState(/** @type {"words" | "faces"} */ ("words"));
  if (!may("score.open")) return null;
  const { shortlist } = ideas.value;
  const second = again && shortlist.length > 0 && shortlist.every((one) => again.includes(one));
  const alone = lonely(shortlist);
  if (!shortlist.length) return html`<div class="row"><p class="soft">${say("score-none-chosen")}</p><button type="button" class="button" onClick=${() => openStep("choose")}>${say("path-choose")}</button></div>`;
  const ask = (/** @type {string} */ need) => void act({ do: "idea.collect", need }).then((told) => told && openStep("needs"));
  return html`<form class="stack" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void act({ do: "score.open", scale, even_so: alone.length > 0, lens: Object.entries(lens.value).flatMap(([question, perspective]) => (perspective ? [{ question: /** @type {typeof QUESTIONS[number]} */ (question), perspective, weight: DOUBLE }] : [])) }); }}>
    <p>${say(second ? "score-again-means" : "score-means", { n: shortlist.length })}</p>
    <div class="field half"><label for=${id}>${say("scale")}</label><select id=${id} value=${scale} onChange=${(/** @type {any} */ event) => setScale(event.target.value)}>
      ${["words", "faces"].map((one) => html`<option key=${one} value=${one}>${say(`scale-${one}`)}</option>`)}</select></div>
    ${room.value.perspectives.labels.length > 1 && html`<${Lens} />`}
    ${alone.length > 0 && html`<div class="card pad care stack"><p>${say("one-way", { n: alone.length })}</p>
      <ul class="stack">${alone.map((need) => html`<li key=${need} class="row apart"><b>${wordsOf(need)}</b>
        <button type="button" class="button" aria-label=${say("ways-ask-which", { need: wordsOf(need) })} onClick=${() => ask(need)}>${say("ways-ask")}</button></li>`)}</ul></div>`}
    <div class="row"><button class=${alone.length ? "button" : "button solid floor"}>${say(alone.length ? "score-even-so" : second ? "score-again" : "score-go")}</button></div>
  </form>`;
}

/** How much the answers of one kind of experience count in the second result; the server takes no more. */
const DOUBLE = 2;

/** For each question whose answers count double in the second result; it stays as chosen for the next round. */
const lens = signal(/** @type {Record<string, string>} */ ({}));

/** Said before anybody scores, in a second result beside the equal one. */
function Lens() {
  const id = useId();
  return html`<${Fold} name="lens/open" usual=${Object.values(lens.value).some(Boolean)} line=${html`<b>${say("lens")}</b>`}><div class="stack"><p class="soft">${say("lens-means")}</p>
    <div class="thirds">${QUESTIONS.map((question) => html`<div key=${question} class="field"><label for=${`${id}-${question}`}>${say(`question-${question}`)}</label>
      <select id=${`${id}-${question}`} value=${lens.value[question] ?? ""} onChange=${(/** @type {any} */ event) => (lens.value = { ...lens.value, [question]: event.target.value })}>
        <option value="">${say("lens-nobody")}</option>
        ${room.value.perspectives.labels.map((label) => html`<option key=${label} value=${label}>${perspectiveWords(label)}</option>`)}</select></div>`)}</div></div></${Fold}>`;
}

/** @param {{ round: import("../generated/messages").OpenRoundView }} props */
function Open({ round }) {
  const without = desk.value?.by_hand.order ?? [];
  return html`<section class="stack" aria-label=${say("score-open")}>
    <p role="status"><b>${say("answered-of", { n: round.answered, of: round.asked })}</b> <span class="soft">${say("score-hidden")}</span></p>
    <div class="progress" aria-hidden="true" style=${{ "--part": (round.answered / Math.max(1, round.asked)).toFixed(3) }}></div>
    <div class="row">
      <${Press} command=${{ do: "score.close", round: round.id }} class="button solid floor">${say("score-close")}</${Press}>
      ${without.length > 0 && html`<button type="button" class="button" onClick=${() => (dialog.value = { is: "score-for" })}>${say("score-for", { n: without.length })}</button>`}
    </div>
  </section>`;
}
