// The report: one paragraph in words made from figures, who spoke when, how the talk was shared, what came of nudges.
// Three readers, one page; what a reader may see is what the server sends.
import { html, useEffect, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Logo } from "../components/icon.js";
import { Notice, Purpose, Shell } from "../components/shell.js";
import { roomOf, tokenFor } from "../doors.js";
import { Problem, ask } from "../rest.js";
import { seatOf } from "../store.js";
import { nameOf, takeReport } from "../state.js";
import { dateWords, say, timeWords } from "../words.js";
import { AgendaOf } from "./agenda_of.js";
import { AskedOfAll } from "./asked_of_all.js";
import { Balance } from "./balance.js";
import { BreakoutsOf } from "./breakouts_of.js";
import { DecisionsOf } from "./decisions_of.js";
import { ByItem, DynamicsOf, NotesOf } from "./dynamics_of.js";
import { IdeasOf } from "./ideas_of.js";
import { Lanes } from "./lanes.js";
import { NudgesOf } from "./nudges_of.js";
import { OwnPart } from "./own_part.js";
import { PerspectivesOf } from "./perspectives_of.js";
import { PlacesOf } from "./places_of.js";
import { ScoresOf } from "./scores_of.js";
import { StandingOf } from "./standing_of.js";
import { Summary } from "./summary.js";
import { Sharing } from "./sharing.js";
import { TakeAway } from "./take_away.js";
import { Trends } from "./trends.js";

/** @param {{ session: string }} props */
export default function Report({ session }) {
  const [report, setReport] = useState(/** @type {any} */ (null));
  const [fault, setFault] = useState("");
  const [mine, setMine] = useState(true);
  const [reader, setReader] = useState("");
  const [goneAt, setGoneAt] = useState(/** @type {number | undefined} */ (undefined));
  useEffect(() => {
    // Who reads it without a place in it reads no more than the report.
    if (seatOf(session)) roomOf(session).then(({ gone_at }) => setGoneAt(gone_at), () => {});
  }, [session]);
  useEffect(() => {
    const load = async () => {
      const bearer = await tokenFor(session).catch(() => null);
      const made = await ask("GET", `/sessions/${session}/report${reader && `?for=${reader}`}`, { bearer: bearer ?? undefined });
      takeReport(made);
      setReport(made);
    };
    load().catch((problem) => {
      setMine(!(problem instanceof Problem && problem.status === 401));
      setFault(problemWords(problem));
    });
  }, [session, reader]);
  useEffect(() => {
    if (report) document.title = `${say("report-of", { room: report.session.name })} · ${say("app-name")}`;
  }, [report]);
  if (!mine) return html`<${Shell}><${Notice} icon="door" title=${say("report-not-mine-title")} text=${say("report-not-mine")}>
    <a class="button solid you wide" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
  if (fault) return html`<${Shell}><${Notice} icon="lost" title=${say("report-failed-title")} text=${fault}>
    <a class="button solid you wide" href=${`/r/${session}`}>${say("try-again")}</a>
    <a class="button wide" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
  if (!report) return html`<${Shell}><p class="soft" role="status">${say("report-loading")}</p></${Shell}>`;
  return html`<${Whole} report=${report} show=${setReader} goneAt=${goneAt} />`;
}

/** @param {{ report: any, show: (reader: string) => void, goneAt: number | undefined }} props */
function Whole({ report, show, goneAt }) {
  const { session, reader } = report;
  const begun = session.opened_at !== undefined;
  return html`<main id="main" class="report">
    <header class="row apart"><${Logo} href="/" /><${Purpose} is=${session.purpose} /></header>
    <div class="stack tight">
      <h1>${session.name}</h1>
      <p class="soft">${begun ? say("report-when", { date: dateWords(session.opened_at), from: timeWords(session.opened_at), to: timeWords(session.until_at) }) : say("report-not-begun")}
        ${" "}${say(`report-reader-${reader}`)}</p>
      ${goneAt !== undefined && html`<p class="soft">${say("keeping-until", { date: dateWords(goneAt) })}</p>`}
    </div>
    ${!begun ? html`<p>${say("report-not-begun-text")}</p>` : html`
      <${Summary} report=${report} />
      ${report.own && html`<${OwnPart} own=${report.own} />`}
      <${AgendaOf} items=${report.agenda ?? []} />
      ${report.notes && html`<${NotesOf} notes=${report.notes} />`}
      <${DecisionsOf} ledger=${report.decisions} nameOf=${nameOf} />
      <${IdeasOf} own=${report.own?.ideas ?? []} held=${report.held_back ?? {}} />
      <${ScoresOf} />
      <${StandingOf} />
      <${Lanes} report=${report} />
      <${Sharing} report=${report} />
      ${report.breakouts && html`<${BreakoutsOf} groups=${report.breakouts} />`}
      ${report.by_place && html`<${PlacesOf} places=${report.by_place} exact=${reader === "facilitator"} />`}
      ${report.perspectives && html`<${PerspectivesOf} spans=${report.perspectives} />`}
      ${report.balance && html`<${Balance} report=${report} />`}
      <${ByItem} report=${report} />
      <${DynamicsOf} report=${report} />
      ${report.asked_of_all && html`<${AskedOfAll} asked=${report.asked_of_all} />`}
      ${report.nudges && (report.nudges.order.length > 0 || !report.asked_of_all) && html`<${NudgesOf} report=${report} />`}
      ${reader === "facilitator" && html`<${Trends} session=${session.id} />`}`}
    <footer class="report-foot">
      ${seatOf(session.id) && html`<a class="link" href=${`/s/${session.id}`}>${say("report-back")}</a>`}
      ${begun && html`<${TakeAway} report=${report} />`}
      ${begun && html`<button type="button" class="link" onClick=${() => window.print()}>${say("report-print")}</button>`}
      ${begun && html`<button type="button" class="link" onClick=${() => show(reader === "public" ? "" : "public")}>${say(reader === "public" ? "report-for-me" : "report-for-everyone")}</button>`}
      <span class="soft">${say("report-made")}</span>
    </footer>
  </main>`;
}

