import { html } from "../html.js";
import { dateWords, lengthWords, listWords, numberWords, say, timeWords } from "../words.js";

/** @typedef {Record<string, any>} Report */

/** From here on it is worth saying that not all of the time counts. */
const LEFT_OUT_MS = 60_000;

/** The whole session in one paragraph. @param {{ report: Report }} props */
export function Summary({ report }) {
  const { session, people, turns, room } = report;
  const places = people.places ? listWords(Object.entries(people.places).map(([place, n]) => say(`count-${place}`, { n: Number(n) }))) : "";
  const whole = Math.max(session.active_ms, (session.ended_at ?? session.until_at) - session.opened_at);
  const length = lengthWords(whole);
  const sentences = [
    say(places ? "summary-met-places" : "summary-met", { n: people.total, length, places }),
    whole - session.active_ms >= LEFT_OUT_MS ? say("summary-counted", { length: lengthWords(session.active_ms) }) : null,
    html`<b>${people.spoke === people.total ? say("summary-all-spoke", { n: people.total }) : say("summary-spoke", { spoke: people.spoke, n: people.total })}</b>`,
    turns.given > 0 ? say("summary-turns", { n: turns.given, overrides: turns.overrides }) : null,
    report.led ? say("summary-led", { times: listWords(report.led.map(spanWords)) }) : null,
    report.written?.total ? say("report-written", { total: report.written.total, people: report.written.people }) : null,
    signalWords(report.signals),
    room.voices === undefined ? say("summary-early") : say(sharedWords(room.voices / room.of), { n: numberWords(room.voices), of: room.of }),
    people.measured < people.total ? say("summary-measured", { measured: people.measured, n: people.total }) : null,
    ...decidedWords(report.decisions),
    session.status === "open" ? say("summary-goes-on") : null,
    session.practice ? say("summary-practice", { n: session.practice }) : null,
  ];
  return html`<p class="report-summary">${sentences.filter(Boolean).map((one) => html`${one} `)}</p>`;
}

/** From when to when the group led itself. @param {{ from_at: number, until_at: number }} span */
function spanWords({ from_at, until_at }) {
  return say("summary-led-span", { from: timeWords(from_at), to: timeWords(until_at) });
}

/** What people said without a hand, if they did. @param {Record<string, number>} [signals] */
function signalWords({ slower = 0, dont_follow = 0 } = {}) {
  return slower + dont_follow ? say("summary-signals", { slower, follow: dont_follow }) : null;
}

/** What was decided, by how many, who disagreed, what is open, and when we look again. @param {import("../generated/messages").DecisionsView | undefined} ledger @returns {(string | null)[]} */
function decidedWords(ledger) {
  const held = (ledger?.order ?? []).flatMap((id) => {
    const one = ledger?.by_id[id];
    return one?.accepted && one.state !== "superseded" && !one.origin ? [one] : [];
  });
  const again = (ledger?.order ?? []).flatMap((id) => {
    const one = ledger?.by_id[id];
    const review = one?.reviews.findLast((each) => !each.number);
    return one?.origin && review ? [say("summary-again", { n: one.origin.number, statement: one.statement, came: say(`came-${review.came}`) })] : [];
  });
  return [...again, ...held.flatMap((one) => [
    say("summary-decided", { statement: one.statement, n: one.accepted?.agreed ?? 0, of: one.accepted?.answered ?? 0 }),
    one.dissents.order.length > 0 ? say("summary-dissent", { n: one.dissents.order.length }) : null,
    one.open_points.length > 0 ? say("summary-open-points", { n: one.open_points.length }) : null,
    one.review_at === undefined ? null : say("summary-review", { date: dateWords(one.review_at) }),
  ])];
}

/** How widely the talk was shared, in words: voices heard of those that could be. @param {number} part */
function sharedWords(part) {
  return part > 0.85 ? "shared-all" : part > 0.65 ? "shared-most" : part > 0.4 ? "shared-half" : "shared-few";
}
