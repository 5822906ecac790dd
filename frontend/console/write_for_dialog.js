import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Dialog } from "../components/dialog.js";
import { LONGEST, Left } from "../components/writing.js";
import { ideas, needs, wordsOf } from "../ideas_state.js";
import { tell } from "../messages.js";
import { people, you } from "../state.js";
import { say } from "../words.js";

/** Type an idea for somebody, or from a paper without a name. It stays open: papers come in heaps. */
export function WriteForDialog() {
  const ids = { who: useId(), what: useId(), text: useId(), need: useId() };
  const fixed = ideas.value.collecting?.need;
  const [who, setWho] = useDraft("dialog/write-for/who", "");
  const [what, setWhat] = useDraft("dialog/write-for/what", /** @type {"need" | "proposal"} */ (fixed ? "proposal" : "need"));
  const [need, setNeed] = useDraft("dialog/write-for/need", fixed ?? "");
  const [text, setText] = useDraft("dialog/write-for/paper/text", "");
  const { order, by_id } = people.value;
  const writers = order.filter((id) => by_id[id]?.role === "participant");
  const own = you.value.ideas?.by_id ?? {};
  // A proposal may be for a need that all see, or for one that was typed just now for the same person.
  const typed = Object.keys(own).filter((id) => own[id]?.what === "need" && own[id]?.state === "masked" && (own[id]?.for ?? "") === who);
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const about = what === "proposal" && need ? { need } : {};
    const told = await sentFrom("dialog/write-for/paper", act({ do: "idea.write", what, text, ...about, ...(who ? { participant: who } : { paper: true }) }));
    if (!told) return;
    tell(say("write-for-done"));
    if (what === "need" && told.made) {
      setWhat("proposal");
      setNeed(told.made);
    }
  };
  return html`<${Dialog} title=${say("write-for")}>
    <form class="stack" onSubmit=${save}>
      <div class="field"><label for=${ids.who}>${say("write-for-who")}</label>
        <select id=${ids.who} value=${who} onChange=${(/** @type {any} */ event) => { setWho(event.target.value); setNeed(fixed ?? ""); }}>
          <option value="">${say("write-for-paper")}</option>
          ${writers.map((id) => html`<option key=${id} value=${id}>${by_id[id]?.name}</option>`)}
        </select></div>
      ${!fixed && html`<div class="field"><label for=${ids.what}>${say("write-for-what")}</label>
        <select id=${ids.what} value=${what} onChange=${(/** @type {any} */ event) => setWhat(event.target.value)}>
          <option value="need">${say("idea-is-need")}</option><option value="proposal">${say("idea-is-proposal")}</option></select></div>`}
      ${!fixed && what === "proposal" && html`<div class="field"><label for=${ids.need}>${say("write-for-need")}</label>
        <select id=${ids.need} value=${need} onChange=${(/** @type {any} */ event) => setNeed(event.target.value)}>
          <option value="">${say("write-for-no-need")}</option>
          ${typed.map((id) => html`<option key=${id} value=${id}>${own[id]?.text}</option>`)}
          ${needs.value.map((id) => html`<option key=${id} value=${id}>${wordsOf(id)}</option>`)}</select></div>`}
      <div class="field"><label for=${ids.text}>${say(what === "need" ? "write-need" : "write-proposal")}</label>
        <textarea id=${ids.text} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea>
        <${Left} text=${text} /></div>
      <button class="button solid you wide">${say("write-for-go")}</button>
    </form>
  </${Dialog}>`;
}
