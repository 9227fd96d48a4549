import { readContract } from "../contract.ts";
import { runUntilStopped } from "../main.ts";
import { readSettings } from "../settings.ts";
import { StartupError } from "../startup-error.ts";
import { provision } from "./provision.ts";

const usage = `Makes the login role and the database of every subgraph on the server of DATABASE_URL, and ends.

  npm run provision

Where DATABASE_URL_<SUBGRAPH> is set, user, password and database are made as it says. May be repeated: what is there
already stays, but gets that password.
`;

await runUntilStopped(async () => {
  if (process.argv.includes("--help")) {
    process.stdout.write(usage);
    return;
  }
  const { subgraphs } = await readContract();
  const { DATABASE_URL: adminUrl, databaseUrls: given } = readSettings(process.env, subgraphs);
  if (!adminUrl)
    throw new StartupError("Set DATABASE_URL to a server on which roles and databases may be made.");
  const names = subgraphs.map(({ name }) => name);
  const urls = await provision(adminUrl, names, { given });
  for (const [name, url] of Object.entries(urls)) {
    const { host, pathname, username } = new URL(url);
    process.stdout.write(`${name}: database ${pathname.slice(1)} of user ${username} on ${host}\n`);
  }
});
