// Answers on paper, counted together: how many for each step, never whose.
import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { Ranking, rankingOf } from "../components/check_ballot.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { checks, numberOf, placeOf, stepsOf } from "../standing_state.js";
import { say } from "../words.js";

/** A tally of one or two would show whose it is. */
const FEWEST = 3;

/** @param {{ about: string }} props */
export function PaperDialog({ about }) {
  const { open } = checks.value;
  return open?.id === about && open.what === "ranked" ? html`<${Orders} check=${open} />` : html`<${Counts} about=${about} />`;
}

/** Of a ranking: so many papers for each order that stands on one. @param {{ check: import("../standing_state.js").OpenCheck }} props */
function Orders({ check }) {
  const id = useId();
  const none = check.options.map(() => 0);
  const [places, setPlaces] = useState(none);
  const [papers, setPapers] = useState("1");
  const [orders, setOrders] = useState(/** @type {{ ranking: number[][], papers: number }[]} */ ([]));
  const total = orders.reduce((sum, one) => sum + one.papers, 0);
  const add = () => {
    if (!places.some(Boolean) || Number(papers) < 1) return;
    setOrders([...orders, { ranking: rankingOf(places), papers: Number(papers) }]);
    setPlaces(none);
    setPapers("1");
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (total < FEWEST) return;
    if (await act({ do: "check.tally", check: check.id, rankings: orders })) closeDialog();
  };
  const words = (/** @type {number[][]} */ ranking) => ranking.map((tied) => tied.map((option) => check.options[option]).join(" = ")).join(", ");
  return html`<${Dialog} title=${say("paper-title")}>
    <form class="stack" onSubmit=${save}>
      <p class="soft">${say("paper-orders-mean")} ${check.on_paper > 0 && say("paper-again", { n: check.on_paper })}</p>
      <${Ranking} check=${check} places=${places} set=${setPlaces} />
      <div class="paper-row"><label for=${id}>${say("paper-orders-count")}</label><input id=${id} type="number" inputmode="numeric" min="1" max="999" value=${papers} onInput=${(/** @type {any} */ event) => setPapers(event.target.value)} /></div>
      <div class="row"><button type="button" class="button" onClick=${add}>${say("paper-orders-add")}</button></div>
      ${orders.length > 0 && html`<ul class="stack tight">${orders.map((one, at) => html`<li key=${at} class="row apart"><span><b>${one.papers}</b> ${words(one.ranking)}</span>
        <button type="button" class="button bare" aria-label=${say("paper-orders-take-which", { words: words(one.ranking) })} onClick=${() => setOrders(orders.filter((_, other) => other !== at))}>${say("paper-orders-take")}</button></li>`)}</ul>`}
      <p role="status"><b>${say("paper-total", { n: total })}</b> ${total > 0 && total < FEWEST ? say("paper-few") : ""}</p>
      <button class="button solid floor wide" aria-disabled=${total < FEWEST ? "true" : null}>${say("paper-go")}</button>
    </form>
  </${Dialog}>`;
}

/** Of a scale: how many gave each step. @param {{ about: string }} props */
function Counts({ about }) {
  const id = useId();
  const { open } = checks.value;
  const steps = stepsOf(open?.what ?? "").filter(({ value }) => open?.what !== "consent" || value);
  const [counts, setCounts] = useState(() => steps.map(() => ""));
  if (!open || open.id !== about) return html`<${Dialog} title=${say("paper-title")}><p>${say("paper-closed")}</p></${Dialog}>`;
  const total = counts.reduce((sum, one) => sum + (Number(one) || 0), 0);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (total < FEWEST) return;
    const tally = Array.from({ length: stepsOf(open.what).length }, () => 0);
    steps.forEach(({ value }, at) => (tally[placeOf(open.what, value)] = Number(counts[at]) || 0));
    if (await act({ do: "check.tally", check: open.id, counts: tally })) closeDialog();
  };
  return html`<${Dialog} title=${say("paper-title")}>
    <form class="stack" onSubmit=${save}>
      <p class="soft">${say("paper-means")} ${open.what === "consent" && say("paper-consent")} ${open.on_paper > 0 && say("paper-again", { n: open.on_paper })}</p>
      ${steps.map(({ value, words }, at) => html`<div key=${value} class="paper-row"><label for=${`${id}-${at}`}>${numberOf(open.what, value)} ${words}</label>
        <input id=${`${id}-${at}`} type="number" inputmode="numeric" min="0" max="999" value=${counts[at]} onInput=${(/** @type {any} */ event) => setCounts(counts.map((one, other) => (other === at ? event.target.value : one)))} /></div>`)}
      <p role="status"><b>${say("paper-total", { n: total })}</b> ${total > 0 && total < FEWEST ? say("paper-few") : ""}</p>
      <button class="button solid floor wide" aria-disabled=${total < FEWEST ? "true" : null}>${say("paper-go")}</button>
    </form>
  </${Dialog}>`;
}
