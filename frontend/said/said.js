// "You said, we did": for anybody who has the link, without an account and without the names of who did not release theirs.
import { html, useEffect, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Logo } from "../components/icon.js";
import { Notice, Purpose, Shell } from "../components/shell.js";
import { DecisionRecord, NeedsTable } from "../components/decision_record.js";
import { ask } from "../rest.js";
import { dateWords, say } from "../words.js";

/** The link's secret stays on the device, so that a reload opens the page again. */
const SECRETS = "evenfloor.said.";

/** @param {{ link: string, fragment: string }} props */
export default function Said({ link, fragment }) {
  const [secret] = useState(() => {
    if (fragment) sessionStorage.setItem(SECRETS + link, fragment);
    if (location.hash) history.replaceState(null, "", location.pathname);
    return sessionStorage.getItem(SECRETS + link) ?? "";
  });
  const [page, setPage] = useState(/** @type {(import("../generated/messages").DecisionsView & { session: { name: string, purpose: string, opened_at?: number } }) | null} */ (null));
  const [fault, setFault] = useState("");
  useEffect(() => {
    ask("POST", "/access/ledger", { body: { link_id: link, secret } }).then(setPage, (problem) => setFault(problemWords(problem)));
  }, [link]);
  useEffect(() => {
    if (page) document.title = `${say("said-title")} · ${page.session.name} · ${say("app-name")}`;
  }, [page]);
  if (fault) return html`<${Shell}><${Notice} icon="door" title=${say("said-failed-title")} text=${fault}>
    <a class="button wide" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
  if (!page) return html`<${Shell}><p class="soft" role="status">${say("report-loading")}</p></${Shell}>`;
  const { session, needs, order, by_id } = page;
  return html`<main id="main" class="report">
    <header class="row apart"><${Logo} href="/" /><${Purpose} is=${session.purpose} /></header>
    <div class="stack tight"><h1>${say("said-title")}</h1>
      <p class="soft">${session.name}. ${session.opened_at !== undefined ? `${dateWords(session.opened_at)}.` : ""} ${say("said-names")}</p></div>
    ${needs.order.length + order.length === 0 && html`<p>${say("said-nothing")}</p>`}
    ${needs.order.length > 0 && html`<section class="report-part" aria-label=${say("said-title")}><${NeedsTable} needs=${needs} /></section>`}
    ${[...order].reverse().map((id) => by_id[id] && html`<${DecisionRecord} key=${id} id=${id} decision=${by_id[id]} />`)}
    <footer class="report-foot"><button type="button" class="link" onClick=${() => window.print()}>${say("report-print")}</button><span class="soft">${say("said-made")}</span></footer>
  </main>`;
}
