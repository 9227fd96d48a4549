import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { parseJson } from "../../subgraphs/shared/http.ts";
import { maximumFiles } from "../../subgraphs/shared/uploads.ts";
import { malformedUpload } from "./multipart-request.ts";

/** The scalar that stands for a file, by the name the specification gives it. */
export const uploadScalar = "Upload";

type Container = Record<string | number, unknown>;

/** Where a file goes: an entry of a list or a field of an object in the variables, null until then. */
export interface UploadPlace {
  put(id: string): void;
}

/** The places of each file, by the name of the part that carries it. */
export type UploadPlaces = ReadonlyMap<string, readonly UploadPlace[]>;

/** Reads `map`, and refuses what is not there to be filled: each place must be one of a file, by the operation's own types. */
export function uploadPlaces(
  map: string,
  variables: object,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): UploadPlaces {
  const read = parseJson(map);
  const entries = typeof read === "object" && read !== null ? Object.entries(read) : [];
  if (entries.length === 0 || Array.isArray(read)) throw misfit("it maps no file", "没有列出文件");
  if (entries.length > maximumFiles) {
    throw misfit(`it maps more than ${maximumFiles} files`, `文件超过 ${maximumFiles} 个`);
  }
  const taken = new Set<string>();
  return new Map(
    entries.map(([part, paths]) => {
      if (!Array.isArray(paths) || paths.length === 0) {
        throw misfit("a file has no list of places", "文件没有对应的位置列表");
      }
      const places = paths.map((path) => {
        if (typeof path !== "string" || taken.has(path)) {
          throw misfit("a place is no path, or is named twice", "位置格式有误或重复");
        }
        taken.add(path);
        return placeAt(path, variables, operation, schema);
      });
      return [part, places] as const;
    }),
  );
}

function placeAt(
  path: string,
  variables: object,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): UploadPlace {
  const [root, variable = "", ...steps] = path.split(".");
  const last = steps.at(-1) ?? variable;
  let type = root === "variables" ? typeOf(variable, operation, schema) : undefined;
  let holder: unknown = variables;
  let name = variable;
  for (const step of steps) {
    holder = own(holder, name);
    type = type && below(type, step);
    name = step;
  }
  const isFree = type && getNullableType(type).toString() === uploadScalar && own(holder, last) === null;
  if (!isFree) {
    const shown = path.slice(0, 100);
    throw misfit(
      `${shown} is no place for a file: there must be null, of type ${uploadScalar}`,
      `${shown} 不是文件位置，该处应为 ${uploadScalar} 类型的 null`,
    );
  }
  return {
    put(id) {
      (holder as Container)[last] = id;
    },
  };
}

function typeOf(
  variable: string,
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): GraphQLInputType | undefined {
  const definition = variableDefinitions.find(({ variable: { name } }) => name.value === variable);
  const type = definition && typeFromAST(schema, definition.type);
  return type && isInputType(type) ? type : undefined;
}

function below(type: GraphQLInputType, step: string): GraphQLInputType | undefined {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return /^\d{1,3}$/.test(step) ? nullable.ofType : undefined;
  if (!isInputObjectType(nullable)) return undefined;
  const fields = nullable.getFields();
  return Object.hasOwn(fields, step) ? fields[step]?.type : undefined;
}

/** What an object or a list has itself: nothing that every object has. */
const own = (holder: unknown, name: string): unknown =>
  typeof holder === "object" && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Container)[name]
    : undefined;

const misfit = (problem: string, problemZh: string) =>
  malformedUpload(`\`map\` does not fit: ${problem}`, `map 有误：${problemZh}`);
