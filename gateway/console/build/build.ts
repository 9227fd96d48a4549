import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Where the console's source lies. */
export const sourceDirectory = join(import.meta.dirname, "..");
/** Where its build lies; git ignores it. */
export const buildDirectory = join(sourceDirectory, "dist");

const repository = join(sourceDirectory, "..", "..");
const stamp = "sources.sha256";
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Builds the console unless the build is of these very sources. Says whether there was anything to do. */
export async function buildConsole(): Promise<"built" | "fresh"> {
  const hash = await sourceHash();
  if ((await builtFrom()) === hash) return "fresh";

  // Beside the old build, which is served until the new one is whole.
  const draft = `${buildDirectory}.${process.pid}`;
  const { build } = await import("vite");
  const { viteConfig } = await import("./vite-config.ts");
  try {
    await build({ ...viteConfig, root: sourceDirectory, build: { ...viteConfig.build, outDir: draft } });
    await compressFiles(draft);
    await writeFile(join(draft, stamp), hash);
    await rm(buildDirectory, { recursive: true, force: true });
    await rename(draft, buildDirectory).catch(async (error: unknown) => {
      // Whoever built the same sources beside us was first.
      if ((await builtFrom()) !== hash) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return "built";
}

const builtFrom = (): Promise<string | undefined> =>
  readFile(join(buildDirectory, stamp), "utf8").catch(() => undefined);

/** Of everything the build is made from: the console's own files and the versions of what it imports. */
async function sourceHash(): Promise<string> {
  const names = (await readdir(sourceDirectory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) => !path.startsWith(buildDirectory) && !/\.(test|fixtures|walk)\.ts$|\.graphql$/.test(path),
    )
    .sort();
  const hash = createHash("sha256");
  for (const path of [join(repository, "package-lock.json"), ...names]) {
    hash.update(`${path.slice(repository.length)}\n`).update(await readFile(path));
  }
  return hash.digest("hex");
}

async function compressFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(css|html|js|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      // At 11 brotli takes ten times as long for two per cent.
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      };
      await writeFile(`${path}.br`, await compressBrotli(content, { params }));
      await writeFile(`${path}.gz`, await compressGzip(content, { level: 9 }));
    }),
  );
}
