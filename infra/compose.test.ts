import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { subgraphs } from "../schema/subgraphs.ts";
import { settingsRows, variableOf } from "./settings.ts";
import { gatewayFlags } from "./workers/gateway-flags.ts";

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");
const compose = read("../docker-compose.yml");
const sample = read("compose.env.sample");

/** The lines of one service, by their indentation. */
const serviceOf = (name: string): string =>
  new RegExp(`^services:[^]*?^  ${name}:\\n((?:    .*\\n|\\n)+)`, "m").exec(compose)?.[1] ?? "";

const names = subgraphs.map(({ name }) => name);
const readingSources = subgraphs.filter(({ openSource }) => openSource).map(({ name }) => name);
const variables = names.map((name) => variableOf("DATABASE_URL", name));

describe("docker-compose.yml", () => {
  it.each(names)("runs %s as a service that is given its own database and nobody else's", (name) => {
    const service = serviceOf(name);
    expect(service).toContain(`infra/start-subgraph.ts, ${name}]`);
    const given = [...service.matchAll(/\bDATABASE_URL\w*(?=:\s)/g)].map(([variable]) => variable);
    expect(given).toEqual([variableOf("DATABASE_URL", name)]);
    expect(service).not.toContain("*databases");
    const source = `${variableOf("SOURCE_URL", name)}:`;
    expect(service.includes(source)).toBe(readingSources.includes(name));
  });

  it("starts samples of the old systems where nobody names the real ones, found as the environment says", () => {
    const setting = (variable: string): string =>
      new RegExp(`^${variable}=(.*)$`, "m").exec(sample)?.[1] ?? expect.unreachable(variable);
    expect(setting("COMPOSE_PROFILES")).toBe("samples");
    expect(readingSources.sort()).toEqual(["market-supervision", "public-security"]);

    const register = new URL(setting("SOURCE_URL_MARKET_SUPERVISION"));
    const registerService = serviceOf(register.hostname);
    expect(registerService).toContain("infra/legacy/start-business-register.ts]");
    expect(registerService).toContain(`BUSINESS_REGISTER_PORT: ${register.port}`);
    expect(register.searchParams.get("key")).toBe(setting("BUSINESS_REGISTER_KEY"));

    const archive = new URL(setting("SOURCE_URL_PUBLIC_SECURITY"));
    expect(serviceOf("police-archive")).toContain("infra/legacy/make-police-archive.ts]");
    expect(archive.host).toBe(new URL(setting("DATABASE_URL")).host);
    for (const service of [registerService, serviceOf("police-archive")])
      expect(service).toContain("profiles: [samples]");
  });

  it("gives the gateway no database, and no secret of PostgreSQL", () => {
    expect(serviceOf("gateway")).not.toMatch(/DATABASE|POSTGRES|\*databases/);
    expect(serviceOf("gateway")).toContain("ports:");
  });

  it("publishes nothing but the gateway, and that on this machine alone", () => {
    const ports = compose.match(/^ {4}ports:\n(?: {6}.*\n)+/gm) ?? [];
    expect(ports).toHaveLength(1);
    expect(ports[0]).toMatch(/^ {4}ports:\n {6}- 127\.0\.0\.1:\S+:4000\n$/);
  });

  it("sets nothing that is no setting, and gives the image's gateway the memory its workers have", () => {
    const settings = new Set(settingsRows.map(([variable]) => variable));
    const given = [...serviceOf("gateway").matchAll(/^ {6}([A-Z_]+):/gm)].map(([, variable]) => variable);
    expect(given).not.toEqual([]);
    expect(given.filter((variable) => !settings.has(variable ?? ""))).toEqual([]);
    const command = /^CMD (.*)$/m.exec(read("Dockerfile"))?.[1] ?? "[]";
    expect(JSON.parse(command)).toEqual(["node", ...gatewayFlags(), "infra/start-gateway.ts"]);
  });

  it("finds every subgraph, and its sample environment names every database", () => {
    for (const name of names)
      expect(compose).toContain(`${variableOf("SUBGRAPH_URL", name)}: http://${name}:4000`);
    for (const variable of ["DATABASE_URL", ...variables])
      expect(sample).toMatch(new RegExp(`^${variable}=`, "m"));
  });
});
