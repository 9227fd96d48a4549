/**
 * Invented telephone numbers. China sets none aside for fiction, so all of them begin with 154, a mobile prefix that no
 * network has been given: they have the right shape and ring nowhere.
 */
const PREFIX = "154";

const RESIDENTS = 90_000_000;
/** Prime, so that numbers of neighbours look unrelated and still never repeat; ordinals times this stay exact. */
const STRIDE = 48_271_393;

const digits = (number: number): string => String(number).padStart(8, "0");

/** A resident's number; each ordinal below 90 million has its own. */
export const residentPhone = (ordinal: number): string => PREFIX + digits((ordinal * STRIDE + 7) % RESIDENTS);

/** A number of someone met through their post or shop, apart from the residents' ones. */
export const workPhone = (random: { between(low: number, high: number): number }): string =>
  PREFIX + digits(RESIDENTS + random.between(0, 9_999_999));
