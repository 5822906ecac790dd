import { html } from "../html.js";
import { may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { Icon } from "../components/icon.js";
import { byPolicy } from "../components/perspective.js";
import { Press } from "../components/press.js";
import { floor, myPlace, queue, shortName, you } from "../state.js";
import { say } from "../words.js";
import { MyWritten, WriteForm, WriteInstead, writing } from "./write_instead.js";

/** The policy as the reason of a place. */
const WHY = /** @type {const} */ ({ balanced: "fair", fifo: "asked_first", alternate: "alternate", random: "lot" });

/** My hand: raise it, see my place and why, take it down. @param {{ lost: boolean, second: boolean }} props  second: speaking comes first here */
export function MyHand({ lost, second }) {
  const hand = you.value.hand;
  if (!hand) return html`<${HandDown} second=${second} />`;
  const place = myPlace.value;
  const before = place > 1 ? shortName(queue.value.order[place - 2]) : "";
  const ready = hand.ready;
  return html`<section class=${lost ? "card pad remembered stack" : ready && place === 1 ? "card pad next stack" : "card pad you stack"} aria-labelledby="my-hand">
    <div class="stack tight">
      <p class=${lost ? "tag" : ready && place === 1 ? "tag next" : "tag you"}><${Icon} is="hand" />${say(lost ? "hand-was-up" : "hand-is-up")}${hand.asks !== "new_point" && html` <span class="plain">${say(`asks-${hand.asks}`)}</span>`}</p>
      <h2 id="my-hand" class="place">${ready ? say(place === 1 ? "you-are-next" : "you-are", { place }) : say(hand.composing ? "composing" : "not-ready")}</h2>
      <${Why} before=${before} why=${ready ? (queue.value.hands[you.value.participant ?? ""]?.why ?? "asked_first") : hand.composing ? "composing" : "not_ready"} own=${hand.why_own} />
    </div>
    ${writing.value ? html`<${WriteForm} />` : html`<${MyWritten} />`}
    ${!ready && !writing.value && html`<${Press} command=${hand.composing ? { do: "hand.set_composing", composing: false } : { do: "hand.set_ready", ready: true }} class="button solid you wide">${say("hand-ready")}</${Press}>`}
    ${!writing.value && html`<${Press} command=${{ do: "hand.lower" }} class="button wide">${say(you.value.written ? "write-take-back" : "hand-lower")}</${Press}>`}
    ${ready && place === 1 && may("hand.set_ready") && html`<${Press} command=${{ do: "hand.set_ready", ready: false }} class="button bare wide">${say("hand-not-yet")}</${Press}>`}
    ${ready && !you.value.written && may("hand.set_composing") && html`<${Press} command=${{ do: "hand.set_composing", composing: true }} class="button bare wide">${say("composing-start")}</${Press}>`}
  </section>`;
}

/** @param {{ second: boolean }} props */
function HandDown({ second }) {
  const { closed } = queue.value;
  const reclaim = you.value.may_reclaim;
  if (closed) return html`<section class="stack tight" aria-label=${say("hand")}><p>${say("queue-closed")}</p>${reclaim && html`<${Reclaim} turn=${reclaim} />`}</section>`;
  return html`<section class="stack tight" aria-label=${say("hand")}>
    ${reclaim && html`<${Reclaim} turn=${reclaim} />`}
    <${Press} command=${{ do: "hand.raise" }} class=${second ? "button wide" : "button solid you main wide"}><${Icon} is="hand" size=${24} />${say("hand-raise")}</${Press}>
    <div class="centre"><${Why} before="" why=${WHY[floor.value.policy]} waiting /></div>
    <div class="pairs">
      <${Press} command=${{ do: "hand.raise", asks: "reply" }}>${say("asks-reply")}</${Press}>
      <${Press} command=${{ do: "hand.raise", asks: "question" }}>${say("asks-question")}</${Press}>
      ${may("hand.set_composing") && html`<${Press} command=${{ do: "hand.set_composing", composing: true }}>${say("composing-start")}</${Press}>`}
      <${WriteInstead} />
    </div>
  </section>`;
}

/** Who was cut off gets the floor back next. @param {{ turn: string }} props */
function Reclaim({ turn }) {
  return html`<${Press} command=${{ do: "hand.not_finished", turn }} class="button wide">${say("not-finished")}</${Press}>`;
}

/** The rule of the order in a few words, and in full for who asks. @param {{ before: string, why: string, own?: string, waiting?: boolean }} props */
function Why({ before, why: given, own, waiting = false }) {
  const why = byPolicy(given);
  const [open, setOpen] = useDraft("hand-why/open", false);
  const n = queue.value.order.length + queue.value.more;
  const first = waiting ? say("waiting-count", { n }) : before ? say("after", { name: before }) : "";
  return html`<p>${first} ${say(`why-${why}`)}${" "}
      <button type="button" class="link" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("why")}</button></p>
    ${open && html`<p class="soft why">${own && html`<b>${say(`reason-own-${byPolicy(own)}`)}</b> `}${say(`why-${why}-means`)}</p>`}`;
}
