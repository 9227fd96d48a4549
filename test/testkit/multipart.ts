/** A file of a request as a client's browser sends it: what it is called and said to be counts for nothing. */
export interface SentFile {
  readonly content: Uint8Array;
  readonly name?: string;
  readonly type?: string;
}

export interface MultipartBody {
  readonly operations: unknown;
  readonly map: unknown;
  readonly files: Readonly<Record<string, SentFile>>;
}

/** A GraphQL multipart request, part after part. */
export function multipartForm({ operations, map, files }: MultipartBody): FormData {
  const form = new FormData();
  form.append("operations", JSON.stringify(operations));
  form.append("map", JSON.stringify(map));
  for (const [part, { content, name = "photo.jpg", type = "image/jpeg" }] of Object.entries(files)) {
    form.append(part, new Blob([Buffer.from(content)], { type }), name);
  }
  return form;
}
