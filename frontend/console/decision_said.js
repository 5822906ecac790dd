// "You said, we did": every need ends as taken up, partly, or no because; on a public link, which can be taken back.
import { html, useId, useState } from "../html.js";
import { act, askAsMe, may, problemWords } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { keepAsFile } from "../components/file.js";
import { tokenFor } from "../doors.js";
import { tell } from "../messages.js";
import { askText } from "../rest.js";
import { NeedsTable } from "../components/decision_record.js";
import { Fold } from "../components/fold.js";
import { Press } from "../components/press.js";
import { LONGEST } from "../components/writing.js";
import { ledger } from "../decisions_state.js";
import { desk, session } from "../state.js";
import { say } from "../words.js";
import { dayToMs, msToDay } from "./decision_forms.js";
import { SecretLink } from "./share_dialog.js";

const ENDS = /** @type {const} */ (["taken_up", "partly", "no"]);

export function SaidStep() {
  const [made, setMade] = useState(/** @type {{ link: string, qr: string[] } | null} */ (null));
  const links = desk.value?.ledger.links ?? [];
  const share = async () => setMade(await askAsMe("POST", "/ledger-links", {}));
  return html`<section class="stack" aria-labelledby="said"><h3 id="said">${say("said-title")}</h3>
    <p class="soft">${say("said-means")}</p>
    <${NeedsTable} needs=${ledger.value.needs} deed=${(/** @type {string} */ need) => may("need.end") && html`<${EndForm} key=${need} need=${need} />`} />
    ${may("ledger.share") && html`<div class="stack"><p class="soft">${say("said-link-means")}</p>
      <div class="row"><button type="button" class="button" onClick=${share}>${say("said-link")}</button><a class="button bare" href=${`/r/${session.value.id}`}>${say("report-read")}</a>
        <button type="button" class="button bare" onClick=${() => take("decisions.md", "decisions.md", "text/markdown")}>${say("said-as-text")}</button><button type="button" class="button bare" onClick=${() => take("risks.csv", "risks.csv", "text/csv")}>${say("said-risks")}</button></div>
      ${made && html`<${SecretLink} link=${made.link} qr=${made.qr} />`}
      ${links.map((link, at) => html`<div key=${link} class="row apart"><span>${say("said-link-nth", { n: at + 1 })}</span><${Press} command=${{ do: "ledger.unshare", link }} class="link strong" label=${say("said-unshare-which", { n: at + 1 })}>${say("said-unshare")}</${Press}></div>`)}</div>`}
  </section>`;
}

/** The ledger as a file. @param {string} path @param {string} name @param {string} type */
async function take(path, name, type) {
  const id = session.value.id;
  try {
    keepAsFile(name, type, await askText(`/sessions/${id}/${path}`, (await tokenFor(id)) ?? undefined));
  } catch (problem) {
    tell(problemWords(problem), { refusal: true });
  }
}

/** @param {{ need: string }} props */
function EndForm({ need }) {
  const field = useId();
  const now = ledger.value.needs.by_id[need];
  const form = `need/${need}`;
  const [end, setEnd] = useDraft(`${form}/end`, /** @type {typeof ENDS[number]} */ (now?.end ?? "taken_up"));
  const [texts, setTexts] = useDraft(`${form}/texts`, { because: now?.because ?? "", owner: now?.owner ?? "" });
  const [day, setDay] = useDraft(`${form}/day`, msToDay(now?.by_at));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "need.end", need, end, ...texts, ...(day ? { by_at: dayToMs(day) } : {}) }));
  };
  return html`<${Fold} name=${`end/${need}`} line=${say(now?.end ? "end-change" : "end-say")}><form class="stack" onSubmit=${save}>
    <div class="field"><label for=${`${field}-e`}>${say("end-ask")}</label><select id=${`${field}-e`} value=${end} onChange=${(/** @type {any} */ event) => setEnd(event.target.value)}>${ENDS.map((one) => html`<option key=${one} value=${one}>${say(`end-${one}`)}</option>`)}</select></div>
    <div class="field"><label for=${`${field}-b`}>${say("end-because")}</label><textarea id=${`${field}-b`} class="short" rows="2" maxlength=${LONGEST} value=${texts.because} onInput=${(/** @type {any} */ event) => setTexts({ ...texts, because: event.target.value })}></textarea></div>
    <div class="halves"><div class="field"><label for=${`${field}-o`}>${say("end-owner")}</label><input id=${`${field}-o`} maxlength=${LONGEST} value=${texts.owner} onInput=${(/** @type {any} */ event) => setTexts({ ...texts, owner: event.target.value })} /></div>
      <div class="field"><label for=${`${field}-d`}>${say("end-by")}</label><input id=${`${field}-d`} type="date" value=${day} onInput=${(/** @type {any} */ event) => setDay(event.target.value)} /></div></div>
    <div class="row"><button class="button">${say("save-line")}</button></div></form></${Fold}>`;
}
