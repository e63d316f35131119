//! Which types cross, by file. The order is the order of the mirrors.

/// A file of mirrors.
#[derive(Debug, Clone, Copy)]
pub struct MirrorFile {
    /// Its name, without the ending.
    pub name: &'static str,
    /// The floor of the core that its types are of.
    pub floor: &'static str,
    /// Its types.
    pub types: &'static [&'static str],
}

impl MirrorFile {
    /// All the types of a floor that cross.
    const fn of_floor(floor: &'static str, types: &'static [&'static str]) -> Self {
        Self { name: floor, floor, types }
    }
}

/// Every file with its types. `AnswerForm` and `HoldOptions` are not among them: the former holds static texts, the
/// latter has fields whose defaults no other language can state, so both have forms of their own beside the mirrors.
pub const FILES: &[MirrorFile] = &[
    MirrorFile::of_floor("value", &["DateRange", "Share"]),
    MirrorFile::of_floor("language", &["Language"]),
    MirrorFile::of_floor("finding", &["Severity", "Place", "Param", "ParamValue", "Offer", "Finding"]),
    MirrorFile::of_floor("plan", PLAN),
    MirrorFile { name: "target", floor: "plan", types: TARGET },
    MirrorFile { name: "amendments", floor: "plan::reconcile", types: AMENDMENTS },
    MirrorFile::of_floor("facts", FACTS),
    MirrorFile { name: "evidence", floor: "facts", types: EVIDENCE },
    MirrorFile::of_floor("annex", &["ReadLimits", "AnnexRead", "PairChoice"]),
    MirrorFile::of_floor("check", &["Stage", "CheckResult"]),
    MirrorFile::of_floor("journal", JOURNAL),
    MirrorFile::of_floor("review", REVIEW),
    MirrorFile::of_floor("assess", ASSESS),
    MirrorFile::of_floor("report", REPORT),
    MirrorFile::of_floor("package", PACKAGE),
    MirrorFile::of_floor("whole", WHOLE),
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
    &["Envelope", "Draft", "Stamp", "Conflict", "ConflictKind", "Verification", "DeviceChain"];

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
    "WithdrawnStanding",
    "WithdrawnFigures",
    "SourceFigure",
    "LineEvidence",
    "EvidenceUse",
    "Validity",
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
    "LineException",
    "PackageTarget",
    "PackageItem",
    "PackageEvidence",
    "PackageEntry",
    "OpenedSubmission",
    "HandedIn",
    "PackageDiff",
    "LineDiff",
    "LineState",
    "TargetDiff",
    "ItemChange",
];

const WHOLE: &[&str] = &[
    "Held",
    "ReportForm",
    "RegisterForm",
    "JournalForm",
    "Recorded",
    "JournalContents",
    "MergedJournals",
    "MergedFile",
    "FrozenPackage",
];
