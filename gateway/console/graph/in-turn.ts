/** Work that is called for again while it goes on begins once more when it has ended: what it found may be older than the call. */
export function inTurn(work: () => Promise<unknown>): () => void {
  let goesOn = false;
  let isDue = false;
  const begin = async (): Promise<void> => {
    goesOn = true;
    try {
      do {
        isDue = false;
        await work();
      } while (isDue);
    } finally {
      goesOn = false;
    }
  };
  return () => {
    if (goesOn) isDue = true;
    else void begin();
  };
}
