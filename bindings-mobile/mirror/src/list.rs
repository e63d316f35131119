//! Which types cross, by file. The order is the order of the mirrors.

/// A file of mirrors.
#[derive(Debug, Clone, Copy)]
pub struct MirrorFile {
    /// Its name, without the ending.
    pub name: &'static str,
    /// Where its types lie: a floor of the core, or the store.
    pub home: &'static str,
    /// Its types.
    pub types: &'static [&'static str],
}

impl MirrorFile {
    /// All the types of a floor that cross.
    const fn of_floor(floor: &'static str, types: &'static [&'static str]) -> Self {
        Self { name: floor, home: floor, types }
    }

    /// The path under which the types are imported.
    pub(crate) fn path(&self) -> String {
        if self.home == STORE { STORE.to_owned() } else { format!("qoldau_core::{}", self.home) }
    }
}

/// The home of the types of `qoldau-store`.
pub(crate) const STORE: &str = "qoldau_store";

/// Every file with its types. `AnswerForm`, `HoldOptions` and `ScoreOptions` are not among them: the first holds static texts,
/// the others have fields whose defaults no other language can state, so they have forms of their own beside the mirrors.
pub const FILES: &[MirrorFile] = &[
    MirrorFile::of_floor("value", &["DateRange", "Share"]),
    MirrorFile::of_floor("language", &["Language"]),
    MirrorFile::of_floor("finding", &["Severity", "Place", "Param", "ParamValue", "Offer", "Finding"]),
    MirrorFile::of_floor("plan", PLAN),
    MirrorFile { name: "target", home: "plan", types: TARGET },
    MirrorFile { name: "amendments", home: "plan::reconcile", types: AMENDMENTS },
    MirrorFile::of_floor("facts", FACTS),
    MirrorFile { name: "evidence", home: "facts", types: EVIDENCE },
    MirrorFile { name: "attendance", home: "facts", types: ATTENDANCE },
    MirrorFile::of_floor("annex", &["ReadLimits", "AnnexRead", "PairChoice"]),
    MirrorFile::of_floor("check", &["Stage", "CheckResult"]),
    MirrorFile::of_floor("journal", JOURNAL),
    MirrorFile { name: "heads", home: "journal", types: &["SignedHead", "DeviceKey"] },
    MirrorFile { name: "written_heads", home: "whole", types: &["WrittenHead"] },
    MirrorFile::of_floor("review", REVIEW),
    MirrorFile::of_floor("assess", ASSESS),
    MirrorFile::of_floor("section", &["ReportSection", "ReportTable", "Chart", "ChartBar", "ChartChange"]),
    MirrorFile::of_floor("report", REPORT),
    MirrorFile::of_floor("bundle", &["BundleLimits", "BundleManifest", "BundlePlan", "ListedFile"]),
    MirrorFile::of_floor("package", PACKAGE),
    MirrorFile::of_floor("whole", WHOLE),
    MirrorFile { name: "questionnaire", home: "survey::questionnaire", types: QUESTIONNAIRE },
    MirrorFile { name: "answers", home: "survey::answers", types: ANSWERS },
    MirrorFile { name: "answer_tables", home: "survey::import", types: ANSWER_TABLES },
    MirrorFile { name: "checked_answers", home: "whole::survey", types: &["CheckedAnswers"] },
    MirrorFile { name: "statistics", home: "survey::stats", types: STATISTICS },
    MirrorFile { name: "scores", home: "survey::score", types: SCORES },
    MirrorFile { name: "survey_line", home: "survey::observe", types: &["SurveyLine"] },
    MirrorFile { name: "focus_groups", home: "survey::focus", types: &["FocusGroup"] },
    MirrorFile {
        name: "identity",
        home: "people::identity",
        types: &["Birth", "EncodedSex", "IinHint", "PhoneKind"],
    },
    MirrorFile { name: "cells", home: "whole::people", types: CELLS },
    MirrorFile {
        name: "lists",
        home: "people::import",
        types: &[
            "PersonColumn",
            "ColumnChoice",
            "PeopleTable",
            "SheetHeading",
            "SheetGuess",
            "SheetColumns",
            "WorkbookPeople",
        ],
    },
    MirrorFile { name: "duplicates", home: "people::duplicates", types: DUPLICATES },
    MirrorFile { name: "reach", home: "people::reach", types: REACH },
    MirrorFile { name: "shown_reach", home: "people::reach", types: SHOWN_REACH },
    MirrorFile { name: "registry", home: "people::registry", types: REGISTRY },
    MirrorFile { name: "pseudonyms", home: "people::pseudonym", types: &["PseudonymChange"] },
    MirrorFile { name: "host_keys", home: "whole::registry", types: &["HostKey"] },
    MirrorFile { name: "linkage", home: "people::linkage", types: &["LinkageKey", "LinkedPair"] },
    MirrorFile { name: "store", home: STORE, types: &["StoreStatus", "Arrivals", "DamagedEntry"] },
];

const PLAN: &[&str] = &[
    "Plan",
    "Edition",
    "Contract",
    "ReportingPeriod",
    "ReportKind",
    "Unread",
    "Withdrawn",
    "PlanNode",
    "Team",
    "StaffMember",
    "GrantTask",
    "TaskKind",
    "Activity",
    "Unpaired",
    "Indicator",
    "IndicatorKind",
    "Accumulation",
    "Requires",
    "Approver",
    "Trait",
    "ListField",
    "ImpactLine",
    "ImpactKind",
    "PlanReading",
    "Question",
    "ReadingSource",
    "Policy",
    "Setting",
    "Source",
];

/// What a line promises and by when.
const TARGET: &[&str] = &[
    "Target",
    "TargetRule",
    "Bound",
    "ChangeBy",
    "UnitWord",
    "UnitCode",
    "Each",
    "EachOf",
    "ScopeFrom",
    "Part",
    "Due",
    "Anchor",
    "DueSide",
    "DayCount",
    "Frequency",
    "DueContext",
];

/// What a supplementary agreement does to a plan.
const AMENDMENTS: &[&str] = &[
    "Amendment",
    "NodeAnswer",
    "Reconciliation",
    "RowCounts",
    "AmendmentRow",
    "RowState",
    "NodeRef",
    "NodeChange",
    "NodeField",
    "Amended",
    "IdPair",
    "PlanDiff",
];

const FACTS: &[&str] = &[
    "Entry",
    "Fact",
    "Event",
    "EventStatus",
    "Reading",
    "ReadingMode",
    "ReadingValue",
    "Approval",
    "Acknowledgement",
    "EventIds",
    "ReviewStep",
    "AmendedFact",
    "Erasure",
    "PlanAdoption",
    "PlanAmendment",
    "LineMove",
    "EntryReview",
    "EntryState",
    "Submission",
    "Remark",
    "Reply",
    "Resolution",
    "Acceptance",
    "ReviewState",
    "VoidReason",
    "FactsLimits",
    "FactsRead",
];

const ATTENDANCE: &[&str] = &[
    "AttendanceRecord",
    "AttendanceBy",
    "HeadcountRecord",
    "HeadcountBasis",
    "HeadcountGroup",
    "ReachDimension",
    "PersonDecision",
    "PersonVerdict",
    "PeopleCount",
    "ReachEstimate",
    "ReachMethod",
];

const EVIDENCE: &[&str] = &[
    "Evidence",
    "Capture",
    "CaptureSource",
    "EvidenceFile",
    "EvidenceKind",
    "Attachment",
    "LinkCheck",
    "LinkStatus",
];

const JOURNAL: &[&str] =
    &["Envelope", "Draft", "Stamp", "Conflict", "ConflictKind", "Verification", "DeviceChain", "Taken"];

const REVIEW: &[&str] = &[
    "Role",
    "AuthorRole",
    "Reviews",
    "EntryStanding",
    "EntryCounts",
    "ReviewSummary",
    "SubmissionStanding",
    "RemarkStanding",
    "RemarkState",
    "ReplyStanding",
];

const ASSESS: &[&str] = &[
    "Assessment",
    "Counts",
    "TaskStanding",
    "ActivityStanding",
    "LineStanding",
    "TargetStanding",
    "Figure",
    "PeriodFigures",
    "Expected",
    "EventShare",
    "PeriodShare",
    "PartShare",
    "Reason",
    "ReasonCode",
    "Progress",
    "Proof",
    "Timing",
    "Headline",
    "EventStanding",
    "ImpactStanding",
    "PersonBounds",
    "WithdrawnStanding",
    "WithdrawnFigures",
    "SourceFigure",
    "LineEvidence",
    "EvidenceUse",
    "Validity",
    "Changed",
];

const REPORT: &[&str] = &[
    "Report",
    "Head",
    "LineRef",
    "ToDo",
    "ToDoKind",
    "ToDoItem",
    "ApprovalWait",
    "ExceptionGroup",
    "ExceptionKind",
    "ExceptionItem",
    "Timeline",
    "TimelineRow",
    "TimelineEvent",
    "TaskTable",
    "ActivityTable",
    "LineRow",
    "TargetRow",
    "Bar",
    "ImpactRow",
    "WithdrawnRow",
    "RemarkRow",
    "SubmissionRow",
    "SourceRow",
    "ReadingRow",
    "FindingRow",
    "PolicyRow",
    "Register",
    "RegisterLine",
    "RegisterItem",
    "RegisterFile",
    "RegisterLack",
    "IssuedNumber",
    "ReportStyle",
];

const PACKAGE: &[&str] = &[
    "Package",
    "PackageAbout",
    "PackageLine",
    "PackageReading",
    "LineException",
    "PackageTarget",
    "PackageWithdrawn",
    "PackageItem",
    "PackageEvidence",
    "PackageEntry",
    "OpenedSubmission",
    "HandedIn",
    "PackageDiff",
    "AboutChange",
    "LineDiff",
    "LineState",
    "TargetDiff",
    "ReadingChange",
    "ItemChange",
];

const WHOLE: &[&str] = &[
    "Held",
    "ReportForm",
    "RegisterForm",
    "JournalForm",
    "Recorded",
    "JournalContents",
    "JournalConflicts",
    "JournalEvidence",
    "MergedJournals",
    "MergedFile",
    "FrozenPackage",
    "WrittenSubmission",
    "BundleContents",
    "WrittenBundle",
];

const QUESTIONNAIRE: &[&str] = &[
    "Wording",
    "Questionnaire",
    "SurveyQuestion",
    "AnswerKind",
    "OptionList",
    "Choice",
    "MissingReason",
    "Population",
    "Phase",
    "CodeRecipe",
    "CodePart",
    "CodeCharacters",
    "Subscale",
    "MinimumAnswered",
    "Satisfaction",
    "SatisfactionDefinition",
    "MissingRule",
];

/// What people answered, and where a form stands with it.
const ANSWERS: &[&str] = &[
    "Answer",
    "Response",
    "Relevance",
    "Standing",
    "FieldState",
    "ResponseState",
    "ResponseCheck",
    "Tally",
    "QuestionTally",
    "OptionTally",
];

/// Answers read from the exports of other tools.
const ANSWER_TABLES: &[&str] = &["ImportOptions", "AnswerColumn", "Imported", "ImportedColumn", "ColumnUse"];

/// What statistics are typed; the others cross as JSON.
const STATISTICS: &[&str] = &[
    "Interval",
    "NetPromoterScore",
    "Verdict",
    "CodeLinks",
    "CodePair",
    "SampleSize",
    "PopulationSampleSize",
];

const SCORES: &[&str] = &[
    "PhaseScores",
    "QuestionScores",
    "StepCount",
    "TopBoxes",
    "SubscaleScores",
    "SatisfactionScore",
    "Comparison",
    "Pairing",
    "Change",
    "ScoreChange",
    "Design",
];

/// What cells of a list hold.
const CELLS: &[&str] = &["IinRead", "BinRead", "NumberFault", "PhoneRead", "AgeBounds", "ColumnGuess"];

const DUPLICATES: &[&str] = &[
    "ListedPerson",
    "DuplicateOptions",
    "MatchRule",
    "PairDecision",
    "MatchField",
    "PairVerdict",
    "Duplicates",
    "ProbablePair",
    "VerdictOrigin",
    "UnsureReason",
    "FieldEvidence",
    "Agreement",
    "UnsureCount",
    "RuleUse",
    "RuleSilence",
    "LevelWeight",
    "ListPairing",
];

const REACH: &[&str] = &[
    "PersonFacts",
    "Attendance",
    "Headcount",
    "AgeGroup",
    "ReachQuestion",
    "ReachValue",
    "ReachRow",
    "ReachCompleteness",
    "CompletenessState",
    "Reach",
    "ReachPart",
    "PartPerson",
    "PartHeadcount",
    "PersonSketch",
];

/// Reach as it may leave the house.
const SHOWN_REACH: &[&str] = &["ReachPolicy", "ShownReach", "ShownRow", "ShownCompleteness", "ShownGroups"];

const REGISTRY: &[&str] = &[
    "Registry",
    "RegisteredPerson",
    "SelfReport",
    "Consent",
    "ConsentUse",
    "ConsentGiver",
    "RegisteredOrganisation",
    "OrganisationKind",
    "PersonExport",
    "PersonMention",
    "ErasedPerson",
];
