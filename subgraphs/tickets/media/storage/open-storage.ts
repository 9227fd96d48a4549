import type { ObjectStorage } from "../../../shared/uploads.ts";
import { folderStorage } from "./folder-storage.ts";

/** Opens where photos and recordings are kept, by the kind of URL. What speaks S3 is loaded only where it is used. */
export async function openStorage(url: string): Promise<ObjectStorage> {
  if (url.startsWith("file:")) return folderStorage(url);
  const { s3Storage } = await import("./s3-storage.ts");
  return s3Storage(url);
}
