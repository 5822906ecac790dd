import { html } from "../html.js";
import { say, timeWords } from "../words.js";

/** What nudges asked the group while it led itself, and what it did. @param {{ asked: { rule: string, raised_at: number, state: string, action?: string }[] }} props */
export function AskedOfAll({ asked }) {
  return html`<section class="report-part" aria-labelledby="asked-of-all"><h2 id="asked-of-all">${say("asked-of-all")}</h2>
    <ul class="report-nudges">${asked.map((one) => html`<li key=${one.raised_at + one.rule}><span></span><span class="soft">${timeWords(one.raised_at)}</span>
      <span><b>${say(`kind-${one.rule}`)}.</b> ${say(`life-${one.state}`, { action: !one.action ? "" : one.action === "by_voice" ? say("group-did-it-then") : say(`done-${one.action}`) })}</span></li>`)}</ul>
  </section>`;
}
