import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { LONGEST, Left } from "../components/writing.js";
import { ideaOf, needs, proposals, wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** One idea made of several; it says what it took from each, so that nobody's part is lost. @param {{ about?: string }} props  ids that were found alike */
export function MergeDialog({ about = "" }) {
  const id = useId();
  const [taken, setTaken] = useDraft("dialog/merge/taken", /** @type {Record<string, string>} */ (Object.fromEntries(about.split(" ").filter(Boolean).map((one) => [one, wordsOf(one)]))));
  const [text, setText] = useDraft("dialog/merge/text", "");
  const chosen = Object.keys(taken);
  const kind = ideaOf(chosen[0])?.what;
  const all = [...proposals.value, ...needs.value].filter((one) => !kind || ideaOf(one)?.what === kind);
  const toggle = (/** @type {string} */ one) => {
    const { [one]: out, ...rest } = taken;
    setTaken(out === undefined ? { ...taken, [one]: wordsOf(one) } : rest);
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act({ do: "idea.merge", text, parts: chosen.map((one) => ({ idea: one, took: taken[one] ?? "" })) })) closeDialog();
  };
  return html`<${Dialog} title=${say("merge-title")} broad>
    <form class="stack" onSubmit=${save}>
      <fieldset class="stack tight"><legend class="question">${say("merge-which")}</legend>
        ${all.map((one) => html`<div key=${one}><label class="choice"><input type="checkbox" checked=${one in taken} onChange=${() => toggle(one)} /><span>${wordsOf(one)}</span></label>
          ${one in taken && html`<div class="field choose-more"><label for=${`${id}-${one}`}>${say("merge-took")}</label>
            <input id=${`${id}-${one}`} maxlength=${LONGEST} value=${taken[one]} onInput=${(/** @type {any} */ event) => setTaken({ ...taken, [one]: event.target.value })} /></div>`}</div>`)}
      </fieldset>
      <div class="field"><label for=${id}>${say("merge-text")}</label>
        <textarea id=${id} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
      <p class="soft">${say("merge-means")}</p>
      <button class="button solid you wide">${say("merge-go")}</button>
    </form>
  </${Dialog}>`;
}
