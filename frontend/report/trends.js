import { html, useEffect, useState } from "../html.js";
import { tokenFor } from "../doors.js";
import { ask } from "../rest.js";
import { dateWords, lengthWords, numberWords, say } from "../words.js";

/** This meeting beside the others of its room: for facilitators, and from the second meeting on. @param {{ session: string }} props */
export function Trends({ session }) {
  const [meetings, setMeetings] = useState(/** @type {any[]} */ ([]));
  useEffect(() => {
    const load = async () => {
      const bearer = (await tokenFor(session)) ?? undefined;
      const { room_id } = await ask("GET", `/sessions/${session}`, { bearer });
      setMeetings((await ask("GET", `/rooms/${room_id}/trends`, { bearer })).sessions);
    };
    // The report is whole without it.
    load().catch(() => setMeetings([]));
  }, [session]);
  if (meetings.length < 2) return null;
  return html`<section class="report-part" aria-labelledby="trends"><h2 id="trends">${say("trends-title")}</h2>
    <p class="soft">${say("trends-text")}</p>
    <div class="report-scrolls" tabindex="0" role="group" aria-labelledby="trends"><table class="report-table"><thead><tr>${["when", "length", "people", "voices", "facilitators", "nudges"].map((one) => html`<th scope="col" key=${one}>${say(`trends-${one}`)}</th>`)}</tr></thead>
      <tbody>${meetings.map((one) => html`<tr key=${one.id} aria-current=${one.id === session ? "true" : null}>
        <th scope="row">${dateWords(one.opened_at)}</th>
        <td>${lengthWords(one.active_ms)}</td>
        <td>${say("trends-spoke", { spoke: one.people.spoke, n: one.people.total })}</td>
        <td>${one.voices === undefined ? say("share-early-short") : say("voices-of", { n: numberWords(one.voices), of: one.of })}</td>
        <td>${one.facilitators_part === undefined ? "" : say("trends-part", { n: Math.round(100 * one.facilitators_part) })}</td>
        <td>${say("trends-acted", { acted: one.nudges.acted, n: one.nudges.raised })}</td></tr>`)}</tbody></table></div>
  </section>`;
}
