import type { Capture, EvidenceFile } from "qoldau";
import { dayOf } from "../day";
import { bytesOfFile, sha256 } from "../files";
import { countOr, textOr } from "../parts/fields";

/** Names that a camera gives: `IMG_20240614_093000.jpg`. Messengers give theirs by the day of sending, which is another. */
const CAMERA_NAME = /^(?:IMG_|VID_|PXL_|MVIMG_|PANO_)?(20\d{2})(\d{2})(\d{2})_\d{6}/;

/** The day that the name of a camera's file tells. */
export function dayInName(name: string): string | null {
  const [, year, month, day] = CAMERA_NAME.exec(name) ?? [];
  return year ? dayOf(`${year}-${month}-${day}`) : null;
}

/** When a picture was taken, and who says so; nothing where nobody does. */
function captured(name: string, given: string | null): Capture | null {
  const on = dayOf(given ?? "");
  return on && { on, source: on === dayInName(name) ? "fileName" : "stated" };
}

/** Names, pages, days and fingerprints of files. The files themselves stay where they are. */
export function filesOf(files: File[], given: FormData): Promise<EvidenceFile[]> {
  return Promise.all(
    files.map(async (file, number) => ({
      name: file.name,
      pages: countOr(given, `pages.${number}`),
      sha256: await sha256(await bytesOfFile(file)),
      bytes: file.size,
      captured: captured(file.name, textOr(given, `captured.${number}`)),
    })),
  );
}
