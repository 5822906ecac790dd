import { html } from "../html.js";
import { lengthWords, numberWords, say } from "../words.js";

/** How the talk was shared as the session went on: voices as dots, filled as far as they were heard. @param {{ report: Record<string, any> }} props */
export function Sharing({ report }) {
  /** @type {[number, number, number][]} */
  const curve = report.curve ?? [];
  const { people, talk_ms, of_ms } = report.facilitators;
  const points = [curve[0], curve[Math.floor(curve.length / 2)], curve.at(-1)].filter((one, index, all) => one && all.indexOf(one) === index);
  return html`<section class="report-part" aria-labelledby="sharing"><h2 id="sharing">${say("sharing-title")}</h2>
    ${points.length === 0 ? html`<p class="soft">${say("sharing-early")}</p>` : html`<dl class="voices">
      ${points.map(([at, voices, of] = [0, 0, 0]) => html`<div key=${at}><dt>${say("sharing-by", { length: lengthWords(at) })}</dt>
        <dd><span class="dots" aria-hidden="true">${Array.from({ length: of }, (_, n) => html`<i key=${n} style=${{ "--part": Math.max(0, Math.min(1, voices - n)).toFixed(2) }}></i>`)}</span>
          ${say("voices-of", { n: numberWords(voices), of })}</dd></div>`)}</dl>
      <p class="soft">${say("sharing-longer")}</p>`}
    ${people > 0 && of_ms > 0 && html`<p>${say(talk_ms ? "facilitators-talk" : "facilitators-silent", { n: people, length: lengthWords(talk_ms), percent: Math.round((talk_ms / of_ms) * 100) })}</p>`}
  </section>`;
}
