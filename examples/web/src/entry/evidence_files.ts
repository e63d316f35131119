import type { EvidenceFile } from "qoldau";
import { sha256 } from "../files";
import { countOr } from "../parts/fields";

/** Names, pages and fingerprints of files. The files themselves stay where they are. */
export function filesOf(files: File[], given: FormData): Promise<EvidenceFile[]> {
  return Promise.all(
    files.map(async (file, number) => ({
      name: file.name,
      pages: countOr(given, `pages.${number}`),
      sha256: await sha256(file),
      bytes: file.size,
    })),
  );
}
