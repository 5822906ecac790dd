import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { LONGEST, Left } from "../components/writing.js";
import { wordsOf } from "../ideas_state.js";
import { say } from "../words.js";

/** Off the screens, for a reason that can be read. @param {{ about: string }} props */
export function HoldBackDialog({ about }) {
  const id = useId();
  const [reason, setReason] = useDraft(`dialog/hold-back/${about}`, "");
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act({ do: "idea.hold_back", idea: about, reason })) closeDialog();
  };
  return html`<${Dialog} title=${say("hold-back-title")}>
    <form class="stack" onSubmit=${save}>
      <p>${wordsOf(about)}</p><p class="soft">${say("hold-back-means")}</p>
      <div class="field"><label for=${id}>${say("hold-back-reason")}</label>
        <textarea id=${id} rows="3" maxlength=${LONGEST} value=${reason} onInput=${(/** @type {any} */ event) => setReason(event.target.value)}></textarea><${Left} text=${reason} /></div>
      <button class="button solid you wide">${say("hold-back-go")}</button>
    </form>
  </${Dialog}>`;
}
