// The dialog that is open, with what it is about; one at a time.
import { signal } from "./html.js";

export const dialog = signal(/** @type {{ is: string, about?: string } | null} */ (null));
