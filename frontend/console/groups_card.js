// Breakout groups on the console: sent off, watched over, called back.
import { html, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { Countdown, GroupList } from "../components/groups.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Fold } from "../components/fold.js";
import { Icon } from "../components/icon.js";
import { Press } from "../components/press.js";
import { people, person, room } from "../state.js";
import { say } from "../words.js";

const WAYS = /** @type {const} */ (["lot", "mixed", "hand"]);
/** People who say something in a group of this size are nearly all of it. */
const USUAL_SIZE = 4;
const MOST = 12;

/** While people are in their groups. */
export function GroupsCard() {
  const { until_at, order = [], groups = {} } = room.value.breakout;
  const inGroups = new Set(order.flatMap((id) => groups[id]?.members ?? []));
  const outside = people.value.order.filter((id) => person(id)?.role === "participant" && person(id)?.here && !inGroups.has(id));
  return html`<section class="card floor floor-card" aria-labelledby="on-floor">
    <h2 class="tag floor" id="on-floor"><${Icon} is="people" />${say("groups-are-on")}</h2>
    <${Countdown} />
    <${GroupList} />
    ${may("breakout.move") && html`<${Fold} name="groups-move/open" look="sort-people-part" line=${say("groups-move")}><${Sort} who=${[...inGroups]} groups=${order.map((id) => ({ id, name: groups[id]?.name ?? "" }))}
      of=${(/** @type {string} */ who) => order.find((id) => groups[id]?.members.includes(who)) ?? ""}
      put=${(/** @type {string} */ who, /** @type {string} */ group) => void act({ do: "breakout.move", participant: who, group })} /></${Fold}>`}
    ${outside.length > 0 && may("breakout.move") && html`<div class="stack tight">${outside.map((id) => html`<${Late} key=${id} id=${id} />`)}</div>`}
    <div class="row">
      ${until_at === undefined && may("breakout.call_back") && html`<${Press} command=${{ do: "breakout.call_back", in_ms: 60_000 }} class="button solid floor">${say("groups-call-back")}</${Press}>`}
      ${may("breakout.end") && html`<${Press} command=${{ do: "breakout.end" }} class="button">${say("groups-end")}</${Press}>`}
    </div>
  </section>`;
}

/** Who came late goes into a group by hand. @param {{ id: string }} props */
function Late({ id }) {
  const { order = [], groups = {} } = room.value.breakout;
  return html`<p class="row"><span>${say("groups-late", { name: person(id)?.name ?? "" })}</span>
    ${order.map((group) => html`<${Press} key=${group} command=${{ do: "breakout.move", participant: id, group }} label=${say("groups-put", { name: person(id)?.name ?? "", group: groups[group]?.name ?? "" })}>${groups[group]?.name}</${Press}>`)}</p>`;
}

/**
 * Each person with the group that they are in, to be put into another: by pointer, by finger, or by keys alone.
 * @param {{ who: string[], groups: { id: string, name: string }[], of: (who: string) => string, put: (who: string, group: string) => void }} props
 */
function Sort({ who, groups, of, put }) {
  const id = useId();
  return html`<ul class="sort-people">${who.map((one) => html`<li key=${one}><label for=${`${id}-${one}`}>${person(one)?.name}</label>
    <select class="plain" id=${`${id}-${one}`} value=${of(one)} onChange=${(/** @type {any} */ event) => put(one, event.target.value)}>
      ${groups.map((group) => html`<option key=${group.id} value=${group.id}>${group.name}</option>`)}</select></li>`)}</ul>`;
}

/** How many groups, and who comes into which. */
export function GroupsDialog() {
  const id = useId();
  const who = people.value.order.filter((one) => person(one)?.role === "participant" && person(one)?.here && !person(one)?.away);
  const here = who.length;
  const [count, setCount] = useState(Math.max(2, Math.min(MOST, Math.round(here / USUAL_SIZE))));
  const [by, setBy] = useState(/** @type {typeof WAYS[number]} */ ("mixed"));
  // Until somebody is put elsewhere, people go to the groups in the order of their seats.
  const [chosen, setChosen] = useState(/** @type {Record<string, number>} */ ({}));
  const placeOf = (/** @type {string} */ one) => Math.min(chosen[one] ?? who.indexOf(one) % count, count - 1);
  const groups = Array.from({ length: count }, (_, n) => who.filter((one) => placeOf(one) === n));
  const short = by === "hand" && groups.some((members) => !members.length);
  const start = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (short) return;
    if (await act(by === "hand" ? { do: "breakout.start", by, groups } : { do: "breakout.start", count, by })) closeDialog();
  };
  return html`<${Dialog} title=${say("groups-make")}>
    <form class="stack loose" onSubmit=${start}>
      <p class="soft">${say("groups-mean")}</p>
      <div class="field"><label for=${id}>${say("groups-count", { n: here })}</label>
        <input id=${id} type="number" min="2" max=${MOST} value=${count} onInput=${(/** @type {any} */ event) => setCount(Math.max(1, Math.min(MOST, Math.round(Number(event.target.value)) || 1)))} /></div>
      <fieldset class="stack tight"><legend class="question">${say("groups-who")}</legend>
        ${WAYS.map((way) => html`<label key=${way} class="choice"><input type="radio" name=${`${id}-by`} checked=${by === way} onChange=${() => setBy(way)} />
          <span>${say(`groups-by-${way}`)}<small>${say(`groups-by-${way}-means`)}</small></span></label>`)}
      </fieldset>
      ${by === "hand" && html`<${Sort} who=${who} groups=${groups.map((_, n) => ({ id: String(n), name: say("group-n", { n: n + 1 }) }))} of=${(/** @type {string} */ one) => String(placeOf(one))}
        put=${(/** @type {string} */ one, /** @type {string} */ group) => setChosen({ ...chosen, [one]: Number(group) })} />
        <p class=${short ? "fault" : "soft"} role="status">${short ? say("groups-hand-short") : groups.map((members, n) => `${say("group-n", { n: n + 1 })}: ${members.length}`).join(" · ")}</p>`}
      <button class="button solid floor" aria-disabled=${short ? "true" : null}>${say("groups-go")}</button>
    </form>
  </${Dialog}>`;
}
