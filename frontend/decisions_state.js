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

/** When a decision last came to be written down or accepted: what is older has been talked about. */
export const toldAt = computed(() => Math.max(0, ...Object.values(ledger.value.by_id).map((one) => one.accepted?.at ?? one.drafted_at)));
