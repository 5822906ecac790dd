import { html } from "../html.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { say } from "../words.js";

/** @type {[string, string][]} key as it is written, and its sentence */
const KEYS = [["1-99", "key-tap"], ["N", "key-N"], ["H", "key-H"], ["P", "key-P"], ["R", "key-R"], ["U", "key-U"], ["S", "key-S"], ["X", "key-X"], ["C", "key-C"], ["?", "key-all"], ["Esc", "key-Esc"]];

export function KeysDialog() {
  return html`<${Dialog} title=${say("keys-title")}>
    <dl class="key-list">${KEYS.map(([key, words]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${say(words)}</dd></div>`)}</dl>
    <button type="button" class="button bare wide" onClick=${closeDialog}>${say("close")}</button>
  </${Dialog}>`;
}
