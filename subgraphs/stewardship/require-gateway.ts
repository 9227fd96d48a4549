import { type Actor, actorOf } from "../shared/move.ts";
import { Post, type Principal } from "../shared/principal.ts";
import { forbidden } from "../shared/refusal.ts";

/** Grants are handed to, and records taken from, the gateway alone: it stands where everything passes. */
export function requireGateway(context: { principal: Principal | null; at: Date }): Actor {
  const actor = actorOf(context);
  const { post, unit } = actor.principal;
  if (post === Post.SERVICE && unit === "gateway") return actor;
  throw forbidden(
    "GATEWAY-ALONE",
    { post, unit },
    { en: "only the gateway itself does this", zh: "仅限网关自身调用", units: ["gateway"] },
  );
}
