// The token of whoever has signed in at the console in another tab of this browser: see `console/session/lend.ts`.
const channel = new BroadcastChannel("whistlegraph:token");

/** How long the console may take: it may first have to get a new token from the provider. In milliseconds. */
const PATIENCE = 3_000;
/** Where nobody has answered yet, who is there answers at once. */
const FIRST_PATIENCE = 500;

/** Who lent it before: where several have signed in, one goes on as the same. */
let lender;

/** The token to send now, or undefined where no console is open or nobody has signed in there. */
export async function borrowedToken() {
  // There nobody can have signed in at a provider.
  if (!window.isSecureContext) return undefined;
  const answer = await ask(lender, lender ? PATIENCE : FIRST_PATIENCE);
  // Their page is closed, or they have signed out: whoever else is there.
  const lent = answer ?? (lender && (await ask(undefined, FIRST_PATIENCE)));
  lender = lent?.by;
  return lent?.token;
}

/** Calls back when who lent the token signs out, or somebody else goes on in their page. */
export function whenLenderLeaves(call) {
  channel.addEventListener("message", ({ data }) => {
    if (lender !== undefined && data.left === lender) call();
  });
}

function ask(of, patience) {
  const asked = crypto.randomUUID();
  return new Promise((resolve) => {
    const done = (answer) => {
      clearTimeout(alone);
      channel.removeEventListener("message", hear);
      resolve(answer);
    };
    const hear = ({ data }) => {
      if (data.answered === asked) done(data);
    };
    const alone = setTimeout(done, patience);
    channel.addEventListener("message", hear);
    channel.postMessage({ asked, of });
  });
}
