// The order in which people sit: by arrows, by keys, or dragged. Rounds by seat go in it, and the rows stand in it.
import { html, useRef, useState } from "../html.js";
import { act } from "../actions.js";
import { Dialog } from "../components/dialog.js";
import { Icon } from "../components/icon.js";
import { people } from "../state.js";
import { say } from "../words.js";

export function SeatsDialog() {
  const { order, by_id } = people.value;
  const [dragged, setDragged] = useState("");
  const [over, setOver] = useState("");
  const drop = (/** @type {number} */ to) => {
    if (dragged) void act({ do: "seat.move", participant: dragged, to });
    setDragged("");
    setOver("");
  };
  return html`<${Dialog} title=${say("seats-title")}>
    <div class="stack">
      <p class="soft">${say("seats-mean")}</p>
      <ol class="seats">${order.map((id, at) => {
        const name = by_id[id]?.name ?? "";
        return html`<li key=${id} draggable class=${over === id && dragged !== id ? "over" : ""}
          onDragStart=${() => setDragged(id)} onDragEnd=${() => { setDragged(""); setOver(""); }}
          onDragOver=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(id); }} onDrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); drop(at); }}>
          <b>${by_id[id]?.number}</b><span>${name}</span>
          <${Step} id=${id} by="up" to=${at - 1} can=${at > 0} /><${Step} id=${id} by="down" to=${at + 1} can=${at < order.length - 1} /></li>`;
      })}</ol>
    </div>
  </${Dialog}>`;
}

/** One place up or down; the keys stay where they are, also when the row has moved. @param {{ id: string, by: "up" | "down", to: number, can: boolean }} props */
function Step({ id, by, to, can }) {
  const own = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const move = async () => {
    if (can && (await act({ do: "seat.move", participant: id, to }))) own.current?.focus();
  };
  return html`<button type="button" ref=${own} class="icon-button" aria-disabled=${can ? null : "true"} onClick=${move} aria-label=${say(`seat-${by}`, { name: people.value.by_id[id]?.name ?? "" })}>
    <span class=${by === "up" ? "turned" : ""}><${Icon} is="down" /></span></button>`;
}
