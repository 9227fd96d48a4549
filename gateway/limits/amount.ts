export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known when an operation is compiled, or only once its variables are. */
export type Amount = number | Formula;
type Formula = (reckoning: Reckoning) => number;

/** One working out of an amount, with what was worked out already. */
export interface Reckoning {
  readonly variables: Variables;
  readonly known: Map<Formula, number>;
}

export const amountOf = (amount: Amount, variables: Variables): number =>
  typeof amount === "number" ? amount : amount({ variables, known: new Map() });

const within = (amount: Amount, reckoning: Reckoning): number =>
  typeof amount === "number" ? amount : amount(reckoning);

export function sum(amounts: readonly Amount[]): Amount {
  let known = 0;
  const formulas: Formula[] = [];
  for (const amount of amounts) {
    if (typeof amount === "number") known += amount;
    else formulas.push(amount);
  }
  const [only] = formulas;
  if (!only) return known;
  if (formulas.length === 1 && known === 0) return only;
  return (reckoning) => formulas.reduce((total, formula) => total + formula(reckoning), known);
}

/** Every row of a list costs the same; none costs less than nothing, whatever weights were declared. */
export function times(rows: Amount, each: Amount): Amount {
  const multiply = (count: number, cost: number): number => Math.max(0, count) * Math.max(0, cost);
  if (typeof rows === "number" && typeof each === "number") return multiply(rows, each);
  return (reckoning) => multiply(within(rows, reckoning), within(each, reckoning));
}

export function greatest(amounts: readonly Amount[]): Amount {
  const known = amounts.filter((amount) => typeof amount === "number");
  if (known.length === amounts.length) return Math.max(0, ...known);
  return (reckoning) => Math.max(0, ...amounts.map((amount) => within(amount, reckoning)));
}

/** The amount where the condition holds, and nothing where it does not. */
export function onlyIf(condition: (variables: Variables) => boolean, amount: Amount): Amount {
  if (amount === 0) return 0;
  return (reckoning) => (condition(reckoning.variables) ? within(amount, reckoning) : 0);
}

/** An amount that others are made of in many places: worked out once for each set of variables. */
export function shared(amount: Amount): Amount {
  if (typeof amount === "number") return amount;
  return (reckoning) => {
    const known = reckoning.known.get(amount) ?? amount(reckoning);
    reckoning.known.set(amount, known);
    return known;
  };
}
