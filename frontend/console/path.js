// Need, ideas, scores, common ground, what is hard, check, decision: one path, and where the group stands on it.
import { html, useEffect, useRef } from "../html.js";
import { session } from "../state.js";
import { say } from "../words.js";
import { bridgeStep } from "./bridge_step.js";
import { checkStep } from "./check_step.js";
import { chooseStep } from "./choose_step.js";
import { collectStep } from "./collect_step.js";
import { decideStep } from "./decide_step.js";
import { useEarlier } from "./earlier.js";
import { hardStep } from "./hard_step.js";
import { knowStep } from "./know_step.js";
import { open, openStep } from "./path_state.js";
import { scoreStep } from "./score_step.js";

/**
 * One step: `line` says in a few words where it stands, `isNow` whether it is under way, `Panel` is what its step opens.
 * @typedef {{ name: string, line: () => string, isNow: () => boolean, Panel: () => unknown }} Step
 */

/** In the order in which a group walks; it may go back at any time. @type {readonly Step[]} */
const STEPS = [knowStep, collectStep, chooseStep, scoreStep, bridgeStep, hardStep, checkStep, decideStep];

/** Whether people are at it just now. What nobody closed before the meeting's end is no longer. @param {Step} step */
const underWay = (step) => session.value.status === "open" && step.isNow();

/** How many steps are under way. */
export function stepsUnderWay() {
  return STEPS.filter(underWay).length;
}

/** The whole path, a line a step; the step that is open stands below. */
export function PathCard() {
  const card = useRef(/** @type {HTMLElement | null} */ (null));
  const before = useRef(open.peek().step);
  const shown = STEPS.find((step) => step.name === open.value.step);
  useEarlier();
  useEffect(() => {
    // What was just opened is brought into sight; what was open before stays where it is.
    if (shown && shown.name !== before.current) card.current?.scrollIntoView({ block: "nearest" });
    before.current = shown?.name ?? "";
  }, [shown]);
  if (session.value.status === "planned") return null;
  return html`<section class="card path-card" ref=${card} aria-labelledby="path">
    <h2 id="path">${say("path")}</h2>
    <ol class="path-steps">
      ${STEPS.map((step, index) => {
        const is = step.name === shown?.name;
        return html`<li key=${step.name}><button type="button" aria-expanded=${is} aria-current=${underWay(step) ? "step" : null} onClick=${() => openStep(is ? "" : step.name)}>
          <span class="path-number">${index + 1}</span><span><b>${say(`path-${step.name}`)}</b><span class="soft">${step.line()}</span></span></button></li>`;
      })}
    </ol>
    ${shown && html`<div class="path-panel stack" role="region" aria-label=${say(`path-${shown.name}`)}><${shown.Panel} key=${shown.name} /></div>`}
  </section>`;
}
