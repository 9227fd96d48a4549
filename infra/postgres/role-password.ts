import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

/**
 * A role's password follows from the administrator's and the role's name: every starter (one process or many
 * containers) that can make the roles computes the same URLs, and nothing is stored or handed around. Changing the
 * administrator's password changes them all at the next start. One role's password tells nothing about another's.
 */
export function rolePassword(adminPassword: string, role: string): string {
  return createHmac("sha256", adminPassword).update(role).digest("base64url");
}

/**
 * What PostgreSQL would itself store for that password (RFC 5803, SCRAM-SHA-256). Sent in place of the password,
 * which would otherwise stand in the log of any server that logs statements. The salt is derived too, so a role
 * that is provisioned again is left as it was.
 */
export function scramVerifier(password: string, role: string): string {
  const iterations = 4096;
  const salt = createHmac("sha256", password).update(`salt of ${role}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const storedKey = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${key("Server Key").toString("base64")}`;
}
