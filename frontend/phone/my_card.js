// How I take part: a private card. What stands on it acts at once, and nobody else reads it.
import { html, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { HeldSelect } from "../components/held_select.js";
import { HereTwice } from "../components/here_twice.js";
import { usePressed } from "../behaviours/pressed.js";
import { keptCard, keepCard } from "../store.js";
import { people, person, you } from "../state.js";
import { say } from "../words.js";

/** @type {import("../generated/messages").BringIn[]} */
const WAYS = ["call_on_me", "ask_privately", "ill_say", "please_dont"];
const NEEDS = /** @type {const} */ (["more_time", "no_clock", "no_microphone"]);

export function MyCard() {
  const name = useId();
  const card = you.value.card;
  const [kept, setKept] = useState(Boolean(keptCard()));
  const [way, press] = usePressed(card?.bring_in ?? "ill_say");
  if (!card || !may("card.set")) return null;
  /** @param {Partial<import("../generated/messages").CardView>} change */
  const set = async (change) => {
    const told = await act({ do: "card.set", ...change });
    // What changed comes before the answer; another press may have changed more.
    if (told && kept) keepCard(you.value.card ?? card);
    return told;
  };
  const keep = () => {
    keepCard(kept ? null : card);
    setKept(!kept);
  };
  return html`<section class="stack" aria-labelledby="my-card">
    <div class="stack tight"><h3 id="my-card">${say("card-title")}</h3><p class="soft">${say("card-private")}</p></div>
    <fieldset class="stack tight"><legend class="question">${say("card-bring-in")}</legend>
      ${WAYS.map((one) => html`<label key=${one} class="choice"><input type="radio" name=${name} checked=${way === one} onChange=${() => press(one, set({ bring_in: one }))} />
        <span>${say(`card-${one}`)}<small>${say(`card-${one}-means`)}</small></span></label>`)}
    </fieldset>
    <fieldset class="stack tight"><legend class="question">${say("card-needs")}</legend>
      ${NEEDS.map((need) => html`<${Need} key=${need} need=${need} held=${card[need]} set=${set} />`)}
    </fieldset>
    <${MySupporter} chosen=${card.supporter ?? ""} set=${set} />
    <${HereTwice} />
    <label class="choice"><input type="checkbox" checked=${kept} onChange=${keep} /><span>${say("card-keep")}<small>${say("card-keep-means")}</small></span></label>
  </section>`;
}

/** @param {{ need: typeof NEEDS[number], held: boolean, set: (change: any) => Promise<any> }} props */
function Need({ need, held, set }) {
  const [needs, press] = usePressed(held);
  return html`<label class="choice"><input type="checkbox" checked=${needs} onChange=${() => press(!needs, set({ [need]: !needs }))} />
    <span>${say(`card-${need}`)}<small>${say(`card-${need}-means`)}</small></span></label>`;
}

/** Who acts for me, of those who are here to support somebody. @param {{ chosen: string, set: (change: any) => Promise<any> }} props */
function MySupporter({ chosen, set }) {
  const id = useId();
  const supporters = people.value.order.filter((one) => person(one)?.role === "supporter");
  if (!supporters.length && !chosen) return null;
  return html`<div class="field"><label for=${id}>${say("card-supporter")}</label>
    <${HeldSelect} id=${id} held=${chosen} send=${(/** @type {string} */ supporter) => set({ supporter })} options=${[["", say("card-nobody")], ...supporters.map((one) => [one, person(one)?.name])]} /></div>`;
}
