// Which should we talk about? My choice, to be changed until all see the result; then what all chose.
import { html, signal } from "../html.js";
import { may } from "../actions.js";
import { PickBallot } from "../components/pick_ballot.js";
import { PickResult } from "../components/pick_result.js";
import { newestFirst, picks } from "../standing_state.js";
import { person, you } from "../state.js";
import { say } from "../words.js";
import { isSeen, see } from "./seen_results.js";
import { openTask } from "./tasks_state.js";

/** Whether I look at my choice again. */
const again = signal("");

/** @type {import("./tasks").Task} */
export const pickTask = {
  name: "pick",
  line: () => (you.value.pick ? say("pick-in") : say("pick-line", { n: picks.value.open?.ideas.length ?? 0, most: picks.value.open?.most ?? 0 })),
  isNow: () => !you.value.pick,
  isThere: () => Boolean(picks.value.open) && may("pick.give") && person(you.value.participant)?.role === "participant",
  Screen: MyPick,
};

function MyPick() {
  const { open } = picks.value;
  const given = you.value.pick?.ideas;
  if (!open) return null;
  return html`<section class="stack" aria-label=${say("task-pick")}>
    ${given && again.value !== open.id ? html`<div role="status"><h2 class="card-title">${say("pick-in")}</h2></div><p>${say("answer-in-means")}</p>
      <button type="button" class="button wide" onClick=${() => (again.value = open.id)}>${say("answer-change")}</button>
      <button type="button" class="button solid you wide" onClick=${() => openTask("")}>${say("task-back")}</button>`
      : html`<p class="soft">${say("pick-secret")}</p><${PickBallot} key=${open.id} pick=${open} by=${you.value.participant ?? ""} given=${given ?? []} done=${() => (again.value = "")} />`}
  </section>`;
}

/** What all chose, until I have read it. */
export function PickSeen() {
  const [newest] = newestFirst(picks.value);
  if (picks.value.open || !newest || isSeen(newest[0])) return null;
  return html`<section class="card pad stack" aria-label=${say("pick-question")}><${PickResult} pick=${newest[1]} level=${2} />
    <button type="button" class="button wide" onClick=${() => see(newest[0])}>${say("result-read")}</button></section>`;
}
