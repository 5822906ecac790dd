// More of something, behind its own line. It stays as it was left, whatever is drawn meanwhile: a turned device, another
// step, another tab.
import { html } from "../html.js";
import { useDraft } from "../behaviours/draft.js";

/**
 * @param {{ name: string | null, line: unknown, usual?: boolean, look?: string, lineLook?: string, children?: unknown }} props
 *   name: as of a draft, `FORM/FIELD`: what is sent from that form closes it; null: nothing is kept. usual: whether it is
 *   open as long as nobody has opened or closed it
 */
export function Fold({ name, line, usual = false, look, lineLook, children }) {
  const [open, setOpen] = useDraft(name, usual);
  // The browser tells of what we opened, too.
  const toggled = (/** @type {any} */ event) => event.currentTarget.open !== open && setOpen(event.currentTarget.open);
  return html`<details class=${look} open=${open} onToggle=${toggled}><summary class=${lineLook}>${line}</summary>${children}</details>`;
}
