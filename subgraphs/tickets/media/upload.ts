import { GraphQLScalarType } from "graphql";
import { refuse } from "../../shared/errors.ts";

const notSent = () =>
  refuse("BAD_INPUT", {
    field: "Upload",
    problem: "send the file with the operation, by the GraphQL multipart request specification",
    problemZh: "请按 GraphQL multipart 规范随操作一并上传文件",
  });

/** Ids are made up here (UUID): whatever else is asked for is of no file. */
export const isMediaId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * The gateway has taken the file in when the operation arrives here, and says it by the id it was kept under. What a
 * client wrote into the operation itself is no file.
 */
export const Upload = new GraphQLScalarType<string, never>({
  name: "Upload",
  description:
    "A file sent along with the operation (随附文件), by the GraphQL multipart request specification: null in the variables, and the file named for that place in `map`. At most 10 MB each, 9 with one operation; what it is, is told by its bytes: JPEG, PNG, WebP, HEIC, MP4, 3GP, M4A, MP3, OGG, WAV, AMR.",
  specifiedByURL: "https://github.com/jaydenseric/graphql-multipart-request-spec",
  parseValue(value) {
    if (typeof value === "string" && isMediaId(value)) return value;
    throw notSent();
  },
  parseLiteral() {
    throw notSent();
  },
  serialize() {
    throw new Error("files are taken in, not answered");
  },
});
