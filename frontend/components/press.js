// A button that sends one command and shows at once that it was taken.
import { html } from "../html.js";
import { act, isPending } from "../actions.js";
import { sentFrom } from "../behaviours/draft.js";
import { keyOf } from "../pending.js";

/**
 * @param {{ command: import("../views").Command, class?: string, children?: unknown, done?: (answer: import("../views").Answer) => void,
 *   label?: string, pressed?: boolean, before?: () => void, form?: string, hint?: string }} props
 *   `label`: the accessible name, where the words alone don't say about whom; `form`: whose drafts go with it;
 *   `hint`: told on pointing, where the words may have no room
 */
export function Press({ command, class: look = "button", children, done, label, pressed, before, form, hint }) {
  const waits = isPending(keyOf(command));
  const press = async () => {
    if (waits) return;
    before?.();
    const answer = await (form ? sentFrom(form, act(command)) : act(command));
    if (answer) done?.(answer);
  };
  return html`<button type="button" class=${look} onClick=${press} title=${hint} aria-label=${label} aria-pressed=${pressed}
    aria-busy=${waits ? "true" : null} data-pending=${waits ? "" : null}>${children}</button>`;
}
