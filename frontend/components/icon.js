// Small drawings, each of them beside its word. 24 px, one stroke, the colour of the text.
import { html } from "../html.js";

/** @type {Record<string, string>} */
const DRAWINGS = {
  mic: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M9 21h6",
  hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 10V4.2a1.5 1.5 0 0 1 3 0V11M14 10.500V5.700a1.500 1.500 0 0 1 3 0V14M8 12v-1.200a1.500 1.500 0 0 0-3 0V14a7 7 0 0 0 7 7c3 0 5-2 5-5v-2",
  leaf: "M5 19c0-9 5-14 15-14 0 9-4 14-11 14-2 0-3-1-3-3 0-4 4-7 9-7M4 21l3-4",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-4 2.500-6.500 6.500-6.500s6.500 2.500 6.500 6.500M15.500 4.300a3.500 3.500 0 0 1 0 6.400M17.500 14c2.600.8 4 3 4 6",
  lanes: "M3 6h5M11 6h9M6 12h8M17 12h4M3 18h3M9 18h7",
  lock: "M6 10.500h12V20H6zM8.500 10.500V7.500a3.500 3.500 0 0 1 7 0v3",
  right: "M9 5l7 7-7 7",
  left: "M15 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  cross: "M6 6l12 12M18 6L6 18",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  room: "M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM8 3.800h8M8 20.200h8M3.800 8v8M20.200 8v8",
  screen: "M3 4.500h18v12H3zM8 20.500h8M12 16.500v4",
  phone: "M5 3.500h3.500l2 5-2.500 2a12 12 0 0 0 5.500 5.500l2-2.500 5 2V19c0 1-.8 1.800-1.800 1.800C10.500 20.800 3.200 13.500 3.200 5.300 3.200 4.300 4 3.500 5 3.500z",
  ear: "M7 10a5 5 0 0 1 10 0c0 3-2.500 4-3.500 6-.7 1.500-1 4.500-3.500 4.500-1.800 0-3-1.300-3-3M10 10a2 2 0 0 1 4 0c0 1.500-2 2-2 3.500",
  check: "M4.500 12.500l5 5L19.500 7",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2",
  envelope: "M3.500 5.500h17v13h-17zM4 6l8 7 8-7",
  lost: "M3 3l18 18M5 12.500a10 10 0 0 1 3.500-2.300M19 12.500a10 10 0 0 0-6-2.900M8.500 16a5 5 0 0 1 6-.5M2 9a15 15 0 0 1 4-2.600M22 9a15 15 0 0 0-11-3.800M12 19.500h.01",
  plus: "M12 5v14M5 12h14",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM17.500 17.500H20V20h-2.500zM20 14h.01M14 20h.01",
  shield: "M12 3l7.500 3v6c0 4.500-3 7.500-7.500 9-4.500-1.500-7.500-4.500-7.500-9V6z",
  undo: "M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3",
  flag: "M6 21V4M6 5h11l-2.500 3.500L17 12H6",
  speaker: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.500 4.500 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
  eye: "M2.500 12s3.500-6.500 9.500-6.500 9.500 6.500 9.500 6.500-3.500 6.500-9.500 6.500-9.500-6.500-9.500-6.500zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  door: "M6 21V3.500h12V21M4 21h16M14.500 12.500h.01",
};

/** @param {{ is: string, size?: number }} props */
export function Icon({ is, size = 20 }) {
  const heavy = is === "dots" ? 3 : 1.75;
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${heavy}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${DRAWINGS[is]} /></svg>`;
}

/** @type {Record<string, string>} */
const PLACES = { in_room: "room", remote: "screen", phone: "phone" };

/** The drawing for a way of being here. @param {{ place: string }} props */
export function PlaceIcon({ place }) {
  return html`<${Icon} is=${PLACES[place] ?? "people"} />`;
}

/** The name's mark: three people, one floor. @param {{ word?: boolean, size?: number, href?: string }} props */
export function Logo({ word = true, size = 28, href }) {
  const drawing = html`<svg width=${size} height=${size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle class="amber" cx="6.5" cy="12" r="3" /><circle class="teal" cx="14" cy="12" r="3" />
      <circle class="indigo" cx="21.5" cy="12" r="3" /><rect class="ground" x="1" y="19" width="26" height="2.600" rx="1.300" />
    </svg>`;
  const inside = html`${drawing}<span class=${word ? "" : "aloud"}>Evenfloor</span>`;
  return href ? html`<a class="logo" href=${href}>${inside}</a>` : html`<span class="logo">${inside}</span>`;
}
