// A decision as everybody reads it: what was chosen and beside what, what is given up, who disagreed, what could go
// wrong, when we look again. On the console, phones, the report and the public page; and on paper.
import { html } from "../html.js";
import { COLUMNS, QUESTIONS } from "../decisions_state.js";
import { dateWords, listWords, say, timeWords } from "../words.js";
import { Icon } from "./icon.js";

/**
 * `nameOf`: the name behind an id, for words that somebody signed.
 * @typedef {{ decision: import("../decisions_state").Decision, nameOf?: (id: string) => string }} Shown
 */

const MOST = 5;

/** @param {Shown & { level?: number, id: string }} props */
export function DecisionRecord({ decision, nameOf = () => "", level = 2, id }) {
  const Title = `h${level}`;
  const Below = `h${level + 1}`;
  return html`<article class="record stack loose" aria-labelledby=${`record-${id}`}>
    <header class="stack tight">
      ${decision.asks && html`<p class="soft">${say("record-asked", { asks: decision.asks })}</p>`}
      <${Title} id=${`record-${id}`} class="record-title">${decision.statement || say("record-no-words")}</${Title}>
      <${Standing} decision=${decision} />
    </header>
    <${Beside} decision=${decision} />
    <${GivenUp} decision=${decision} />
    <div class="record-below">
      <${Voices} decision=${decision} nameOf=${nameOf} Title=${Below} />
      <${Risks} decision=${decision} Title=${Below} />
      <${Costs} decision=${decision} Title=${Below} />
      <${NotHere} decision=${decision} Title=${Below} />
      <${Again} decision=${decision} Title=${Below} />
    </div>
  </article>`;
}

/** Whether it holds, how many agreed, how many points are open. @param {Shown} props */
export function Standing({ decision }) {
  const { accepted, state, version, open_points } = decision;
  const n = open_points.length;
  return html`<p>
    ${accepted ? html`<b>${say("record-agreed", { n: accepted.agreed, of: accepted.answered })}</b> ` : html`<b>${say("record-draft")}</b> `}
    ${n > 0 && html`<b class="open-point">${say(accepted ? "record-with-open" : "record-open", { n })}</b> `}
    ${accepted && html`<span class="soft">${say("record-when", { date: dateWords(accepted.at), time: timeWords(accepted.at), version })} ${state === "provisional" ? say("record-late-until", { date: dateWords(accepted.late_until_at), time: timeWords(accepted.late_until_at) }) : decision.superseded_in ? say("record-superseded-in", { n: decision.superseded_in }) : say(`record-${state}`)} ${decision.origin ? say("record-from", { n: decision.origin.number }) : ""}</span>`}
  </p>
  ${decision.over_the_limit && html`<p><b class="open-point">${say("record-over")}</b> ${decision.limit_reason}</p>`}`;
}

/** The option chosen, beside what is best for others and leaving things as they are. @param {Shown} props */
function Beside({ decision }) {
  const shown = COLUMNS.filter((name) => name === "chosen" || name === "leave" || decision.columns[name].text);
  const scored = shown.some((name) => decision.columns[name].marks.length);
  const weighed = shown.some((name) => decision.columns[name].acceptance !== undefined);
  if (!scored && !weighed && shown.every((name) => name === "chosen" || !decision.columns[name].text)) return null;
  return html`<div class="card record-beside" tabindex="0" role="region" aria-label=${say("record-beside")}><table>
    <thead><tr><th scope="col" class="soft">${scored ? say("record-middle") : html`<span class="aloud">${say("record-beside")}</span>`}</th>
      ${shown.map((name) => html`<th key=${name} scope="col" class=${name}><span class=${name === "chosen" ? "tag floor" : "soft"}>${say(`column-${name}`)}</span>
        <b>${decision.columns[name].text || (name === "leave" ? say("column-leave-words") : say("record-no-words"))}</b>
        ${["answers", "people"].includes(decision.columns[name].basis) && html`<small class="soft">${say(`column-by-${decision.columns[name].basis}-${name}`)}</small>`}</th>`)}</tr></thead>
    <tbody>
      ${scored && QUESTIONS.map((question, place) => html`<tr key=${question}><th scope="row">${say(`question-${question}`)}</th>
        ${shown.map((name) => html`<td key=${name} class=${name} data-of=${say(`column-${name}`)}><${Mark} of=${decision.columns[name].marks[place] ?? 0} /></td>`)}</tr>`)}
      ${weighed && html`<tr><th scope="row">${say("record-acceptance")}</th>
        ${shown.map((name) => html`<td key=${name} class=${name} data-of=${say(`column-${name}`)}>${decision.columns[name].acceptance === undefined ? say("mark-none") : say("percent", { n: Math.round(decision.columns[name].acceptance ?? 0) })}</td>`)}</tr>`}
    </tbody></table></div>`;
}

/** A middle answer, as boxes and as a word. @param {{ of: number }} props */
function Mark({ of }) {
  if (!of) return html`<span class="soft">${say("mark-none")}</span>`;
  return html`<span class="mark"><span class="mark-boxes" aria-hidden="true">${Array.from({ length: MOST }, (_, at) => html`<i key=${at} class=${at < of ? "full" : ""}></i>`)}</span>${say(`score-${of}`)}</span>`;
}

/** What is lost, who bears it, were they asked. @param {Shown} props */
function GivenUp({ decision }) {
  const { order, by_id } = decision.gaps;
  if (!order.length) return null;
  return html`<div class="card record-table" tabindex="0" role="region" aria-label=${say("record-give-up")}><table>
    <thead><tr><th scope="col"><b>${say("record-give-up")}</b> <span class="soft">${say("gap-lost")}</span></th><th scope="col" class="soft">${say("gap-bears")}</th><th scope="col" class="soft">${say("gap-asked")}</th></tr></thead>
    <tbody>${order.map((id) => {
      const gap = by_id[id];
      return gap && html`<tr key=${id}><td><${Part} gap=${gap} part="lost" strong /><br /><span class="soft">${say(`gap-next-to-${gap.against}`)}${gap.question ? ` · ${say(`question-${gap.question}`)}` : ""}</span></td>
        <td data-of=${say("gap-bears")}><${Part} gap=${gap} part="bears" /></td><td data-of=${say("gap-asked")}><${Part} gap=${gap} part="asked" /></td></tr>`;
    })}</tbody></table></div>`;
}

/** @param {{ gap: import("../generated/messages").GapView, part: "lost" | "bears" | "asked", strong?: boolean }} props */
function Part({ gap, part, strong = false }) {
  const said = [gap[part], gap.unknown.includes(part) ? say("dont-know") : ""].filter(Boolean).join(". ");
  if (!said) return html`<${OpenPoint} />`;
  return strong ? html`<b>${said}</b>` : html`<span>${said}</span>`;
}

/** Blank, and said to be. */
function OpenPoint() {
  return html`<span class="open-point row"><${Icon} is="clock" />${say("point-open")}</span>`;
}

/** Who did not agree, in their own words, and late words with their answers. @param {Shown & { Title: string }} props */
function Voices({ decision, Title, nameOf = () => "" }) {
  const { dissents, late } = decision;
  const said = late.agree + late.worry + late.object > 0;
  if (!dissents.order.length && !said) return null;
  const who = (/** @type {{ by?: string, name?: string }} */ one) => one.name || (one.by && nameOf(one.by)) || say("name-not-shown");
  return html`<section class="card pad stack"><${Title}>${say("record-dissent")}</${Title}>
    ${dissents.order.map((id) => {
      const one = dissents.by_id[id];
      return one && html`<div key=${id} class="voice"><p>“${one.text}”</p><p class="soft">${who(one)}. ${one.needs && say("dissent-needs", { needs: one.needs })}</p></div>`;
    })}
    ${said && html`<p class="soft">${say("late-counts", { agree: late.agree, worry: late.worry, object: late.object })}</p>`}
    ${late.order.map((id) => {
      const word = late.by_id[id];
      return word && html`<div key=${id} class="voice"><p><b>${say(`stance-${word.stance}`)}</b> “${word.text}”</p><p class="soft">${who(word)}. ${word.answer ? say("late-answer", { answer: word.answer }) : word.stance === "object" ? say("late-waits") : ""}</p></div>`;
    })}
  </section>`;
}

/** How likely and how bad, apart; who looks after it. @param {Shown & { Title: string }} props */
function Risks({ decision, Title }) {
  const { order, by_id } = decision.risks;
  if (!order.length) return null;
  return html`<section class="card pad stack record-risks"><${Title}>${say("record-risks")}</${Title}><div class="scrolls" tabindex="0" role="region" aria-label=${say("record-risks")}><table>
    <thead><tr><td></td><th scope="col" class="soft">${say("risk-likelihood")}</th><th scope="col" class="soft">${say("risk-impact")}</th><th scope="col" class="soft">${say("risk-owner")}</th></tr></thead>
    <tbody>${order.map((id) => {
      const risk = by_id[id];
      return risk && html`<tr key=${id}><th scope="row">${risk.text}${risk.word !== "not_said" && html` <span class="tag">${say(`risk-word-${risk.word}`)}</span>`}${risk.mitigation && html`<br /><span class="soft">${risk.mitigation}</span>`}</th>
        <td data-of=${say("risk-likelihood")}>${risk.likelihood ? say(`likelihood-${risk.likelihood}`) : html`<${OpenPoint} />`}</td><td data-of=${say("risk-impact")}>${risk.impact ? say(`impact-${risk.impact}`) : html`<${OpenPoint} />`}</td>
        <td data-of=${say("risk-owner")}>${risk.owner || html`<${OpenPoint} />`}</td></tr>`;
    })}</tbody></table></div></section>`;
}

/** What was listed, or that it is not known. @param {string[]} listed @param {boolean} unknown */
const linesOf = (listed, unknown) => [...listed, ...(unknown ? [say("dont-know")] : [])];

/** What it costs, and on what conditions. @param {Shown & { Title: string }} props */
function Costs({ decision, Title }) {
  const { costs, costs_unknown, conditions } = decision;
  const lines = linesOf(costs, costs_unknown);
  return html`<section class="card pad stack"><${Title}>${say("record-costs")}</${Title}>
    <p>${lines.length ? listWords(lines) : html`<${OpenPoint} />`}</p>
    ${conditions.length > 0 && html`<p><b>${say("record-conditions")}:</b> ${listWords(conditions)}</p>`}
  </section>`;
}

/** Whom it touches, and who could not say so here. @param {Shown & { Title: string }} props */
function NotHere({ decision, Title }) {
  const lines = linesOf(decision.affected, decision.affected_unknown);
  return html`<section class="card pad stack"><${Title}>${say("record-affected")}</${Title}>
    <p>${lines.length ? listWords(lines) : html`<${OpenPoint} />`}</p>
  </section>`;
}

/** When we look again, what came of looking, how sure people are. @param {Shown & { Title: string }} props */
function Again({ decision, Title }) {
  const { review_at, review_how, reviews, sure } = decision;
  return html`<section class="card pad stack"><${Title}>${say("record-review")}</${Title}>
    ${review_at === undefined ? html`<p><${OpenPoint} /></p>` : html`<p class="record-date">${dateWords(review_at)}</p>`}
    ${review_how && html`<p>${review_how}</p>`}
    ${reviews.map((one) => html`<p key=${one.at}><b>${dateWords(one.at)}. ${say(`came-${one.came}`)}</b> ${one.text} ${one.number ? html`<span class="soft">${say("record-reviewed-in", { n: one.number })}</span>` : ""}</p>`)}
    ${sure.lowest !== undefined && html`<p class="soft">${say("record-sure", { lowest: sure.lowest, highest: sure.highest ?? 0, middle: sure.middle ?? 0 })}</p>`}
  </section>`;
}

/** "You said, we did": every need and what came of it. @param {{ needs: import("../generated/messages").NamedNeedsView, deed?: (id: string) => unknown }} props */
export function NeedsTable({ needs, deed }) {
  return html`<ul class="said-needs stack">${needs.order.map((id) => {
    const need = needs.by_id[id];
    return need && html`<li key=${id} class="card pad stack tight"><p><span class="soft">${say("said-you")}</span> ${need.text}</p>
      <p><span class="soft">${say("said-we")}</span> ${need.end ? html`<b>${say(`end-${need.end}`)}</b> ${need.because}` : html`<${OpenPoint} />`}</p>
      ${need.end && (need.owner || need.by_at !== undefined) && html`<p class="soft">${need.owner && say("said-owner", { owner: need.owner })} ${need.by_at !== undefined ? say("said-by", { date: dateWords(need.by_at) }) : ""}</p>`}
      ${deed?.(id)}</li>`;
  })}</ul>`;
}
