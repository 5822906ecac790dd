import { wordsOf } from "../ideas_state.js";
import { agenda, desk, nameOf, room, shortName } from "../state.js";
import { perspectiveWords } from "../components/perspective.js";
import { QUESTIONS } from "../components/results.js";
import { has, lengthWords, numberWords, say } from "../words.js";

/** @typedef {import("../views").Nudge} Nudge */

/** @param {Nudge} one */
const known = (one) => (has(`nudge-${one.rule}`) ? one.rule : "other");

/** The people of a place, or those who bring a perspective. @param {string} about  `place:remote`, `perspective:…` */
export function groupWords(about) {
  const [sort, ...rest] = about.split(":");
  const name = rest.join(":");
  return sort === "perspective" ? say("group-perspective", { label: perspectiveWords(name) }) : say(`group-place-${name}`);
}

/** What a nudge's sentences need, from its figures. @param {Nudge} one */
function figures(one) {
  const facts = one.facts;
  const length = (/** @type {string} */ name) => lengthWords(facts[name] ?? 0);
  const percent = (/** @type {number | undefined} */ part) => Math.round((part ?? 0) * 100);
  const even = facts.people ? percent((facts.members ?? 0) / facts.people) : (facts.fair_percent ?? 0);
  return {
    name: shortName(one.subject),
    quiet: length("quiet_ms"),
    talk: length("talk_ms"),
    all: length("room_talk_ms"),
    window: length("window_ms"),
    asked: length("threshold_ms"),
    limit: length("limit_ms"),
    waited: length("waited_ms"),
    silence: length("silence_ms"),
    length: length("length_ms"),
    worked: length("worked_ms"),
    percent: percent(facts.share),
    fair: percent(facts.limit_share),
    ratio: numberWords(facts.ratio ?? 0),
    part: partWords(facts.ratio ?? 0),
    even,
    said: facts.talk_percent ?? Math.round((facts.ratio ?? 0) * even),
    people: facts.people ?? 0,
    waiting: facts.waiting ?? 0,
    times: facts.times ?? 0,
    least: facts.limit_times ?? 0,
    by: facts.by ?? 0,
    supported: facts.supported ?? 0,
    idea: one.rule === "divergence" || one.rule === "idea_unheard" ? wordsOf(one.about) : "",
    question: say(`question-${QUESTIONS[(facts.question ?? 1) - 1] ?? "suitable"}`),
    higher: labelWords(facts.higher),
    lower: labelWords(facts.lower),
    apart: numberWords(facts.apart ?? 0),
    scored: facts.scored ?? 0,
    scorers: facts.scorers ?? 0,
    others: facts.others ?? 0,
    objections: facts.objections ?? 0,
    needs: facts.needs ?? 0,
    groups: facts.groups ?? 0,
    group: one.rule === "group_unheard" ? groupWords(one.about ?? "") : "",
    title: agenda.value.by_id[one.about ?? ""]?.title ?? "",
    tone: desk.value?.nudging.tone ?? "warm",
  };
}

/** A perspective by its number among those that the room asks for. @param {number | undefined} number */
function labelWords(number) {
  const label = number === undefined ? undefined : room.value.perspectives.labels[number];
  return label ? perspectiveWords(label) : "";
}

/** The headline of a nudge, what it asks, and in words the figures that caused it. @param {Nudge} one */
export function nudgeWords(one) {
  const args = figures(one);
  const rule = known(one);
  const fine = one.actions.includes("ask_privately") && has(`nudge-${rule}-fine`);
  return {
    head: say(`nudge-${rule}`, args),
    calm: say(`nudge-${rule}-calm`, args),
    ask: say(`nudge-${rule}-${fine ? "fine" : "ask"}`, args),
    short: say(`nudge-${rule}-short`, args),
    why: say(`nudge-${rule}-why`, args),
  };
}

/** What it was about, once it is past. @param {Nudge} one */
export function pastWords(one) {
  const group = one.rule === "group_unheard" ? groupWords(one.about ?? "") : "";
  return say(has(`past-${one.rule}`) ? `past-${one.rule}` : "past-other", { name: nameOf(one.subject), group });
}

/**
 * What comes of it without a nudge, for each length of time; of a kind that asks nobody to come in, that this says nothing.
 * @param {string} kind @param {Record<string, { came: number, cases: number, enough: boolean }> | undefined} base
 */
export function baselineWords(kind, base) {
  if (!base) return say("baseline-none");
  const known = Object.entries(base).filter(([, { enough }]) => enough);
  if (!known.length) return say("baseline-few");
  return known.map(([within, { came, cases }]) => say(`baseline-${kind}`, { came, cases, length: lengthWords(Number(within)) })).join(" ");
}

/** A ratio as people say it. @param {number} ratio */
function partWords(ratio) {
  const parts = /** @type {const} */ ([[0.07, "none"], [0.18, "tenth"], [0.29, "quarter"], [0.4, "third"], [0.6, "half"], [0.85, "most"]]);
  return say(`part-${parts.find(([below]) => ratio < below)?.[1] ?? "even"}`);
}
