// What all can live with, what divides, what one group sees: in words, and as a map that says the same.
import { html } from "../html.js";
import { wordsOf } from "../ideas_state.js";
import { numbersOf } from "../places.js";
import { numberWords, say } from "../words.js";

/** @typedef {import("../generated/messages").ScoredRoundView} Round */
/** @typedef {import("../generated/messages").ScoredIdeaView} Scored */

const GROUNDS = /** @type {const} */ (["all", "one_group", "divides", "open"]);

/** Ideas by what all can live with, best first; ties side by side as the server has them. @param {Round} round */
function inOrder(round) {
  return round.by_bearing.flat();
}

/** @param {{ round: Round, level?: number }} props */
export function CommonGround({ round, level = 3 }) {
  const Title = `h${level}`;
  const ranked = inOrder(round);
  const numbers = numbersOf(ranked.map((id) => [id]));
  const few = round.order.filter((id) => !ranked.includes(id));
  return html`<div class="common-ground stack loose">
    <p>${round.groups.length ? say("groups-clear", { n: round.groups.length, sizes: round.groups.join(" + ") }) : say(round.sought ? "groups-none" : "groups-many")}</p>
    <${GroundMap} round=${round} numbers=${numbers} />
    ${GROUNDS.map((ground) => {
      const here = ranked.filter((id) => round.ideas[id]?.ground === ground);
      return here.length > 0 && html`<section key=${ground} class="stack tight" aria-label=${say(`ground-${ground}`)}>
        <${Title}><${Mark} ground=${ground} /> ${say(`ground-${ground}`)}</${Title}>
        <ul class="needs">${here.map((id) => html`<li key=${id}><b>${numbers.get(id)}</b> ${wordsOf(id)} <span class="soft">${groundWords(round, /** @type {Scored} */ (round.ideas[id]))}</span></li>`)}</ul></section>`;
    })}
    ${few.length > 0 && html`<section class="stack tight" aria-label=${say("ground-few")}><${Title}>${say("ground-few")}</${Title}><ul class="needs">${few.map((id) => html`<li key=${id}>${wordsOf(id)}</li>`)}</ul></section>`}
  </div>`;
}

/** The figures behind a place, in words. @param {Round} round @param {Scored} one */
export function groundWords(round, one) {
  const percent = (/** @type {number} */ part) => Math.round(part * 100);
  if (round.groups.length && one.bridge) return say("ground-groups", { lowest: percent(one.bridge.lowest), highest: percent(one.bridge.highest) });
  return say("ground-whole", { cannot: percent(one.cannot_accept ?? 0), lowest: numberWords(one.lowest_third ?? 0) });
}

/** The same shape on the map and before its words. @param {{ ground: string }} props */
export function Mark({ ground }) {
  return html`<svg class="ground-mark" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false"><${Shape} ground=${ground} /></svg>`;
}

/** A shape for each ground, so that colour is never alone. @param {{ ground: string }} props */
function Shape({ ground }) {
  if (ground === "all") return html`<circle class="ground-all" r="9" />`;
  if (ground === "divides") return html`<path class="ground-divides" d="M0-9.500L9.500 0 0 9.500-9.500 0z" />`;
  if (ground === "one_group") return html`<path class="ground-one" d="M0-9L9.500 8H-9.500z" />`;
  return html`<rect class="ground-open" x="-8" y="-8" width="16" height="16" />`;
}

const WIDE = 320;
const HIGH = 240;

/**
 * Where each idea lies. With groups: how far the group goes along that agrees least, and the one that agrees most.
 * Without: how many could live with it, and how good it is overall.
 * @param {Round} round @param {Scored} one @returns {[number, number]}  0 to 1 each
 */
function placeOf(round, one) {
  if (round.groups.length) return [one.bridge?.lowest ?? 0, one.bridge?.highest ?? 0];
  return [1 - (one.cannot_accept ?? 1), ((one.merit ?? 1) - 1) / 4];
}

/** @param {{ round: Round, numbers: Map<string, number> }} props  numbers: as in the list beside it */
export function GroundMap({ round, numbers }) {
  const ids = inOrder(round).filter((id) => !round.groups.length || round.ideas[id]?.bridge);
  if (ids.length < 2) return null;
  const how = round.groups.length ? "groups" : "whole";
  // Ideas that lie in one place share a mark, with all their numbers beside it.
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const id of ids) {
    const [x, y] = placeOf(round, /** @type {Scored} */ (round.ideas[id]));
    const at = `${(x * WIDE).toFixed(1)} ${((1 - y) * HIGH).toFixed(1)}`;
    places.set(at, [...(places.get(at) ?? []), id]);
  }
  return html`<figure class="ground-map">
    <svg viewBox=${`-24 -14 ${WIDE + 48} ${HIGH + 28}`} role="img" aria-label=${say("map-aloud")}>
      <rect class="map-ground" width=${WIDE} height=${HIGH} rx="6" /><path class="map-cross" d=${`M${WIDE / 2} 0v${HIGH}M0 ${HIGH / 2}h${WIDE}`} />
      ${[...places].map(([at, here]) => html`<g key=${at} transform=${`translate(${at})`}><${Shape} ground=${round.ideas[here[0] ?? ""]?.ground ?? "open"} />
          <text class="map-number" x="13" y="5">${[...new Set(here.map((id) => numbers.get(id)))].join(", ")}</text></g>`)}
    </svg>
    <figcaption class="soft"><b>→</b> ${say(`map-across-${how}`)} <b>↑</b> ${say(`map-up-${how}`)} ${say("map-means")}</figcaption>
  </figure>`;
}
