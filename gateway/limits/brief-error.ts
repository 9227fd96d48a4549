import type { GraphQLFormattedError } from "graphql";

/** Characters of what a client sent that are said back to it; whoever sent more knows what it was. */
const maximumText = 500;

const briefly = (text: string): string =>
  text.length > maximumText ? `${text.slice(0, maximumText)}…` : text;

/** The error with every text of it cut to a readable length: messages name values, and values may be as long as a body. */
export function briefError<Said extends GraphQLFormattedError>(error: Said): Said {
  if (JSON.stringify(error).length <= maximumText) return error;
  const { messageZh, details, ...extensions } = error.extensions ?? {};
  return {
    ...error,
    message: briefly(error.message),
    extensions: {
      ...extensions,
      ...(typeof messageZh === "string" ? { messageZh: briefly(messageZh) } : {}),
      ...(details === undefined ? {} : { details: brief(details) }),
    },
  };
}

function brief(value: unknown): unknown {
  if (typeof value === "string") return briefly(value);
  if (Array.isArray(value)) return value.slice(0, maximumText).map(brief);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, brief(each)]));
}
