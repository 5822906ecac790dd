// A sheet to print: how to come in, who sits where under which number, and cards to hold up for people without a device.
import { html, signal } from "../html.js";
import { useFocused } from "../behaviours/focused.js";
import { useJoinLink } from "../behaviours/join_link.js";
import { Purpose } from "../components/shell.js";
import { people, room, session } from "../state.js";
import { say } from "../words.js";

export const sheet = signal(false);

/** Lines for people who come unannounced. */
const FREE_LINES = 6;

const CARDS = ["hand", "slower", "dont_follow", "minute", "listening", "done"];

export function Sheet() {
  const { name, purpose, code } = session.value;
  const { contact } = room.value;
  const { link } = useJoinLink(code);
  const button = useFocused();
  const named = people.value.order.map((id) => people.value.by_id[id]).filter((one) => one && one.role !== "observer");
  const after = named.reduce((most, one) => Math.max(most, one?.number ?? 0), 0);
  return html`<main id="main" class="sheet">
    <div class="row sheet-acts">
      <button type="button" ref=${button} class="button solid you" onClick=${() => print()}>${say("sheet-print")}</button>
      <button type="button" class="button" onClick=${() => (sheet.value = false)}>${say("sheet-close")}</button>
    </div>
    <section class="sheet-door">
      <img src=${`/api/v1/join/${code}/qr.svg`} alt=${say("qr-alt")} width="220" height="220" />
      <div class="stack"><h1>${name}</h1><${Purpose} is=${purpose} />
        <p>${say("sheet-join")}</p><p class="invite-code">${code}</p><p class="invite-link">${link}</p>
        ${contact.name && html`<p>${say("sheet-contact", { name: contact.name, reach: contact.reach ?? "" })}</p>`}</div>
    </section>
    <section class="stack"><h2>${say("sheet-people")}</h2><p>${say("sheet-people-means")}</p>
      <ol class="sheet-people">
        ${named.map((one) => one && html`<li key=${one.number}><b>${one.number}</b> ${one.name}</li>`)}
        ${Array.from({ length: FREE_LINES }, (_, free) => html`<li key=${`free-${free}`}><b>${after + 1 + free}</b> <span class="sheet-line"></span></li>`)}
      </ol>
    </section>
    <section class="stack sheet-cards-part"><h2>${say("sheet-cards")}</h2><p>${say("sheet-cards-means")}</p>
      <ul class="sheet-cards">${CARDS.map((card) => html`<li key=${card}>${say(`sheet-card-${card}`)}</li>`)}</ul>
    </section>
  </main>`;
}
