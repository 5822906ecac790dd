import { html } from "../html.js";
import { may } from "../actions.js";
import { dialog } from "../dialog_state.js";
import { isHeard } from "../behaviours/tap_speech.js";
import { remembered } from "../behaviours/remembered.js";
import { Icon, PlaceIcon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { desk, figures, floor, lanes as lanesNow, nameOf, people, session } from "../state.js";
import { perspectiveWords } from "../components/perspective.js";
import { PerspectiveBalance } from "./perspectives_part.js";
import { numberWords, say } from "../words.js";

/** The session, or the last ten minutes. */
const span = remembered("span", "session");
/** A fair share is the middle line; twice and a half of it reaches the edge, where a longer bar would tell no more. */
const EDGE = 1.6;

/** One row a person, in seat order: what is known of somebody stands in one row. @param {{ bars: boolean, lanes: boolean }} props */
export function PeopleCard({ bars, lanes }) {
  const { order, by_id, more } = people.value;
  const all = order.filter((id) => by_id[id]);
  // Facilitators are counted apart and stand apart.
  const rows = [...all.filter((id) => by_id[id]?.role !== "facilitator"), ...all.filter((id) => by_id[id]?.role === "facilitator")];
  const open = session.value.status !== "planned";
  const columns = `people-card card${bars && open ? " with-bars" : ""}${lanes && open ? " with-lanes" : ""}${rows.length > 13 ? " many crowd" : rows.length > 11 ? " many" : ""}`;
  return html`<section class=${columns} aria-labelledby="people">
    <div class="people-head">
      <h2 id="people">${say("panel-people")}</h2>
      ${bars && open && html`<${RoomWords} />`}
      <span class="head-space"></span>
      ${may("seat.move") && rows.length > 2 && more === 0 && session.value.status !== "ended" && html`<button type="button" class="button bare" onClick=${() => (dialog.value = { is: "seats" })}>${say("seats-open")}</button>`}
      ${may("participant.seat") && session.value.status !== "ended" && html`<button type="button" class="button bare" onClick=${() => (dialog.value = { is: "seat" })}><${Icon} is="plus" />${say("seat-open")}</button>`}
    </div>
    ${open && (bars || lanes) && html`<div class="people-row people-legend" aria-hidden="true">
      <span></span><span>${say("seat-order")}</span>
      ${bars && html`<span class="legend-bars"><span>${say("heard-less")}</span><span>${say("heard-more")}</span></span>`}
      ${lanes && html`<span class="legend-lanes"><span>${say(reachesBack() ? "ten-min-ago" : "lanes-start")}</span><span>${say("now")}</span></span>`}
    </div>`}
    ${rows.length <= 1 && html`<p class="queue-empty soft">${say("people-nobody")}</p>`}
    <ul class="people-rows">
      ${rows.map((id) => html`<${PersonRow} key=${id} id=${id} bars=${bars && open} lanes=${lanes && open} />`)}
    </ul>
    ${more > 0 && html`<p class="queue-empty soft">${say("and-more", { n: more })}</p>`}
    ${bars && open && html`<${PlaceBalance} />`}
    ${bars && open && html`<${PerspectiveBalance} />`}
    <${Removed} />
  </section>`;
}

/** Whether the lanes go as far back as they can, or only to the start. */
function reachesBack() {
  const drawn = lanesNow.value;
  return !drawn || drawn.from_at > (session.value.opened_at ?? 0);
}

/** How those in the room are heard beside those who are not. */
function PlaceBalance() {
  const places = (span.value === "session" ? figures.value?.places : figures.value?.window_places) ?? {};
  const shown = Object.entries(places);
  if (!shown.length) return null;
  return html`<section class="groups-part stack tight" aria-label=${say("by-place-title")}><p class="soft">${say("by-place-title")}</p>
    <ul class="stack tight">${shown.map(([place, part]) => html`<li key=${place}>${say("by-place-part", { place: say(`place-${place}`), n: part.people, talk: part.talk, fair: part.fair })}</li>`)}</ul></section>`;
}

/** How the talk is shared, in words; and of which span. */
function RoomWords() {
  const now = span.value === "session" ? figures.value?.room : figures.value?.window;
  return html`<span class="soft">${now?.voices === undefined ? say("voices-early") : say("voices", { n: numberWords(now.voices), of: now.of ?? 0 })}</span>
    <div class="segments small" role="group" aria-label=${say("span")}>
      ${["session", "window"].map((one) => html`<button type="button" key=${one} aria-pressed=${span.value === one} onClick=${() => (span.value = one)}>${say(`span-${one}`)}</button>`)}
    </div>`;
}

/** @param {{ id: string, bars: boolean, lanes: boolean }} props */
function PersonRow({ id, bars, lanes }) {
  const one = people.value.by_id[id];
  if (!one) return null;
  const speaks = floor.value.turn?.participant === id || isHeard(id);
  const written = figures.value?.people[id]?.written;
  const state = speaks ? "speaking" : !one.here ? "gone" : one.away ? "away" : one.listening ? "listening" : one.role !== "participant" ? one.role : `place-${one.place}-short`;
  const words = state === "observer" && one.watches ? say("state-observer-why", { why: one.watches }) : say(state.startsWith("place") ? state : `state-${state}`);
  return html`<li class=${`people-row${speaks ? " speaks" : ""}${one.here ? "" : " gone"}`}>
    ${speaks ? html`<${Icon} is="mic" />` : one.listening ? html`<${Icon} is="ear" />` : html`<${PlaceIcon} place=${one.place} />`}
    <span class="who"><button type="button" class="name-button" onClick=${() => (dialog.value = { is: "person", about: id })}><span>${one.name}</span></button>
      <span class=${speaks ? "tag floor" : "soft"}>${words}${one.perspective ? ` · ${perspectiveWords(one.perspective)}` : ""}${written ? ` · ${say("written-count", { n: written })}` : ""}</span></span>
    ${bars && html`<${Share} id=${id} />`}
    ${lanes && html`<${Lane} id=${id} speaks=${speaks} />`}
  </li>`;
}

/** Heard more is solid and to the right, heard less striped and to the left; the number follows the words. @param {{ id: string }} props */
function Share({ id }) {
  const own = figures.value?.people[id];
  const measured = desk.value?.people[id]?.measured ?? true;
  const counted = people.value.by_id[id]?.role === "participant";
  if (!counted) return html`<span class="share apart-words soft">${say("counted-apart")}</span>`;
  if (!measured) return html`<span class="share apart-words soft">${say("not-measured")}</span>`;
  const ratio = span.value === "session" ? own?.ratio : own?.window_ratio;
  if (ratio === undefined) return html`<span class="share"><span class="aloud">${say("share-early")}</span></span>`;
  const less = ratio < 1;
  const part = Math.min(1, Math.abs(ratio - 1) / EDGE);
  return html`<span class="share" style=${{ "--part": part.toFixed(3) }}>
    <span class=${less ? "share-bar less" : "share-bar more"}></span>
    <span class=${less ? "share-number less" : "share-number more"}><span class="aloud">${say("share-aloud")} </span>${numberWords(ratio)}</span>
  </span>`;
}

/** @param {{ id: string, speaks: boolean }} props */
function Lane({ id, speaks }) {
  const drawn = lanesNow.value;
  const own = drawn?.people[id] ?? [];
  const length = drawn ? Math.max(1, drawn.to_at - drawn.from_at) : 1;
  const last = own.length - 1;
  return html`<span class="lane" role="img" aria-label=${say("lane-aloud", { name: nameOf(id), n: own.length })}>
    ${own.map(([from, to], index) => html`<i key=${from} class=${speaks && index === last ? "now" : ""} style=${{
      left: `${(((from - (drawn?.from_at ?? 0)) / length) * 100).toFixed(2)}%`,
      width: `${(((to - from) / length) * 100).toFixed(2)}%`,
    }}></i>`)}
  </span>`;
}

/** Who was taken out, so that they can be let in again. */
function Removed() {
  const gone = Object.entries(desk.value?.people ?? {}).filter(([, one]) => one.removed);
  if (!gone.length || !may("participant.let_in")) return null;
  return html`<div class="removed-people"><p class="soft">${say("removed-people")}</p>
    ${gone.map(([id, one]) => html`<div class="row apart" key=${id}><span>${one.name}${one.kept_out ? html` <span class="soft">${say("kept-out")}</span>` : null}</span>
      <${Press} command=${{ do: "participant.let_in", participant: id }} class="link strong">${say("let-in")}</${Press}></div>`)}</div>`;
}
