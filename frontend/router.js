// Which page an address names. Pages that few devices need are fetched when they are asked for.
import { path } from "./going.js";
import { html, useEffect, useState } from "./html.js";
import { say } from "./words.js";
import { Notice, Shell } from "./components/shell.js";

/** @type {[RegExp, () => Promise<{ default: (props: any) => unknown }>][]} */
const PAGES = [
  [/^\/$/, () => import("./door/start.js")],
  [/^\/new$/, () => import("./door/new_room.js")],
  [/^\/practise$/, () => import("./door/practise.js")],
  [/^\/j\/(?<code>[^/]+)$/, () => import("./door/join.js")],
  [/^\/f\/(?<room>[^/]+)$/, () => import("./door/facilitator.js")],
  [/^\/d\/(?<device>[^/]+)$/, () => import("./door/device.js")],
  [/^\/s\/(?<session>[^/]+)$/, () => import("./session_page.js")],
  [/^\/r\/(?<session>[^/]+)$/, () => import("./report/report.js")],
  [/^\/c\/(?<link>[^/]+)$/, () => import("./said/concerns.js")],
  [/^\/y\/(?<link>[^/]+)$/, () => import("./said/said.js")],
];

export function Page() {
  const [pathname = "/", fragment = ""] = path.value.split("#");
  const [shown, setShown] = useState(/** @type {{ at: string, page: any, props: object } | null} */ (null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    for (const [pattern, load] of PAGES) {
      const match = pattern.exec(pathname);
      if (!match) continue;
      const props = { ...match.groups, fragment };
      load().then(
        (module) => current && setShown({ at: pathname, page: module.default, props }),
        () => current && setFailed(true),
      );
      return () => void (current = false);
    }
    setShown({ at: pathname, page: NoSuchPage, props: {} });
    return () => void (current = false);
  }, [pathname]);
  if (failed) return html`<${Shell}><${Notice} icon="lost" title=${say("page-failed-title")} text=${say("page-failed")}>
    <a class="button solid you" href=${pathname}>${say("load-again")}</a></${Notice}></${Shell}>`;
  if (!shown) return null;
  return html`<${shown.page} key=${shown.at} ...${shown.props} />`;
}

function NoSuchPage() {
  return html`<${Shell}><${Notice} icon="door" title=${say("no-page-title")} text=${say("no-page")}>
    <a class="button solid you" href="/">${say("to-start")}</a></${Notice}></${Shell}>`;
}
