// A late word: for 48 hours after a decision, also when the meeting is over. It counts, and it is answered.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { usePressed } from "../behaviours/pressed.js";
import { LONGEST, Left } from "../components/writing.js";
import { DecisionRecord, Standing } from "../components/decision_record.js";
import { Fold } from "../components/fold.js";
import { decided, ledger, mine, takingLate } from "../decisions_state.js";
import { tell } from "../messages.js";
import { nameOf, you } from "../state.js";
import { dateWords, say, timeWords } from "../words.js";

const STANCES = /** @type {const} */ (["agree", "worry", "object"]);

/** @param {{ id: string }} props */
export function LateWord({ id }) {
  const accepted = ledger.value.by_id[id]?.accepted;
  const before = mine(id)?.late;
  const field = useId();
  const form = `late/${id}`;
  const [stance, setStance] = useDraft(`${form}/stance`, /** @type {typeof STANCES[number] | ""} */ (before?.stance ?? ""));
  const [text, setText] = useDraft(`${form}/text`, before?.text ?? "");
  const [named, setNamed] = useDraft(`${form}/named`, before?.named ?? false);
  if (!accepted || !may("decision.say_late")) return null;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (stance && (await sentFrom(form, act({ do: "decision.say_late", decision: id, stance, text, named })))) tell(say("late-done"));
  };
  return html`<form class="card pad you stack" onSubmit=${send} aria-labelledby=${`late-${id}`}>
    <h3 id=${`late-${id}`}>${say("late-title")}</h3>
    <p class="soft">${say("late-means", { date: dateWords(accepted.late_until_at), time: timeWords(accepted.late_until_at) })}</p>
    ${before && html`<p role="status">${say("late-is-in", { stance: say(`stance-${before.stance}`) })}</p>`}
    <div class="options" role="radiogroup" aria-labelledby=${`late-${id}`}>${STANCES.map((one) => html`<label key=${one} class="option"><input type="radio" name=${`stance-${id}`} checked=${stance === one} onChange=${() => setStance(one)} />${say(`stance-${one}`)}</label>`)}</div>
    ${stance && html`<div class="field"><label for=${field}>${say(stance === "object" ? "late-why" : "late-text")}</label>
      <textarea id=${field} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
    <label class="choice"><input type="checkbox" checked=${named} onChange=${() => setNamed(!named)} /><span>${say("name-show")}<small>${say("name-show-means")}</small></span></label>
    <button class="button solid you wide">${say("late-go")}</button>`}
  </form>`;
}

/** My name stands on the public page only if I say so, wherever somebody wrote it. */
export function MyName() {
  const [shown, press] = usePressed(you.value.decisions?.name_shown ?? false);
  if (!may("ledger.show_name")) return null;
  return html`<label class="choice"><input type="checkbox" checked=${shown} onChange=${() => press(!shown, act({ do: "ledger.show_name", shown: !shown }))} /><span>${say("my-name-public")}<small>${say("my-name-public-means")}</small></span></label>`;
}

/** After the meeting: what was decided, and the late word as long as it is taken. */
export function Afterwards() {
  const shown = decided.value.filter((id) => ledger.value.by_id[id]?.state !== "superseded");
  return html`${shown.map((id) => {
    const decision = ledger.value.by_id[id];
    return decision && html`<div key=${id} class="stack afterwards">
      <h3 class="card-title">${decision.statement}</h3><${Standing} decision=${decision} />
      ${takingLate.value.includes(id) && html`<${LateWord} id=${id} />`}
      <${Fold} name=${`record/${id}`} lineLook="strong" line=${say("decide-read")}><${DecisionRecord} id=${id} decision=${decision} nameOf=${nameOf} level=${3} /></${Fold}></div>`;
  })}${shown.length > 0 && html`<${MyName} />`}`;
}
