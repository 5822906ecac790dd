// Where everybody stands, and what is hard to live with: looked up in the server's views, never worked out.
import { computed } from "./html.js";
import { room } from "./state.js";
import { say } from "./words.js";

/** @typedef {import("./generated/messages").CheckView} Check */
/** @typedef {import("./generated/messages").OpenCheckView} OpenCheck */
/** @typedef {import("./generated/messages").SurveyView} Survey */
/** @typedef {import("./generated/messages").OpenSurveyView} OpenSurvey */

export const checks = computed(() => room.value.checks);
export const picks = computed(() => room.value.picks);
export const surveys = computed(() => room.value.resistance);

/** Leaving things as they are: always among the options, and the limit. */
export const LEAVE = "leave";

/** What is asked: how hard each would be; of one option alone, whether there is a reason against it. @param {{ yes_no: boolean }} survey */
export function hardQuestion(survey) {
  return say(survey.yes_no ? "object-question" : "hard-question");
}

/** What an option says: an idea, words of its own, or leaving things. @param {{ typed: Record<string, string> }} survey @param {string} option */
export function optionWords(survey, option) {
  if (option === LEAVE) return say("option-leave");
  return survey.typed[option] ?? room.value.ideas.by_id[option]?.text ?? say("option-gone");
}

/**
 * One step of a scale: what is sent for it, and its words (`step-KIND-VALUE`).
 * @typedef {{ value: number, words: string }} Step
 */

/** From the step that is most for it to the one that is most against it. @type {Record<string, readonly number[]>} */
const VALUES = {
  temperature: [2, 1, 0],
  fist: [5, 4, 3, 2, 1, 0],
  gradients: [1, 2, 3, 4, 5, 6, 7, 8],
  consent: [1, 0],
  score: [5, 4, 3, 2, 1],
};
/** Scales whose steps are known by their number. */
const NUMBERED = new Set(["fist", "gradients", "score"]);
/** The lowest number of a scale, which its counts begin with. @type {Record<string, number>} */
const LOWEST = { gradients: 1, score: 1 };

/** @param {string} what @returns {Step[]} */
export function stepsOf(what) {
  return (VALUES[what] ?? []).map((value) => ({ value, words: say(`step-${what}-${value}`) }));
}

/** The number of a step, where its scale has numbers. @param {string} what @param {number} value */
export function numberOf(what, value) {
  return NUMBERED.has(what) ? String(value) : "";
}

/** Where in a list of counts a step stands. @param {string} what @param {number} value */
export function placeOf(what, value) {
  return value - (LOWEST[what] ?? 0);
}

/** The results of a kind, newest first. @template T @param {{ order: string[], by_id: Record<string, T> }} kept @returns {[string, T][]} */
export function newestFirst(kept) {
  return kept.order.toReversed().flatMap((id) => {
    const one = kept.by_id[id];
    return one ? [/** @type {[string, T]} */ ([id, one])] : [];
  });
}
