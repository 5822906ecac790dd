// Which step of the path is open on this facilitator's device.
import { remembered } from "../behaviours/remembered.js";

export const open = remembered("path", { step: "" });

/** @param {string} step  empty: none */
export function openStep(step) {
  open.value = { step };
}
