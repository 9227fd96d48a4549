import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";
import {
  checkProfileText,
  type Place,
  type PlacedFinding,
} from "../subgraphs/tickets/whistle/profile/profile-text.ts";
import type { WhistleRules } from "../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { WhistleProfileStore } from "../subgraphs/tickets/whistle/profile/whistle-profile.store.ts";
import { StartupError } from "./startup-error.ts";

/** A whistle profile as a district wrote it down, judged whole. */
export interface ProfileFile {
  readonly file: string;
  readonly rules: WhistleRules;
  /** Where the number of its version stands. */
  readonly version: Place;
}

export interface ReadProfiles {
  readonly profiles: readonly ProfileFile[];
  /** A line for each hole, as people and editors read it. */
  readonly findings: readonly string[];
}

/** Reads and judges each file; one with a hole is none of the profiles. */
export async function readProfiles(files: readonly string[]): Promise<ReadProfiles> {
  const profiles: ProfileFile[] = [];
  const findings: string[] = [];
  for (const file of files) {
    const check = checkProfileText(await textOf(file));
    if (check.success) profiles.push({ file, rules: check.rules, version: check.placeOf("version") });
    else findings.push(...check.findings.map((finding) => findingLine(file, finding)));
  }
  return { profiles, findings };
}

const findingLine = (file: string, { line, column, code, en, zh }: Omit<PlacedFinding, "path">): string =>
  `${file}:${line}:${column} ${code} ${en} (${zh})`;

/** What is wrong with a version that is loaded and reads differently. */
export const versionTaken = ({ file, rules: { version }, version: place }: ProfileFile): string =>
  findingLine(file, {
    code: "VERSION_TAKEN",
    en: `version ${version} is loaded and reads differently; give the change a number of its own`,
    zh: `第 ${version} 版已载入且内容不同，请为更改另编版本号`,
    ...place,
  });

/** The profiles of a folder (`WHISTLE_PROFILES`), or none of them: whoever starts is told of every hole at once. */
export async function readProfileFolder(folder: string): Promise<readonly ProfileFile[]> {
  const { profiles, findings } = await readProfiles(await filesOf(folder));
  if (findings.length > 0) throw refused(findings);
  return profiles;
}

/** Loads the folder's profiles into the subgraph that keeps them, before it serves anybody: all or none. */
export async function loadProfileFolder(
  { database }: Pick<RunningSubgraph, "database">,
  folder: string,
): Promise<void> {
  const profiles = await readProfileFolder(folder);
  const taken = await new WhistleProfileStore(database).loadAll(profiles.map(({ rules }) => rules));
  if (taken.length > 0)
    throw refused(profiles.filter(({ rules }) => taken.includes(rules)).map(versionTaken));
}

const refused = (findings: readonly string[]): StartupError =>
  new StartupError(
    `WHISTLE_PROFILES refused: mend what follows, then start again. 吹哨规则有误，请更正后重新启动。\n${findings.join("\n")}`,
  );

async function filesOf(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new StartupError(`WHISTLE_PROFILES cannot be read: ${(cause as Error).message}. 无法读取该目录。`, {
      cause,
    });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new StartupError(`${file} cannot be read: ${(cause as Error).message}. 无法读取该文件。`, {
      cause,
    });
  }
}
