import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { desk, nameOf } from "../state.js";
import { say } from "../words.js";

/** Answer in writing what somebody wrote. @param {{ about: string }} props  about: its author */
export function AnswerDialog({ about }) {
  const id = useId();
  const [text, setText] = useDraft(`dialog/answer/${about}`, "");
  const one = desk.value?.written[about];
  if (!one) return null;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act({ do: "written.answer", written: one.id, text })) closeDialog();
  };
  return html`<${Dialog} title=${say("written-answer-title", { name: nameOf(about) })}>
    <form class="stack" onSubmit=${send}>
      <blockquote class="written-words">${one.text}</blockquote>
      <div class="field"><label for=${id}>${say("written-answer-words")}</label>
        <textarea id=${id} rows="4" maxlength="1000" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
      <button class="button solid floor">${say("written-answer-go")}</button>
    </form>
  </${Dialog}>`;
}
