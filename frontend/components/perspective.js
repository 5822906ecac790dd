// What people bring, in words: the room's own labels as they are, the usual ones from the catalogue.
import { floor } from "../state.js";
import { has, say } from "../words.js";

/** @param {string} label */
export function perspectiveWords(label) {
  const known = `perspective-is-${label}`;
  return has(known) ? say(known) : label;
}

/** The reason or policy `alternate` has other words where perspectives take turns. @param {string} why */
export function byPolicy(why) {
  return why === "alternate" && floor.value.sides === "perspective" ? "alternate-perspective" : why;
}
