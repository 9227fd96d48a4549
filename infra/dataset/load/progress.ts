import { Presets, SingleBar } from "cli-progress";

/** Where there is no terminal, a line at most this often, in milliseconds. */
const LINE_EVERY = 3_000;

export interface Progress {
  show(subgraph: string, share: number): void;
  end(): void;
}

/**
 * Shows how far a load has come, by the subgraph furthest behind: a bar on a terminal, elsewhere a line every few seconds.
 * Nothing appears before the first call, so a start that has nothing to load says nothing.
 *
 * @param now milliseconds of a clock that only runs forward.
 */
export const openProgress = (
  dataset: string,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress => {
  const shares = new Map<string, number>();
  const { show, end } = stream.isTTY ? bar(dataset, stream) : lines(dataset, stream, now);
  return {
    show(subgraph, share) {
      shares.set(subgraph, share);
      const [[name, least] = [subgraph, share]] = [...shares].sort(([, one], [, other]) => one - other);
      show(name, least);
    },
    end,
  };
};

function bar(dataset: string, stream: NodeJS.WriteStream): Progress {
  let shown: SingleBar | undefined;
  return {
    show(subgraph, share) {
      if (!shown) {
        shown = new SingleBar(
          { stream, format: `Dataset ${dataset} [{bar}] {subgraph} {percentage} %`, clearOnComplete: true },
          Presets.rect,
        );
        shown.start(100, 0, { subgraph });
      }
      shown.update(Math.floor(100 * share), { subgraph });
    },
    end: () => shown?.stop(),
  };
}

function lines(dataset: string, stream: NodeJS.WritableStream, now: () => number): Progress {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(subgraph, share) {
      if (now() - last < LINE_EVERY) return;
      last = now();
      stream.write(`Dataset ${dataset}: ${subgraph} ${Math.floor(100 * share)} %\n`);
    },
    end: () => undefined,
  };
}
