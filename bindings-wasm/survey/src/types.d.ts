/** A request for a statistic: the methods with their fields are in `tests/vectors-survey/FORMAT.md` of the repository. */
export interface StatisticRequest {
  /** The name of the method, one of {@link statisticMethods}. */
  method: string;
  /** Its fields. */
  input: Record<string, unknown>;
  /** Tables (CSV) as text, by the names by which the input calls them. */
  tables?: Record<string, string>;
}

/** The answer of a statistic. What the mathematics leaves undefined is `null`. */
export type StatisticAnswer = Record<string, any>;
