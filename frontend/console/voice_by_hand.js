// What somebody without a device has to say to a decision, typed by who leads: why they don't agree, or their late word.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Fold } from "../components/fold.js";
import { LONGEST, Left } from "../components/writing.js";
import { tell } from "../messages.js";
import { nameOf, withoutDevice } from "../state.js";
import { say } from "../words.js";

const STANCES = /** @type {const} */ (["agree", "worry", "object"]);

/** @param {{ id: string, late?: boolean }} props  late: it is accepted, and takes late words */
export function VoiceByHand({ id, late = false }) {
  const ids = { who: useId(), stance: useId(), text: useId(), needs: useId() };
  const form = `${late ? "late" : "dissent"}-for/${id}`;
  const [who, setWho] = useDraft(`${form}/who`, "");
  const [stance, setStance] = useDraft(`${form}/stance`, /** @type {typeof STANCES[number]} */ ("agree"));
  const [text, setText] = useDraft(`${form}/text`, "");
  const [needs, setNeeds] = useDraft(`${form}/needs`, "");
  const [named, setNamed] = useDraft(`${form}/named`, false);
  const without = withoutDevice.value;
  if (!without.length || !may(late ? "decision.say_late" : "decision.dissent")) return null;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!who) return;
    const said = { decision: id, participant: who, text, named };
    const sent = await sentFrom(form, act(late ? { do: "decision.say_late", ...said, stance } : { do: "decision.dissent", ...said, needs }));
    if (sent) tell(say("voice-by-hand-done", { name: nameOf(who) }));
  };
  return html`<${Fold} name=${`${form}/open`} line=${html`<b>${say(late ? "voice-by-hand-late" : "voice-by-hand")}</b>`}><form class="stack" onSubmit=${send}>
    <div class="field"><label for=${ids.who}>${say("owner-who")}</label><select id=${ids.who} value=${who} required onChange=${(/** @type {any} */ event) => setWho(event.target.value)}>
      <option value="">${say("owner-nobody")}</option>${without.map((one) => html`<option key=${one} value=${one}>${nameOf(one)}</option>`)}</select></div>
    ${late && html`<div class="field"><label for=${ids.stance}>${say("voice-by-hand-stance")}</label><select id=${ids.stance} value=${stance} onChange=${(/** @type {any} */ event) => setStance(event.target.value)}>${STANCES.map((one) => html`<option key=${one} value=${one}>${say(`stance-${one}`)}</option>`)}</select></div>`}
    <div class="field"><label for=${ids.text}>${say("voice-by-hand-text")}</label><textarea id=${ids.text} class="short" rows="2" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
    ${!late && html`<div class="field"><label for=${ids.needs}>${say("voice-by-hand-needs")}</label><textarea id=${ids.needs} class="short" rows="2" maxlength=${LONGEST} value=${needs} onInput=${(/** @type {any} */ event) => setNeeds(event.target.value)}></textarea></div>`}
    <label class="choice"><input type="checkbox" checked=${named} onChange=${() => setNamed(!named)} /><span>${say("voice-by-hand-named")}</span></label>
    <div class="row"><button class="button">${say("dissent-go")}</button></div></form></${Fold}>`;
}
