// Keeps the screen awake while somebody waits for the floor or has it: a dark phone would let their moment pass.
// Browsers let go of the lock when the page is hidden; it is asked for again when it is seen.
import { useEffect } from "../html.js";

/** @param {boolean} wanted */
export function useWakeLock(wanted) {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    /** @type {WakeLockSentinel | null} */
    let lock = null;
    let over = false;
    const take = async () => {
      if (over || document.visibilityState !== "visible") return;
      // Refused on a low battery: the page works without.
      const taken = await navigator.wakeLock.request("screen").catch(() => null);
      if (over) return void taken?.release();
      // Two may be under way at once, when the page was hidden and seen again quickly.
      void lock?.release();
      lock = taken;
    };
    void take();
    document.addEventListener("visibilitychange", take);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", take);
      void lock?.release();
    };
  }, [wanted]);
}
