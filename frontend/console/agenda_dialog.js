import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { agenda } from "../state.js";
import { say } from "../words.js";

const TEMPLATES = /** @type {const} */ (["workshop", "standup", "community", "consent", "retro"]);

/** What is still to come, as lines that can be typed over. */
function linesToCome() {
  const { order, by_id } = agenda.value;
  return order.flatMap((id) => {
    const one = by_id[id];
    if (!one || one.started_at !== undefined) return [];
    return [`${one.length_ms ? `${one.length_ms / 60_000} ` : ""}${one.title}${one.mode ? ` (${one.mode})` : ""}${one.owner ? ` / ${one.owner}` : ""}`];
  }).join("\n");
}

/** The agenda as lines, from a template or by hand; what is fixed, and what can change. */
export function AgendaDialog() {
  const [lines, setLines] = useDraft("dialog/agenda/lines", linesToCome);
  const [fixed, setFixed] = useDraft("dialog/agenda/fixed", () => agenda.value.fixed.map((what, at) => (agenda.value.fixed_by[at] ? `${what} / ${agenda.value.fixed_by[at]}` : what)).join("\n"));
  const [can, setCan] = useDraft("dialog/agenda/can", agenda.value.can_change.join("\n"));
  const ids = { lines: useId(), fixed: useId(), can: useId(), template: useId() };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const split = (/** @type {string} */ text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
    // As on the agenda: what stands behind the last slash is who.
    const lines_fixed = split(fixed).map((line) => /^(?<what>.*\S)\s+\/\s+(?<who>\S.*)$/.exec(line)?.groups ?? { what: line, who: "" });
    const told = await act({ do: "brief.set", fixed: lines_fixed.map((one) => one.what ?? ""), fixed_by: lines_fixed.map((one) => one.who ?? ""), can_change: split(can) });
    if (told && (await act({ do: "agenda.set", lines: split(lines) }))) closeDialog();
  };
  return html`<${Dialog} title=${say("agenda-write-title")}>
    <form class="stack" onSubmit=${save}>
      <div class="field"><label for=${ids.template}>${say("agenda-template")}</label>
        <select id=${ids.template} onChange=${(/** @type {any} */ event) => event.target.value && setLines(say(`template-${event.target.value}-lines`))}>
          <option value="">${say("agenda-template-none")}</option>
          ${TEMPLATES.map((one) => html`<option key=${one} value=${one}>${say(`template-${one}`)}</option>`)}
        </select></div>
      <div class="field"><label for=${ids.lines}>${say("agenda-lines")}</label><p id=${`${ids.lines}-how`} class="soft">${say("agenda-lines-how")}</p>
        <textarea id=${ids.lines} aria-describedby=${`${ids.lines}-how`} rows="8" value=${lines} onInput=${(/** @type {any} */ event) => setLines(event.target.value)}></textarea></div>
      <div class="field"><label for=${ids.fixed}>${say("brief-fixed-label")}</label><p id=${`${ids.fixed}-how`} class="soft">${say("brief-fixed-how")}</p>
        <textarea id=${ids.fixed} aria-describedby=${`${ids.fixed}-how`} class="short" rows="2" value=${fixed} onInput=${(/** @type {any} */ event) => setFixed(event.target.value)}></textarea></div>
      <div class="field"><label for=${ids.can}>${say("brief-can-change-label")}</label>
        <textarea id=${ids.can} class="short" rows="2" value=${can} onInput=${(/** @type {any} */ event) => setCan(event.target.value)}></textarea></div>
      <button class="button solid you wide">${say("agenda-save")}</button>
    </form>
  </${Dialog}>`;
}
