import { html } from "../html.js";
import { has, lengthWords, say, timeWords } from "../words.js";
import { baselineWords, groupWords } from "../console/nudge_words.js";
import { acted } from "./lanes.js";

/** What nudges led to, each judged by its own effect beside the un-nudged rate. @param {{ report: Record<string, any> }} props */
export function NudgesOf({ report }) {
  const { order, by_id, asked, baseline } = report.nudges;
  const letters = new Map(acted(report).map(([letter, , id]) => [id, letter]));
  const kinds = [...new Set(order.map((/** @type {string} */ id) => by_id[id].rule))];
  const judged = kinds.filter((kind) => order.some((/** @type {string} */ id) => by_id[id].rule === kind && Object.keys(by_id[id].effect ?? {}).length > 0));
  const others = kinds.some((kind) => !baseline[kind]);
  return html`<section class="report-part" aria-labelledby="nudges-of"><h2 id="nudges-of">${say("panel-nudges")}</h2>
    ${order.length === 0 ? html`<p class="soft">${say("nudges-of-none")}</p>` : html`
      ${asked.asked > 0 && html`<p>${say("nudges-of-asked", { n: asked.asked, came: asked.came, chose: asked.chose_not })}</p>`}
      ${judged.map((kind) => html`<p class="soft" key=${kind}>${kinds.length > 1 ? `${say(`kind-${kind}`)}: ` : ""}${baselineWords(kind, baseline[kind])}</p>`)}
      ${others && html`<p class="soft">${say(judged.length ? "baseline-other-kinds" : "baseline-none")}</p>`}
      <ul class="report-nudges">${order.map((/** @type {string} */ id) => html`<${One} key=${id} one=${by_id[id]} name=${report.lanes.by_id[by_id[id].subject]?.name ?? ""} letter=${letters.get(id) ?? ""} />`)}</ul>`}
  </section>`;
}

/** @param {{ one: Record<string, any>, name: string, letter: string }} props */
function One({ one, name, letter }) {
  const effect = Object.entries(one.effect ?? {});
  const came = effect.find(([, yes]) => yes);
  const outcome = came ? say("effect-came", { length: lengthWords(Number(came[0])) }) : effect.length ? say("effect-not") : "";
  return html`<li>${letter ? html`<b class="letter">${letter}</b>` : html`<span></span>`}<span class="soft">${timeWords(one.raised_at)}</span>
    <span><b>${say(has(`past-${one.rule}`) ? `past-${one.rule}` : "past-other", { name, group: one.rule === "group_unheard" ? groupWords(one.about ?? "") : "" })}</b>
      ${" "}${one.facts.quiet_ms ? say("nudges-of-quiet", { length: lengthWords(one.facts.quiet_ms) }) : ""} ${say(`life-${one.state}`, { action: one.action ? say(`done-${one.action}`) : "" })}
      ${" "}${one.answer ? say(`answer-${one.answer}`) : ""} ${outcome}</span></li>`;
}
