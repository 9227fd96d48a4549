import { parseArgs } from "node:util";
import { GraphQLError } from "graphql";
import { decodeJwt } from "jose";
import { readSettings } from "../settings.ts";
import { openIssuer, WORKING_DAY } from "./issuer.ts";
import { namedPost, namedPosts } from "./named-posts.ts";
import { type ClaimedHolder, divisionOfUnit, personalPosts } from "./post-holder.ts";
import { SCOPES } from "./posts.ts";

const HELP = `Signs a development token and prints it on standard output. 签发开发用令牌。

  npm run --silent token -- --name kaifu-community-secretary
  npm run --silent token -- --post COMMUNITY_SECRETARY --unit 430105010003
  npm run --silent token -- --post RESPONDER --unit 430105-MARKET-SUPERVISION --division 430105010

  --name <id>        a named post 命名岗位, see --list
  --post <POST>      ${personalPosts.join(" ").replace(/(.{60}\S*) /g, "$1\n                     ")}
  --unit <code>      430105 a district, 430105010 a sub-district, 430105010003 a community,
                     430105-COMMERCE a department
  --division <code>  the place the post answers for 区划代码; by default the unit's own
  --data <folder>    where the local stack keeps its data; by default DATA_DIRECTORY, or .data
  --list             the named posts
  --help             this text

Scopes 授权范围, given by post:
${Object.entries(SCOPES)
  .map(([scope, { en }]) => `  ${scope.padEnd(18)} ${en}`)
  .join("\n")}
`;

interface Wish {
  readonly name?: string | undefined;
  readonly post?: string | undefined;
  readonly unit?: string | undefined;
  readonly division?: string | undefined;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      post: { type: "string" },
      unit: { type: "string" },
      division: { type: "string" },
      data: { type: "string" },
      list: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else if (values.list) process.stdout.write(namedPostList());
  else process.stdout.write(`${await token(values, values.data)}\n`);
}

async function token(wish: Wish, data: string | undefined): Promise<string> {
  const holder = wished(wish);
  const settings = readSettings(process.env, []);
  if (settings.JWKS_URL)
    throw new Error("JWKS_URL names another issuer: a development token would be refused.");
  const issuer = await openIssuer({
    directory: data ?? settings.DATA_DIRECTORY,
    issuer: settings.JWT_ISSUER,
    audience: settings.JWT_AUDIENCE,
  });
  const signed = await issuer.sign(holder, { now: new Date() });
  const claims = decodeJwt(signed);
  hint(
    `${claims.post} of ${claims.unit}, scopes: ${claims.scope || "none"}, good for ${WORKING_DAY / 3600} hours.`,
  );
  hint("Send it as: Authorization: Bearer <token>");
  return signed;
}

function wished({ name, post, unit, division }: Wish): ClaimedHolder {
  if (name !== undefined) {
    if (post ?? unit ?? division) throw new Error("--name stands alone: it already says post and unit.");
    const named = namedPost(name);
    if (!named) throw new Error(`There is no named post ${name}. See --list.`);
    return named;
  }
  if (!post || !unit) throw new Error("Say --name, or --post and --unit. See --help.");
  return { post, unit, division: division ?? divisionOfUnit(unit) };
}

const namedPostList = (): string =>
  namedPosts
    .map(({ id, post, unit, label, place }) =>
      [id.padEnd(28), post.padEnd(20), unit.padEnd(28), `${place.zh}${label.zh} · ${label.en}\n`].join(" "),
    )
    .join("");

const hint = (text: string): void => void process.stderr.write(`${text}\n`);

try {
  await run();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  hint(error.message);
  if (error instanceof GraphQLError && error.extensions.messageZh) hint(String(error.extensions.messageZh));
  process.exitCode = 1;
}
