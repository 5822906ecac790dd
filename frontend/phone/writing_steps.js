// What stands on the writing page once the server has answered. What was added on the way is not lost: it is offered as
// other words for what was sent.

/** @typedef {import("./write").Draft} Draft */

/**
 * @param {Draft} sent  the page as it was when its words were sent
 * @param {Draft} here  the page as it stands now
 * @param {string} made  the idea that came of it; of one that was changed, itself
 * @returns {Partial<Draft>}  what changes on the page
 */
export function answered(sent, here, made) {
  // Whoever has gone on by themselves meanwhile is left where they are.
  if (here.is !== sent.is || here.change !== sent.change || here.need !== sent.need || here.collection !== sent.collection) return {};
  if (here.text !== sent.text) return { change: made, ...(sent.is === "need" && !sent.change ? { need: made } : {}) };
  if (sent.is === "need" && !sent.change) return { is: "proposal", need: made, text: "" };
  return { is: "sent", change: "", text: "" };
}
