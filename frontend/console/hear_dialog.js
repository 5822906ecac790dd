import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { LONGEST, Left } from "../components/writing.js";
import { wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** Say the need that one hears in an idea; its author says whether that is it. @param {{ about: string }} props */
export function HearDialog({ about }) {
  const id = useId();
  const [text, setText] = useDraft(`dialog/hear/${about}`, "");
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act({ do: "idea.hear", idea: about, text })) closeDialog();
  };
  return html`<${Dialog} title=${say("hear-title")}>
    <form class="stack" onSubmit=${save}>
      <p>${wordsOf(about)}</p>
      <div class="field"><label for=${id}>${say("hear-label")}</label>
        <textarea id=${id} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
      <button class="button solid you wide">${say("hear-go")}</button>
    </form>
  </${Dialog}>`;
}
