import type { ComponentChildren } from "preact";
import { usePage } from "../page";

/** Words of the contract, in their own language and direction. */
export function Own({ children }: { children: ComponentChildren }) {
  const { project } = usePage();
  return (
    <span lang={project.plan.language} dir="auto">
      {children}
    </span>
  );
}
