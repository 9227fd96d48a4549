import { buildConsole } from "./build.ts";

/** `npm run build`: the console, unless it is built of these sources already. */
const begun = performance.now();
const outcome = await buildConsole();
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
process.stderr.write(
  outcome === "built" ? `Built the console in ${seconds} s.\n` : "The console's build is fresh.\n",
);
