// What has to be said of a decision, a line each; "we don't know" is an answer, blank is not.
import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Fold } from "../components/fold.js";
import { Press } from "../components/press.js";
import { LONGEST } from "../components/writing.js";
import { COLUMNS, QUESTIONS, ledger } from "../decisions_state.js";
import { proposals, wordsOf } from "../ideas_state.js";
import { dateWords, say } from "../words.js";

/** @typedef {{ id: string, record: import("../decisions_state").Decision }} Drafted */

const PARTS = /** @type {const} */ (["lost", "bears", "asked"]);
const STEPS = [0, 1, 2, 3, 4, 5];

/** How many of a kind are open. @param {Drafted["record"]} record @param {string} what */
function open(record, what) {
  return record.open_points.filter((point) => point.what === what).length;
}

/** Each part behind its heading, with how much of it is blank. @param {Drafted} props */
export function DraftForms({ id, record }) {
  const { gaps, risks } = record;
  return html`<div class="draft-forms stack tight">
    <${Part} id=${id} title="record-give-up" n=${open(record, "gap")}>${gaps.order.map((gap) => gaps.by_id[gap] && html`<${GapForm} key=${gap} id=${id} gap=${gap} said=${gaps.by_id[gap]} />`)}
      <${Fold} name=${`gap-more/${id}`} line=${say("gap-more")}><${GapForm} id=${id} /></${Fold}></${Part}>
    <${Part} id=${id} title="record-costs" n=${open(record, "costs")}><${Lines} id=${id} name="costs" lines=${record.costs} unknown=${record.costs_unknown} /></${Part}>
    <${Part} id=${id} title="record-affected" n=${open(record, "affected")}><${Lines} id=${id} name="affected" lines=${record.affected} unknown=${record.affected_unknown} /></${Part}>
    <${Part} id=${id} title="record-risks" n=${open(record, "risk")}>${risks.order.map((risk) => risks.by_id[risk] && html`<${RiskForm} key=${risk} id=${id} risk=${risk} said=${risks.by_id[risk]} />`)}
      <${Fold} name=${`risk-more/${id}`} line=${say("risk-more")}><${RiskForm} id=${id} /></${Fold}></${Part}>
    <${Part} id=${id} title="record-review" n=${open(record, "review")} open=${record.supersedes !== undefined}><${ReviewForm} id=${id} record=${record} /></${Part}>
    <${Part} id=${id} title="record-words" n=${0}><${WordsForm} id=${id} record=${record} /></${Part}>
    <${Part} id=${id} title="record-beside" n=${0}>${COLUMNS.map((column) => html`<${ColumnForm} key=${column} id=${id} column=${column} record=${record} />`)}</${Part}>
  </div>`;
}

/** @param {{ id: string, title: string, n: number, open?: boolean, children?: unknown }} props */
function Part({ id, title, n, open = false, children }) {
  return html`<${Fold} name=${`part/${id}/${title}`} look="draft-part" usual=${open} lineLook="row apart" line=${html`<b>${say(title)}</b>${n > 0 ? html`<span class="open-point">${say("record-open", { n })}</span>` : html`<span class="soft">${say("part-said")}</span>`}`}><div class="stack">${children}</div></${Fold}>`;
}

/** @param {{ id: string, label: string, value: string, set: (value: string) => void, rows?: number }} props */
function Field({ id, label, value, set, rows = 2 }) {
  return html`<div class="field"><label for=${id}>${label}</label><textarea id=${id} class="short" rows=${rows} maxlength=${LONGEST} value=${value} onInput=${(/** @type {any} */ event) => set(event.target.value)}></textarea></div>`;
}

/** What is lost, who bears it, were they asked. @param {{ id: string, gap?: string, said?: import("../generated/messages").GapView }} props */
function GapForm({ id, gap, said }) {
  const field = useId();
  const form = `gap/${id}/${gap ?? "new"}`;
  const [texts, setTexts] = useDraft(`${form}/texts`, { lost: said?.lost ?? "", bears: said?.bears ?? "", asked: said?.asked ?? "" });
  const [unknown, setUnknown] = useDraft(`${form}/unknown`, () => new Set(said?.unknown ?? []));
  const [against, setAgainst] = useDraft(`${form}/against`, said?.against ?? "to_live_with");
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "decision.set_gap", decision: id, against, ...texts, unknown: [...unknown], ...(gap ? { gap } : {}), ...(said?.question ? { question: said.question } : {}) }));
  };
  const toggle = (/** @type {typeof PARTS[number]} */ part) => setUnknown((was) => new Set(was.has(part) ? [...was].filter((one) => one !== part) : [...was, part]));
  return html`<form class="draft-line stack" onSubmit=${save}>
    ${said ? html`<p class="soft">${say(`gap-next-to-${against}`)}${said.question ? ` · ${say(`question-${said.question}`)}` : ""}</p>`
      : html`<div class="field"><label for=${`${field}-a`}>${say("gap-against")}</label><select id=${`${field}-a`} value=${against} onChange=${(/** @type {any} */ event) => setAgainst(event.target.value)}>${COLUMNS.slice(1).map((one) => html`<option key=${one} value=${one}>${say(`column-${one}`)}</option>`)}</select></div>`}
    <div class="thirds">${PARTS.map((part) => html`<div key=${part} class="stack tight"><${Field} id=${`${field}-${part}`} label=${say(`gap-${part}`)} value=${texts[part]} set=${(/** @type {string} */ value) => setTexts((now) => ({ ...now, [part]: value }))} />
      <label class="choice"><input type="checkbox" checked=${unknown.has(part)} onChange=${() => toggle(part)} /><span>${say("dont-know-say")}</span></label></div>`)}</div>
    <div class="row"><button class="button">${say("save-line")}</button>${gap && html`<${Press} command=${{ do: "decision.remove_line", decision: id, gap }} class="button bare" label=${say("line-remove-which", { text: texts.lost || say(`gap-next-to-${against}`) })}>${say("line-remove")}</${Press}>`}</div>
  </form>`;
}

/** How likely and how bad are two questions, and stay two. @param {{ id: string, risk?: string, said?: import("../generated/messages").RiskView }} props */
function RiskForm({ id, risk, said }) {
  const field = useId();
  const form = `risk/${id}/${risk ?? "new"}`;
  const [texts, setTexts] = useDraft(`${form}/texts`, { text: said?.text ?? "", owner: said?.owner ?? "", mitigation: said?.mitigation ?? "" });
  const [likelihood, setLikelihood] = useDraft(`${form}/likelihood`, /** @type {number} */ (said?.likelihood ?? 0));
  const [impact, setImpact] = useDraft(`${form}/impact`, /** @type {number} */ (said?.impact ?? 0));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const own = texts.text === said?.text ? "" : texts.text;
    await sentFrom(form, act({ do: "decision.set_risk", decision: id, ...texts, text: own || texts.text, likelihood, impact, ...(risk ? { risk } : {}) }));
  };
  const steps = (/** @type {string} */ name, /** @type {number} */ value, /** @type {(step: number) => void} */ set) => html`<div class="field"><label for=${`${field}-${name}`}>${say(`risk-${name}`)}</label>
    <select id=${`${field}-${name}`} value=${value} onChange=${(/** @type {any} */ event) => set(Number(event.target.value))}>${STEPS.map((step) => html`<option key=${step} value=${step}>${say(`${name}-${step}`)}</option>`)}</select></div>`;
  return html`<form class="draft-line stack" onSubmit=${save}>
    <${Field} id=${`${field}-t`} label=${say("risk-text")} value=${texts.text} set=${(/** @type {string} */ text) => setTexts({ ...texts, text })} />
    <div class="halves">${steps("likelihood", likelihood, setLikelihood)}${steps("impact", impact, setImpact)}</div>
    <div class="halves"><${Field} id=${`${field}-o`} label=${say("risk-owner")} value=${texts.owner} set=${(/** @type {string} */ owner) => setTexts({ ...texts, owner })} />
      <${Field} id=${`${field}-m`} label=${say("risk-mitigation")} value=${texts.mitigation} set=${(/** @type {string} */ mitigation) => setTexts({ ...texts, mitigation })} /></div>
    <div class="row"><button class="button">${say("save-line")}</button>${risk && html`<${Press} command=${{ do: "decision.remove_line", decision: id, risk }} class="button bare" label=${say("line-remove-which", { text: texts.text })}>${say("line-remove")}</${Press}>`}</div>
  </form>`;
}

/** @param {string} text */
function split(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** One line each, and "we don't know". @param {{ id: string, name: "costs" | "affected", lines: string[], unknown: boolean }} props */
function Lines({ id, name, lines, unknown }) {
  const field = useId();
  const form = `lines/${id}/${name}`;
  const [text, setText] = useDraft(`${form}/text`, lines.join("\n"));
  const [dont, setDont] = useDraft(`${form}/dont`, unknown);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act(name === "costs" ? { do: "decision.set", decision: id, costs: split(text), costs_unknown: dont } : { do: "decision.set", decision: id, affected: split(text), affected_unknown: dont }));
  };
  return html`<form class="stack" onSubmit=${save}><div class="field"><label for=${field}>${say(`lines-ask-${name}`)}</label><textarea id=${field} class="short" rows="2" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <label class="choice"><input type="checkbox" checked=${dont} onChange=${() => setDont(!dont)} /><span>${say("dont-know-say")}</span></label>
    <div class="row"><button class="button">${say("save-line")}</button></div></form>`;
}

/** Noon, so that it is that day wherever it is read. @param {string} day */
export function dayToMs(day) {
  return new Date(`${day}T12:00:00`).getTime();
}

/** @param {number | undefined} at */
export function msToDay(at) {
  if (at === undefined) return "";
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Nobody has said when. */
const NO_DAY = 0;

/** When this is looked at again; of a new version, whether the day of the one before still holds. @param {Drafted} props */
function ReviewForm({ id, record }) {
  const field = useId();
  const form = `look-again/${id}`;
  const [day, setDay] = useDraft(`${form}/day`, msToDay(record.review_at));
  const [how, setHow] = useDraft(`${form}/how`, record.review_how);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "decision.set", decision: id, review_how: how, review_at: day ? dayToMs(day) : NO_DAY }));
  };
  const before = ledger.value.by_id[record.supersedes ?? ""]?.review_at;
  const kept = record.review_at !== undefined;
  return html`<form class="stack" onSubmit=${save}>
    ${before !== undefined && (!kept || record.review_at === before) && html`<p class="soft">${say(kept ? "review-day-kept" : "review-day-passed", { date: dateWords(before) })}</p>`}
    <div class="field"><label for=${field}>${say("review-day")}</label><input id=${field} type="date" value=${day} onInput=${(/** @type {any} */ event) => setDay(event.target.value)} /></div>
    <${Field} id=${`${field}-h`} label=${say("review-how")} value=${how} set=${setHow} /><div class="row"><button class="button">${say("save-line")}</button>
      ${kept && html`<${Press} command=${{ do: "decision.set", decision: id, review_at: NO_DAY }} class="button bare" form=${form}>${say("review-day-none")}</${Press}>`}</div></form>`;
}

/** The words of it: what is decided, what the question was, on what conditions, and why where it is hard. @param {Drafted} props */
function WordsForm({ id, record }) {
  const field = useId();
  const form = `words/${id}`;
  const [texts, setTexts] = useDraft(`${form}/texts`, { statement: record.statement, asks: record.asks, limit_reason: record.limit_reason });
  const [conditions, setConditions] = useDraft(`${form}/conditions`, record.conditions.join("\n"));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom(form, act({ do: "decision.set", decision: id, ...texts, conditions: split(conditions) }));
  };
  return html`<form class="stack" onSubmit=${save}>
    <${Field} id=${`${field}-s`} label=${say("decide-statement")} value=${texts.statement} set=${(/** @type {string} */ statement) => setTexts({ ...texts, statement })} />
    <${Field} id=${`${field}-a`} label=${say("decide-asks")} value=${texts.asks} set=${(/** @type {string} */ asks) => setTexts({ ...texts, asks })} />
    <${Field} id=${`${field}-c`} label=${say("conditions-ask")} value=${conditions} set=${setConditions} />
    ${record.over_the_limit && html`<${Field} id=${`${field}-l`} label=${say("limit-ask")} value=${texts.limit_reason} set=${(/** @type {string} */ limit_reason) => setTexts({ ...texts, limit_reason })} />`}
    <div class="row"><button class="button">${say("save-line")}</button></div></form>`;
}

/** Which option stands in a column, in which words, with which middle answers. @param {Drafted & { column: typeof COLUMNS[number] }} props */
function ColumnForm({ id, record, column }) {
  const field = useId();
  const now = record.columns[column];
  const own = now.option === undefined;
  const form = `column/${id}/${column}`;
  const [option, setOption] = useDraft(`${form}/option`, now.option ?? "");
  const [text, setText] = useDraft(`${form}/text`, own || now.option === "leave" ? now.text : "");
  const [marks, setMarks] = useDraft(`${form}/marks`, () => QUESTIONS.map((_, place) => now.marks[place] ?? 0));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = marks.some((mark, place) => mark !== (now.marks[place] ?? 0)) && (option === (now.option ?? ""));
    await sentFrom(form, act({ do: "decision.set_column", decision: id, column, text, ...(option ? { option } : {}), ...(typed || !option || option === "leave" ? { marks } : {}) }));
  };
  return html`<${Fold} name=${`column-open/${id}/${column}`} line=${html`<span>${say(`column-${column}`)}: <b>${now.text || say("record-no-words")}</b></span>`}><form class="stack" onSubmit=${save}>
    <div class="field"><label for=${field}>${say("column-option")}</label><select id=${field} value=${option} onChange=${(/** @type {any} */ event) => setOption(event.target.value)}>
      <option value="">${say("decide-own-words")}</option>${proposals.value.map((idea) => html`<option key=${idea} value=${idea}>${wordsOf(idea)}</option>`)}<option value="leave">${say("column-leave")}</option></select></div>
    <${Field} id=${`${field}-t`} label=${say("column-text")} value=${text} set=${setText} rows=${1} />
    <div class="quarters">${QUESTIONS.map((question, place) => html`<div class="field" key=${question}><label for=${`${field}-${question}`}>${say(`question-${question}`)}</label>
      <select id=${`${field}-${question}`} value=${marks[place]} onChange=${(/** @type {any} */ event) => setMarks(marks.map((mark, at) => (at === place ? Number(event.target.value) : mark)))}>
        ${STEPS.map((step) => html`<option key=${step} value=${step}>${step ? say(`score-${step}`) : say("mark-none")}</option>`)}</select></div>`)}</div>
    <div class="row"><button class="button">${say("save-line")}</button></div></form></${Fold}>`;
}
