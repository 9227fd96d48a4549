import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const start = "npm start\n";

/** Somebody who reads a guide at two terminals: one for the stack, one for everything else. */
export class Reader {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #shell: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #stack: ChildProcess | undefined;
  #steps = 0;

  constructor(folder: string, environment: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#environment = environment;
    this.#shell = spawn("bash", ["--norc"], {
      cwd: folder,
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    if (!this.#shell.stdout) throw new Error("the shell has no output");
    this.#lines = createInterface({ input: this.#shell.stdout })[Symbol.asyncIterator]();
  }

  /** What the commands print. `npm start` is what the other terminal is for, and ends what runs there before. */
  async does(commands: string): Promise<string> {
    const here = commands.replaceAll("127.0.0.1:4000", `127.0.0.1:${this.#environment.PORT}`);
    if (here === start) return this.#startsStack();
    const mark = `--- end of step ${++this.#steps}`;
    this.#shell.stdin?.write(`${here}\nprintf '\\n%s %s\\n' '${mark}' "$?"\n`);
    const printed: string[] = [];
    for (;;) {
      const { value: line, done } = await this.#lines.next();
      if (done) throw new Error("the shell ended");
      if (line.startsWith(mark)) break;
      printed.push(line);
    }
    return printed.join("\n");
  }

  async leave(): Promise<void> {
    this.#shell.stdin?.end();
    await this.#endsStack();
  }

  async #startsStack(): Promise<string> {
    await this.#endsStack();
    const stack = spawn("npm", ["start"], {
      cwd: this.#folder,
      env: this.#environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#stack = stack;
    let said = "";
    for await (const text of stack.stdout.setEncoding("utf8")) {
      said += text;
      if (said.includes("Whistlegraph is ready")) return said;
    }
    throw new Error(`the stack did not start: ${said}`);
  }

  async #endsStack(): Promise<void> {
    const stack = this.#stack;
    this.#stack = undefined;
    if (!stack || stack.exitCode !== null) return;
    const ended = once(stack, "close");
    stack.kill("SIGINT");
    await ended;
  }
}
