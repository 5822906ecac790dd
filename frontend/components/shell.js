// A page with few words on it: a heading, a sentence, a next step. The doors, the waiting page, the ends.
import { html } from "../html.js";
import { say } from "../words.js";
import { Icon, Logo } from "./icon.js";

/** @param {{ children?: unknown, wide?: boolean }} props */
export function Shell({ children, wide = false }) {
  return html`<main class=${wide ? "door wide" : "door"} id="main">
    <${Logo} href="/" />
    ${children}
  </main>`;
}

/** @param {{ title: string, text?: string, icon?: string, children?: unknown }} props */
export function Notice({ title, text, icon, children }) {
  return html`<div class="stack">
    ${icon ? html`<span class="notice-icon"><${Icon} is=${icon} size=${32} /></span>` : null}
    <h1 tabindex="-1" class="quiet-focus">${title}</h1>
    ${text ? html`<p class="soft">${text}</p>` : null}
    ${children}
  </div>`;
}

/** What this group can do with its answers; on every screen. @param {{ is: string }} props */
export function Purpose({ is }) {
  return html`<span class="purpose"><${Icon} is="lock" />${say(`purpose-${is}`)}</span>`;
}
