// While people are asked something: how many have answered, and who cannot answer by themselves.
import { html } from "../html.js";
import { desk, nameOf } from "../state.js";
import { listWords, say } from "../words.js";
import { handRound } from "./handed_round.js";

/** @param {{ open: { answered: number, asked: number } }} props */
export function AskedNow({ open }) {
  const { answered, asked } = open;
  return html`<div class="stack tight" role="status"><p><b>${say("asked-of", { n: answered, of: asked })}</b> <span class="soft">${say("asked-hidden")}</span></p>
    <div class="bar asked-bar" style=${{ "--part": asked ? (answered / asked).toFixed(3) : "0" }} aria-hidden="true"></div></div>`;
}

/** Who has no device is handed one, or answers on paper; who is not asked at all is said, too. @param {{ left: number, what: "pick" | "check" | "hard", paper: boolean }} props */
export function NotByThemselves({ left, what, paper }) {
  const names = (desk.value?.by_hand?.order ?? []).map(nameOf);
  return html`${names.length > 0 && html`<div class="row apart by-hand"><p>${say(paper ? "by-hand-paper" : "by-hand", { names: listWords(names), n: names.length })}</p>
      <button type="button" class="button" onClick=${() => handRound(what)}>${say("hand-round")}</button></div>`}
    ${left > 0 && html`<p class="soft">${say("counted-left-out", { n: left })}</p>`}`;
}
