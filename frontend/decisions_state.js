// What the screens ask often about decisions and about what people know: looked up in the server's views.
import { computed } from "./html.js";
import { room, you } from "./state.js";

/** @typedef {import("./generated/messages").DecisionView} Decision */
/** @typedef {import("./generated/messages").NamedNeedView} Need */

export const COLUMNS = /** @type {const} */ (["chosen", "to_run", "to_live_with", "leave"]);
export const QUESTIONS = /** @type {const} */ (["suitable", "feasible", "acceptable", "beneficial"]);

export const ledger = computed(() => room.value.decisions);
export const knowledge = computed(() => room.value.knowledge);

/** The record that is being written, if one is. */
export const drafted = computed(() => {
  const { draft, by_id } = ledger.value;
  return draft === undefined ? undefined : by_id[draft];
});

/** What was accepted and holds, or held, the newest first. */
export const decided = computed(() => {
  const { order, by_id } = ledger.value;
  return order.filter((id) => by_id[id]?.state !== "draft").reverse();
});

/** Decisions that take a late word. */
export const takingLate = computed(() => decided.value.filter((id) => ledger.value.by_id[id]?.state === "provisional"));

/** What I said of a decision. @param {string} id */
export function mine(id) {
  return you.value.decisions?.said?.[id];
}

/** What is unclear to somebody and waits, oldest first. */
export const unclear = computed(() => {
  const { order, by_id } = knowledge.value.unclear;
  return order.filter((id) => by_id[id]?.open);
});

/** When a decision last came to be written down or accepted here, was brought here from an earlier meeting, or reviewed. @param {Decision} one */
function toldOf(one) {
  return Math.max(one.origin?.brought_at ?? one.accepted?.at ?? one.drafted_at, ...one.reviews.filter((review) => !review.number).map((review) => review.at));
}

/** The decision that was told last, and when: what is older has been talked about. */
export const told = computed(() => {
  const { order, by_id } = ledger.value;
  return order.reduce((last, id) => {
    const one = by_id[id];
    return one && toldOf(one) >= last.at ? { at: toldOf(one), decision: one } : last;
  }, { at: 0, decision: /** @type {Decision | undefined} */ (undefined) });
});
