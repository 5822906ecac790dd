// What the screens ask often about ideas and rounds of scoring: looked up in the server's views, never worked out.
import { computed } from "./html.js";
import { room } from "./state.js";

/** @typedef {import("./generated/messages").IdeaView} Idea */

export const ideas = computed(() => room.value.ideas);
export const scoring = computed(() => room.value.scoring);

/** @param {string | undefined} id @returns {Idea | undefined} */
export function ideaOf(id) {
  return id === undefined ? undefined : ideas.value.by_id[id];
}

/** The words of an idea; empty where it is held back or unknown. @param {string | undefined} id */
export function wordsOf(id) {
  return ideaOf(id)?.text ?? "";
}

/** What can be talked about now, in the order in which all see it. @param {Idea["what"]} what */
function standing(what) {
  const { order, by_id } = ideas.value;
  return order.filter((id) => by_id[id]?.what === what && by_id[id]?.state === "published");
}

export const needs = computed(() => standing("need"));
export const proposals = computed(() => standing("proposal"));

/** The ways that were proposed for a need. @param {string} need */
export function waysFor(need) {
  return proposals.value.filter((id) => ideaOf(id)?.need === need);
}

/** Proposals that stand for no need that can be seen. */
export const loose = computed(() => proposals.value.filter((id) => !needs.value.includes(ideaOf(id)?.need ?? "")));

/** The round of scoring that was closed last, if there is one. */
export const lastRound = computed(() => {
  const { order, rounds } = scoring.value;
  const id = order.at(-1);
  return id === undefined ? undefined : rounds[id];
});

/** The newest closed round in which an idea was scored, and the one before it. @param {string} idea */
export function roundsWith(idea) {
  const { order, rounds } = scoring.value;
  return order.flatMap((id) => {
    const one = rounds[id];
    return one?.ideas[idea] ? [one] : [];
  }).slice(-2).reverse();
}
