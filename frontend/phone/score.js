// Score ideas: one idea and one question a screen, in my own order; stop at any time, change until all is shown.
import { html, signal, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { useFocused } from "../behaviours/focused.js";
import { usePressed } from "../behaviours/pressed.js";
import { hush } from "../behaviours/read_aloud.js";
import { Face } from "../components/face.js";
import { ReadAloud } from "../components/read_aloud.js";
import { QUESTIONS, FACES, STEPS } from "../components/results.js";
import { LONGEST, Left } from "../components/writing.js";
import { ideaOf, scoring, wordsOf } from "../ideas_state.js";
import { nameOf, you } from "../state.js";
import { say } from "../words.js";
import { openTask } from "./tasks_state.js";

/** From so many letters on an idea is read like a text, not like a heading: the answers shall be in sight. */
const LONG = 100;

/** Where I am in which round: the number of the question, from 0; all are counted through. */
const place = signal({ round: "", at: 0 });

/** For whom a supporter scores; empty: for myself. What they give stands here alone, for nobody is shown what was given before. */
const theirs = signal({ who: "", round: "", given: /** @type {NonNullable<import("../views").You["scoring"]>["given"]} */ ({}) });

/** @param {string} who */
export function scoreFor(who) {
  const round = scoring.value.open?.id ?? "";
  if (theirs.value.who !== who || theirs.value.round !== round) theirs.value = { who, round, given: {} };
  place.value = { round: "", at: 0 };
  openTask("score");
}

/** What is being answered: my own sheet, or that of whom I support. */
function sheet() {
  const { open } = scoring.value;
  const { who, round, given } = theirs.value;
  return who && open?.id === round ? { round, order: open.ideas, given } : you.value.scoring;
}

/** @type {import("./tasks").Task} */
export const scoreTask = {
  name: "score",
  line: () => say("score-ask", { n: scoring.value.open?.ideas.length ?? 0 }),
  isNow: () => unanswered() > 0,
  isThere: () => Boolean(sheet()) && may("score.give"),
  Screen: Score,
};

function all() {
  return sheet()?.order.flatMap((idea) => QUESTIONS.map((question) => ({ idea, question }))) ?? [];
}

/** @param {{ idea: string, question: string }} one */
function givenTo({ idea, question }) {
  return /** @type {Record<string, import("../generated/messages").OwnScoreView> | undefined} */ (sheet()?.given[idea])?.[question];
}

function unanswered() {
  return all().filter((one) => !givenTo(one)).length;
}

/** Where I stopped: the first question that I have not answered. */
function start() {
  const at = all().findIndex((one) => !givenTo(one));
  return at < 0 ? all().length : at;
}

function Score() {
  const own = sheet();
  const each = all();
  if (!own) return null;
  if (place.value.round !== own.round) place.value = { round: own.round, at: start() };
  const at = Math.min(place.value.at, each.length);
  const go = (/** @type {number} */ to) => {
    hush();
    place.value = { round: own.round, at: to };
  };
  const now = each[at];
  if (!now) return html`<${AllIn} go=${go} />`;
  return html`<${Question} key=${`${now.idea} ${now.question}`} now=${now} at=${at} of=${each.length} go=${go} round=${own.round} />`;
}

/** @param {{ now: { idea: string, question: typeof QUESTIONS[number] }, at: number, of: number, go: (to: number) => void, round: string }} props */
function Question({ now, at, of, go, round }) {
  const name = useId();
  const title = useFocused();
  const given = givenTo(now);
  const { who } = theirs.value;
  const form = `reason/${round}/${now.idea}/${now.question}/${who}`;
  const [reason, setReason] = useDraft(`${form}/text`, given?.reason ?? "");
  const [saying, setSaying] = useState(Boolean(reason));
  const faces = scoring.value.open?.scale === "faces";
  const steps = faces ? FACES : STEPS;
  const [chosen, press] = usePressed(/** @type {number | "none" | ""} */ (given?.cannot_say ? "none" : (given?.score ?? "")));
  const need = wordsOf(ideaOf(now.idea)?.need);
  const give = async (/** @type {number | null} */ score, why = reason) => {
    const told = await press(score ?? "none", sentFrom(form, act({ do: "score.give", round, idea: now.idea, question: now.question, score, reason: why, ...(who ? { participant: who } : {}) })));
    if (who && told) {
      const answer = { ...(score === null ? { cannot_say: true } : { score }), ...(why ? { reason: why } : {}) };
      theirs.value = { ...theirs.value, given: { ...theirs.value.given, [now.idea]: { ...theirs.value.given[now.idea], [now.question]: answer } } };
    }
    return told;
  };
  const next = async () => {
    // A reason belongs to an answer; it goes with it, and again when it was changed after.
    if (given && reason !== (given.reason ?? "")) await give(given.cannot_say ? null : (given.score ?? null));
    go(at + 1);
  };
  const aloud = [wordsOf(now.idea), need && say("idea-for", { need }), say(`question-${now.question}`), ...steps.map((step) => say(`score-${step}`)), say("score-cannot")].filter(Boolean).join(". ");
  const idea = Math.floor(at / QUESTIONS.length);
  return html`<section class="stack" aria-labelledby=${`${name}-q`}>
    ${who && html`<p class="tag you">${say("support-for", { name: nameOf(who) })}</p>`}
    <p><b>${say("score-where", { idea: idea + 1, ideas: of / QUESTIONS.length, question: (at % QUESTIONS.length) + 1, questions: QUESTIONS.length })}</b></p>
    <div class="score-progress" aria-hidden="true">${QUESTIONS.map((question, index) => html`<i key=${question} class=${index <= at % QUESTIONS.length ? "on" : ""}></i>`)}</div>
    <div class="card pad stack tight"><h2 ref=${title} tabindex="-1" class=${wordsOf(now.idea).length > LONG ? "quiet-focus" : "quiet-focus score-idea"}>${wordsOf(now.idea)}</h2>${need && html`<p class="soft">${say("idea-for", { need })}</p>`}</div>
    <div class="score-question"><h3 id=${`${name}-q`} class="task-question">${say(`question-${now.question}`)}</h3>
      <${ReadAloud} text=${aloud} /></div>
    <div role="radiogroup" aria-labelledby=${`${name}-q`} class="stack">
      <div class=${faces ? "options faces" : "options"}>${steps.map((step) => html`<label key=${step} class="option"><input type="radio" name=${name} checked=${chosen === step} onChange=${() => give(step)} />${faces && html`<${Face} step=${step} />`}<span>${say(`score-${step}`)}</span></label>`)}</div>
      <div class="options"><label class="option"><input type="radio" name=${name} checked=${chosen === "none"} onChange=${() => give(null)} /><span>${say("score-cannot")}</span></label></div>
    </div>
    ${saying ? html`<div class="field"><label for=${`${name}-r`}>${say("score-reason")}</label><textarea id=${`${name}-r`} rows="2" maxlength=${LONGEST} value=${reason} onInput=${(/** @type {any} */ event) => setReason(event.target.value)}></textarea><${Left} text=${reason} /><p class="soft">${say("score-reason-unnamed")}</p></div>`
      : html`<p><button type="button" class="link" onClick=${() => setSaying(true)}>${say("score-reason-add")}</button> <span class="soft">${say("score-reason-skip")}</span></p>`}
    <div class="score-moves">
      ${at > 0 && html`<button type="button" class="button" onClick=${() => go(at - 1)}>${say("score-back")}</button>`}
      <button type="button" class="button solid you" onClick=${next}>${say(given ? "score-next" : "score-skip")}</button>
    </div>
    <p class="soft centre">${say("score-secret")}</p>
  </section>`;
}

/** @param {{ go: (to: number) => void }} props */
function AllIn({ go }) {
  const left = unanswered();
  const title = useFocused();
  return html`<section class="stack">
    <h2 ref=${title} tabindex="-1" class="card-title quiet-focus">${say(left ? "score-some-in" : "score-all-in")}</h2>
    <p>${say("score-in-means")}</p>
    ${left > 0 && html`<button type="button" class="button wide" onClick=${() => go(start())}>${say("score-left", { n: left })}</button>`}
    <button type="button" class="button wide" onClick=${() => go(0)}>${say("score-look-again")}</button>
    <button type="button" class="button solid you wide" onClick=${() => openTask("")}>${say("task-back")}</button>
  </section>`;
}
