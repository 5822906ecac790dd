// Breakout groups, as all of them see them: who is where, and how long until they are called back.
import { html } from "../html.js";
import { now, second } from "../clock.js";
import { room, shortName } from "../state.js";
import { clockWords, listWords, say } from "../words.js";

/** "Back together in 0:45", once they were called. */
export function Countdown() {
  void second.value;
  const { until_at } = room.value.breakout;
  if (until_at === undefined) return null;
  return html`<p class="strong" role="timer">${say("groups-back-in", { time: clockWords(Math.max(0, until_at - now())) })}</p>`;
}

/** Every group with its people, and who has the floor in it. */
export function GroupList() {
  const { order = [], groups = {} } = room.value.breakout;
  return html`<ul class="stack">${order.map((id) => {
    const one = groups[id];
    if (!one) return null;
    const turn = one.floor.turn;
    const heard = Object.keys(one.speaking ?? {});
    return html`<li key=${id}><b>${one.name}</b> ${listWords(one.members.map(shortName))}
      ${!turn && one.floor.mode === "open" && html` <span class="soft">${heard.length ? say("group-speaks", { name: listWords(heard.map(shortName)) }) : say("group-is-free")}</span>`}
      ${turn && html` <span class="soft">${say("group-speaks", { name: shortName(turn.participant) })}</span>`}
      ${one.report && html`<blockquote class="written-words">${one.report}</blockquote>`}</li>`;
  })}</ul>`;
}

/** What the groups found, once all are together again. */
export function GroupReports() {
  const { reports, since_at } = room.value.breakout;
  if (since_at !== undefined || !reports.length) return null;
  return html`<section class="card pad stack tight" aria-label=${say("group-reports")}><h2 class="card-title">${say("group-reports")}</h2>
    ${reports.map((one) => html`<div key=${one.name + one.text}><p><b>${one.name}</b></p><blockquote class="written-words">${one.text}</blockquote></div>`)}
  </section>`;
}
