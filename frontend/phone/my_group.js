// My group: with whom, until when, who is next, and what we found.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { sentFrom, useDraft } from "../behaviours/draft.js";
import { Countdown } from "../components/groups.js";
import { Press } from "../components/press.js";
import { floor, myGroup, nextUp, shortName, you } from "../state.js";
import { listWords, say } from "../words.js";

export function MyGroup() {
  const group = myGroup.value;
  if (!group) return null;
  const others = group.members.filter((one) => one !== you.value.participant).map(shortName);
  const turn = floor.value.turn;
  const next = nextUp();
  const words = turn ? (next ? say("thank-next", { name: shortName(turn.participant), next: shortName(next) }) : say("thank", { name: shortName(turn.participant) })) : next ? say("give-floor-to", { name: shortName(next) }) : "";
  return html`<section class="card pad stack" aria-labelledby="my-group">
    <h2 id="my-group" class="card-title">${group.name}</h2>
    <p>${others.length ? say("group-with", { names: listWords(others) }) : say("group-alone")}</p>
    <${Countdown} />
    ${words && html`<${Press} command=${turn ? { do: "turn.next", after: turn.id } : { do: "turn.next" }} class="button wide">${words}</${Press}>`}
    <${HowWeTalk} open=${group.floor.mode === "open"} />
    ${may("breakout.report") && html`<${OurReport} was=${group.report ?? ""} />`}
  </section>`;
}

/** Whoever is in the group says it: nobody leads here. @param {{ open: boolean }} props */
function HowWeTalk({ open }) {
  return html`<${Press} command=${{ do: "mode.set", mode: open ? "queue" : "open" }} class="button quiet wide">${say(open ? "group-take-turns" : "group-talk-freely")}</${Press}>`;
}

/** @param {{ was: string }} props */
function OurReport({ was }) {
  const id = useId();
  const [text, setText] = useDraft("group-report/text", was);
  const [open, setOpen] = useDraft("group-report/open", false);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await sentFrom("group-report", act({ do: "breakout.report", text }));
  };
  if (!open) return html`${was && html`<blockquote class="written-words">${was}</blockquote>`}
    <button type="button" class="button wide" onClick=${() => setOpen(true)}>${say(was ? "group-report-change" : "group-report-open")}</button>`;
  return html`<form class="field" onSubmit=${send}><label for=${id}>${say("group-report-words")}</label>
    <textarea id=${id} rows="4" maxlength="1000" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea>
    <button class="button solid you wide">${say("group-report-keep")}</button></form>`;
}
