// A dialog over the page: the browser's own, so that focus, Escape and what lies behind are as people know them.
import { html, useId, useLayoutEffect, useRef, useState } from "../html.js";
import { dropDraft } from "../behaviours/draft.js";
import { dialog } from "../dialog_state.js";
import { say } from "../words.js";
import { Icon } from "./icon.js";
import { Messages } from "./messages.js";

/** Whoever closes it is done with it; who only covers the page finds it as they left it. */
export function closeDialog() {
  dialog.value = null;
  dropDraft("dialog");
}

/** @param {{ title: string, children?: unknown, broad?: boolean }} props */
export function Dialog({ title, children, broad = false }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  const [mine] = useState(dialog.peek());
  // The browser says "closed" a moment later; by then another one may be open.
  const closed = () => dialog.value === mine && closeDialog();
  useLayoutEffect(() => {
    box.current?.showModal();
  }, []);
  const veil = (/** @type {MouseEvent} */ event) => event.target === box.current && closeDialog();
  return html`<dialog ref=${box} class=${broad ? "broad" : ""} aria-labelledby=${id} onClose=${closed} onClick=${veil}>
    <div class="dialog-head">
      <h2 id=${id}>${title}</h2>
      <button type="button" class="icon-button" onClick=${closeDialog} aria-label=${say("close")}><${Icon} is="cross" /></button>
    </div>
    <div class="dialog-body">${children}</div>
    <${Messages} inDialog />
  </dialog>`;
}
