// Says "you have the floor" to somebody who looks elsewhere: the tab's title, and a short vibration on a phone. No sound.
import { useEffect } from "../html.js";
import { say } from "../words.js";

/** Two short ones: felt in a pocket, not heard across a table. */
const FLOOR_PATTERN_MS = [120, 80, 120];
/** One for "you are next": less than the floor itself. */
const NEXT_PATTERN_MS = [80];

/** @param {"floor" | "next" | "none"} call @param {string} roomName */
export function useAttention(call, roomName) {
  useEffect(() => {
    const app = say("app-name");
    const plain = roomName ? `${roomName} · ${app}` : app;
    document.title = call === "none" ? plain : `${say(call === "floor" ? "title-floor" : "title-next")} · ${plain}`;
    // A browser that was never touched refuses and says so in its console; asking first keeps it quiet.
    const touched = navigator.userActivation?.hasBeenActive ?? true;
    if (call !== "none" && touched) navigator.vibrate?.(call === "floor" ? FLOOR_PATTERN_MS : NEXT_PATTERN_MS);
  }, [call, roomName]);
}
