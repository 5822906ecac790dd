// A decision is accepted by a check that was opened after its last change: people agree to what they could read.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Press } from "../components/press.js";
import { room, session } from "../state.js";
import { say } from "../words.js";
import { openStep } from "./path_state.js";

/** Kinds of checks that can accept; the others show where people stand. */
const DECISIVE = new Set(["consent", "fist", "gradients", "score"]);

/** @param {{ id: string, record: import("../decisions_state").Decision }} props */
export function Accept({ id, record }) {
  const field = useId();
  const { order, by_id, open } = room.value.checks;
  const closed = [...order].reverse().filter((check) => DECISIVE.has(by_id[check]?.what ?? ""));
  const [chosen, setChosen] = useDraft(`accept/${id}/check`, "");
  const [marked, setMarked] = useDraft(`accept/${id}/marked`, false);
  const check = chosen || closed[0];
  const n = record.open_points.length;
  if (session.value.status !== "open") return null;
  const accept = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (check) void act({ do: "decision.accept", decision: id, check, with_open_points: marked });
  };
  return html`<section class="card pad stack" aria-labelledby="accept"><h3 id="accept">${say("accept-title")}</h3>
    <p class="soft">${say("accept-means")}</p>
    ${may("check.open") && html`<div class="row">${open ? html`<p class="soft">${say("accept-asking", { asks: open.asks })}</p>`
      : html`<${Press} command=${{ do: "check.open", what: "consent", asks: record.statement }} class="button" done=${() => openStep("check")}>${say("accept-ask")}</${Press}>`}</div>`}
    ${check !== undefined && html`<form class="stack" onSubmit=${accept}>
      <div class="field"><label for=${field}>${say("accept-by")}</label><select id=${field} value=${check} onChange=${(/** @type {any} */ event) => setChosen(event.target.value)}>${closed.map((one) => html`<option key=${one} value=${one}>${say("accept-check", { asks: by_id[one]?.asks ?? "", n: by_id[one]?.support ?? 0, of: by_id[one]?.answered ?? 0 })}</option>`)}</select></div>
      ${n > 0 && html`<label class="choice"><input type="checkbox" checked=${marked} onChange=${() => setMarked(!marked)} /><span>${say("accept-open", { n })}<small>${say("accept-open-means")}</small></span></label>`}
      <div class="row"><button class="button solid floor">${say("accept-go")}</button></div></form>`}
  </section>`;
}
