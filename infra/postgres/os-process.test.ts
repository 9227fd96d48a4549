import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { commandLine, processIdentity } from "./os-process.ts";

it("a process keeps its identity, and another has another", async () => {
  const other = spawn("sleep", ["60"]);
  await once(other, "spawn");
  const identity = processIdentity(other.pid ?? 0);
  expect(identity).toContain(`${other.pid} `);
  expect(processIdentity(other.pid ?? 0)).toBe(identity);
  expect(processIdentity(process.pid)).not.toBe(identity);
  other.kill();
  await once(other, "exit");
  expect(processIdentity(other.pid ?? 0)).toBeUndefined();
});

it("a process that died without its parent taking note counts as gone", async () => {
  // The shell starts a child that ends at once, then becomes a program that never asks after children.
  const parent = spawn("/bin/sh", ["-c", "true & echo $!; exec sleep 60"]);
  const [output] = await once(parent.stdout, "data");
  const zombie = Number.parseInt(String(output), 10);
  await expect.poll(() => processIdentity(zombie)).toBeUndefined();
  expect(commandLine(zombie)).toBeUndefined();
  parent.kill();
});
