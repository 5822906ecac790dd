// Reads aloud, to who cannot see the screen, what others see change: who has the floor, my place, a note for me.
import { computed, effect, html, signal, useLayoutEffect } from "../html.js";
import { checks, surveys } from "../standing_state.js";
import { floor, myPlace, myTurn, session, shortName, you } from "../state.js";
import { say } from "../words.js";

/** Two changes in the same moment are one sentence, or a screen reader drops the first. */
const TOGETHER_MS = 150;

const words = signal("");

const situation = computed(() => {
  const turn = floor.value.turn;
  const notes = you.value.invitations;
  const check = checks.value.open;
  const results = checks.value.order.length + surveys.value.order.length;
  return {
    status: session.value.status,
    floor: turn && !myTurn.value ? say("aloud-floor", { name: shortName(turn.participant) }) : "",
    place: myPlace.value ? say("aloud-place", { place: myPlace.value }) : "",
    mine: myTurn.value ? say("aloud-mine") : "",
    check: check ? say("aloud-check", { asks: check.asks }) : "",
    hard: surveys.value.open ? say("aloud-hard") : "",
    result: results ? say("aloud-result", { n: results }) : "",
    note: notes?.order.some((id) => notes.by_id[id]?.state === "new") ? say("aloud-note") : "",
  };
});

export function Announcer() {
  // From the moment it is shown: what changes before the page is painted is news as well.
  useLayoutEffect(() => {
    /** @type {Record<string, string>} */
    let was = situation.peek();
    let timer = 0;
    let waiting = "";
    const stop = effect(() => {
      const is = situation.value;
      const fresh = Object.entries(is).filter(([key, text]) => key !== "status" && text && text !== was[key]);
      if (is.status !== was.status) fresh.push(["status", say(`aloud-${is.status}`)]);
      was = is;
      if (!fresh.length) return;
      waiting = [waiting, ...fresh.map(([, text]) => text)].filter(Boolean).join(" ");
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        words.value = waiting;
        waiting = "";
      }, TOGETHER_MS);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, []);
  return html`<p class="aloud" aria-live="polite" role="status">${words.value}</p>`;
}
