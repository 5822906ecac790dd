// Takes the libraries that the screens use out of an npm folder, and checks that what lies here is what was taken.
//
//   node frontend/vendor/take.mjs FOLDER_WITH_node_modules    take them anew (after `npm install` of the packages there)
//   node frontend/vendor/take.mjs --check                     compare every file with its SHA-256 in vendored.json
//
// Two things are changed in a file when it is taken: a bare import ("preact") becomes a relative one, so that the pages
// need no import map (an inline one would want a hole in the Content-Security-Policy), and the pointer to a source map
// that is not shipped goes. Both the original's SHA-256 and ours are kept.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const RECORD = join(HERE, "vendored.json");

/** package -> the files taken from it: [path in the package, path here] */
const TAKEN = {
  preact: [
    ["dist/preact.mjs", "preact.mjs"],
    ["hooks/dist/hooks.mjs", "preact-hooks.mjs"],
    ["LICENSE", "licences/preact.txt"],
  ],
  htm: [
    ["dist/htm.mjs", "htm.mjs"],
    ["LICENSE", "licences/htm.txt"],
  ],
  "@preact/signals": [
    ["dist/signals.mjs", "signals.mjs"],
    ["LICENSE", "licences/preact-signals.txt"],
  ],
  "@preact/signals-core": [
    ["dist/signals-core.mjs", "signals-core.mjs"],
    ["LICENSE", "licences/preact-signals-core.txt"],
  ],
  "@fluent/bundle": [
    ["esm/index.js", "fluent/index.js"],
    ["esm/bundle.js", "fluent/bundle.js"],
    ["esm/builtins.js", "fluent/builtins.js"],
    ["esm/memoizer.js", "fluent/memoizer.js"],
    ["esm/resolver.js", "fluent/resolver.js"],
    ["esm/resource.js", "fluent/resource.js"],
    ["esm/scope.js", "fluent/scope.js"],
    ["esm/types.js", "fluent/types.js"],
  ],
  "@fontsource-variable/atkinson-hyperlegible-next": [
    ["files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "font/atkinson-latin.woff2"],
    ["files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2", "font/atkinson-latin-ext.woff2"],
    ["LICENSE", "licences/atkinson-hyperlegible-next.txt"],
  ],
  // libfvad (the voice activity detection of WebRTC) compiled to WebAssembly; of the package's own MIT code nothing.
  "@ozymandiasthegreat/vad": [
    ["dist/libfvad.wasm", "libfvad.wasm"],
    ["LICENSE", "licences/libfvad.txt"],
    ["AUTHORS", "licences/libfvad-authors.txt"],
    ["PATENTS", "licences/libfvad-patents.txt"],
  ],
};

/** Where a package's own licence is not that of what is taken from it. */
const LICENCES = { "@ozymandiasthegreat/vad": "MIT AND BSD-3-Clause" };

const BARE = {
  '"preact"': '"./preact.mjs"',
  '"preact/hooks"': '"./preact-hooks.mjs"',
  '"@preact/signals-core"': '"./signals-core.mjs"',
};

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function adapt(path, bytes) {
  if (!path.endsWith(".mjs")) return bytes;
  let text = bytes.toString("utf8");
  for (const [bare, relative] of Object.entries(BARE)) text = text.replaceAll(`from${bare}`, `from${relative}`);
  return Buffer.from(text.replace(/\/\/# sourceMappingURL=\S+\s*$/, "\n"), "utf8");
}

async function take(folder) {
  const record = [];
  for (const [name, files] of Object.entries(TAKEN)) {
    const home = join(folder, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    for (const [from, to] of files) {
      const original = await readFile(join(home, from));
      const ours = adapt(to, original);
      if (ours.length < 100) throw new Error(`${to} came out nearly empty: look at what was cut from it.`);
      await mkdir(dirname(join(HERE, to)), { recursive: true });
      await writeFile(join(HERE, to), ours);
      record.push({ file: to, package: name, version, licence: LICENCES[name] ?? license, from, original: sha256(original), sha256: sha256(ours) });
    }
  }
  await writeFile(RECORD, JSON.stringify(record, null, 1) + "\n");
  await writeReadme(record);
  console.log(`${record.length} files taken.`);
}

async function writeReadme(record) {
  const rows = record.map((r) => `| \`${r.file}\` | ${r.package} ${r.version} | ${r.licence} | \`${r.sha256}\` |`);
  const text = [
    "# Libraries and the typeface that the screens bring with them",
    "",
    "Served as they lie here; nothing is built. `take.mjs` says what it changes in a file (bare imports, the pointer to a",
    "source map), takes newer versions and, with `--check`, compares each file with its SHA-256. Licence texts are in",
    "`licences/`; @fluent/bundle ships none: its licence is the Apache License 2.0, the text of the project's own LICENSE.",
    "The `.d.mts` files are ours: the few types that the screens use, so that checking types needs TypeScript alone.",
    "",
    "| file | from | licence | SHA-256 |",
    "|---|---|---|---|",
    ...rows,
    "",
  ];
  await writeFile(join(HERE, "README.md"), text.join("\n"));
}

/** The names of files that differ from their record (empty: all is well). */
export async function differing() {
  const record = JSON.parse(await readFile(RECORD, "utf8"));
  const wrong = [];
  for (const { file, sha256: expected } of record) {
    const bytes = await readFile(join(HERE, file)).catch(() => null);
    if (!bytes || sha256(bytes) !== expected) wrong.push(file);
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what] = process.argv.slice(2);
  if (what === "--check") {
    const wrong = await differing();
    if (wrong.length) {
      console.error(`Not as they were taken: ${wrong.join(", ")}`);
      process.exit(1);
    }
  } else if (what) {
    await take(what);
  } else {
    console.error("Say from which folder to take the libraries, or --check.");
    process.exit(2);
  }
}
