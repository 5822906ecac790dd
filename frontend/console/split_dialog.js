import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** One that says two things becomes two that can be weighed apart. @param {{ about: string }} props */
export function SplitDialog({ about }) {
  const id = useId();
  const [lines, setLines] = useDraft(`dialog/split/${about}`, () => wordsOf(about));
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act({ do: "idea.split", idea: about, texts: lines.split("\n").map((line) => line.trim()).filter(Boolean) })) closeDialog();
  };
  return html`<${Dialog} title=${say("split-title")}>
    <form class="stack" onSubmit=${save}>
      <div class="field"><label for=${id}>${say("split-lines")}</label>
        <textarea id=${id} rows="4" value=${lines} onInput=${(/** @type {any} */ event) => setLines(event.target.value)}></textarea></div>
      <button class="button solid you wide">${say("split-go")}</button>
    </form>
  </${Dialog}>`;
}
