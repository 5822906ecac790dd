// Answers on paper, counted together: how many for each step, never whose.
import { html, useId, useState } from "../html.js";
import { act } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { checks, numberOf, placeOf, stepsOf } from "../standing_state.js";
import { say } from "../words.js";

/** A tally of one or two would show whose it is. */
const FEWEST = 3;

/** @param {{ about: string }} props */
export function PaperDialog({ about }) {
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
