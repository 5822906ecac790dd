import { html, useId, useState } from "../html.js";
import { tidyCode } from "../doors.js";
import { go } from "../going.js";
import { say } from "../words.js";

/** Where somebody types a room's code. @param {{ first?: string, fault?: string | undefined, label?: string }} props */
export function CodeForm({ first = "", fault, label = "code-question" }) {
  const id = useId();
  const [code, setCode] = useState(first);
  const [short, setShort] = useState(false);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (code.length < 9) return setShort(true);
    go(`/j/${code}`);
  };
  const shown = short ? say("code-short") : fault;
  return html`<form class="stack" onSubmit=${submit} novalidate>
    <div class="field">
      <label for=${id}>${say(label)}</label>
      <input id=${id} class="code" value=${code} placeholder="ABCD-1234" autocomplete="off" autocapitalize="characters" spellcheck=${false}
        inputmode="text" maxlength="12" aria-describedby=${shown ? `${id}-fault` : null} aria-invalid=${shown ? "true" : null}
        onInput=${(/** @type {any} */ event) => {
          const tidy = tidyCode(event.target.value);
          event.target.value = tidy;
          setCode(tidy);
          setShort(false);
        }} />
      ${shown ? html`<p class="fault" id=${`${id}-fault`} role="alert">${shown}</p>` : null}
    </div>
    <button class="button solid you wide">${say("code-go")}</button>
  </form>`;
}
