/** Longer than this nobody waits in silence, in milliseconds. */
const patience = 1_500;

/** Does a part of the start, and says on standard error what it is when it takes long. */
export async function phase<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setTimeout(() => process.stderr.write(`${name} …\n`), patience);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
