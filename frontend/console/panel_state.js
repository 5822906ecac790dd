// Which panels of the console are open.
import { remembered } from "../behaviours/remembered.js";

/** As this facilitator left them on this device. */
export const panels = remembered("panels", { people: false, lanes: false, nudges: false });

/** @typedef {"people" | "lanes" | "nudges"} Panel */
