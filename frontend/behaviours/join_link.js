// Where phones reach the room: the server knows its own address, this page only the one that it was opened by.
import { useEffect, useState } from "../html.js";
import { ask } from "../rest.js";

/** @param {string} code @returns {{ link: string, host: string }} */
export function useJoinLink(code) {
  const [link, setLink] = useState(`${location.origin}/j/${code}`);
  useEffect(() => {
    ask("GET", `/join/${code}`).then(({ join_link }) => join_link && setLink(join_link), () => undefined);
  }, [code]);
  return { link, host: new URL(link).host };
}
