// To an idea that all can read: ask, add or say what worries me, without a name.
import { html, useId } from "../html.js";
import { act } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { tell } from "../messages.js";
import { say } from "../words.js";
import { LONGEST, Left } from "./writing.js";

const KINDS = /** @type {const} */ (["question", "addition", "concern"]);

/** @param {{ id: string }} props */
export function Remark({ id }) {
  const field = useId();
  const [what, setWhat] = useDraft(`remark/${id}/what`, /** @type {typeof KINDS[number] | ""} */ (""));
  const [text, setText] = useDraft(`remark/${id}/text`, "");
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (what && (await sentFrom(`remark/${id}`, act({ do: "idea.remark", idea: id, what, text })))) tell(say("remark-done"));
  };
  return html`<section class="stack tight" aria-label=${say("remark-say")}>
    <div class="remark-kinds">${KINDS.map((kind) => html`<button type="button" key=${kind} class="button" aria-pressed=${what === kind} onClick=${() => setWhat(what === kind ? "" : kind)}>${say(`remark-${kind}`)}</button>`)}</div>
    ${what && html`<form class="stack" onSubmit=${send}><div class="field"><label for=${field}>${say(`remark-${what}-ask`)}</label>
      <textarea id=${field} rows="3" maxlength=${LONGEST} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea><${Left} text=${text} /></div>
      <button class="button solid you wide">${say("remark-go")}</button></form>`}
    <p class="soft">${say("remark-unnamed")}</p>
  </section>`;
}
