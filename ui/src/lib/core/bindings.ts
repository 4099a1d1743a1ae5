// Written by hand in the shape that tauri-specta 2.0.0-rc.26 generates, until it is generated.
import { invoke as __TAURI_INVOKE } from "@tauri-apps/api/core";

/** Commands */
export const commands = {
	standing: () => typedError<Standing, Fault>(__TAURI_INVOKE("standing")),
	suggestPassphrase: () => typedError<string, Fault>(__TAURI_INVOKE("suggest_passphrase")),
	judgePassphrase: (passphrase: string) => typedError<PassphraseVerdict, Fault>(__TAURI_INVOKE("judge_passphrase", { passphrase })),
	setUp: (setUp: SetUp) => typedError<RecoverySheet, Fault>(__TAURI_INVOKE("set_up", { setUp })),
	unlock: (passphrase: string) => typedError<Unlocked, Fault>(__TAURI_INVOKE("unlock", { passphrase })),
	recover: (recoveryKey: string, passphrase: string) => typedError<RecoverySheet, Fault>(__TAURI_INVOKE("recover", { recoveryKey, passphrase })),
	lookRound: () => typedError<Session, Fault>(__TAURI_INVOKE("look_round")),
	leaveDemonstration: (erase: boolean) => typedError<Standing, Fault>(__TAURI_INVOKE("leave_demonstration", { erase })),
	lock: () => typedError<Standing, Fault>(__TAURI_INVOKE("lock")),
	today: () => typedError<Today, Fault>(__TAURI_INVOKE("today")),
	find: (words: string) => typedError<Found[], Fault>(__TAURI_INVOKE("find", { words })),
	places: () => typedError<Places, Fault>(__TAURI_INVOKE("places")),
	searchOptions: (search: OptionSearch) => typedError<OptionResults, Fault>(__TAURI_INVOKE("search_options", { search })),
	optionPage: (menu: Menu, id: OptionId, asAt: string, council: string | null) => typedError<OptionPage, Fault>(__TAURI_INVOKE("option_page", { menu, id, asAt, council })),
	searchDirectory: (search: DirectorySearch) => typedError<DirectoryResults, Fault>(__TAURI_INVOKE("search_directory", { search })),
	servicePage: (id: ServiceId) => typedError<ServicePage, Fault>(__TAURI_INVOKE("service_page", { id })),
	printMenu: (search: OptionSearch) => typedError<Preview, Fault>(__TAURI_INVOKE("print_menu", { search })),
	printCard: (menu: Menu, id: OptionId, asAt: string, council: string | null) => typedError<Preview, Fault>(__TAURI_INVOKE("print_card", { menu, id, asAt, council })),
	printDirectory: (search: DirectorySearch) => typedError<Preview, Fault>(__TAURI_INVOKE("print_directory", { search })),
	cases: () => typedError<CaseRow[], Fault>(__TAURI_INVOKE("cases")),
	casePage: (id: CaseId) => typedError<CasePage, Fault>(__TAURI_INVOKE("case_page", { id })),
	addCase: (newCase: NewCase) => typedError<CaseRecord, Fault>(__TAURI_INVOKE("add_case", { newCase })),
	saveCase: (record: CaseRecord) => typedError<CaseSaved, Fault>(__TAURI_INVOKE("save_case", { record })),
	forms: () => typedError<FormRow[], Fault>(__TAURI_INVOKE("forms")),
	beginReport: (case_: CaseId, form: FormId) => typedError<Draft, Fault>(__TAURI_INVOKE("begin_report", { case: case_, form })),
	openDraft: (id: ReportId) => typedError<OpenDraft, Fault>(__TAURI_INVOKE("open_draft", { id })),
	saveAnswer: (id: ReportId, rev: Rev, question: QuestionId, answer: Answer | null) => typedError<SavedAnswer, Fault>(__TAURI_INVOKE("save_answer", { id, rev, question, answer })),
	previewReport: (id: ReportId) => typedError<Preview, Fault>(__TAURI_INVOKE("preview_report", { id })),
	issueReport: (id: ReportId, rev: Rev) => typedError<IssueOutcome, Fault>(__TAURI_INVOKE("issue_report", { id, rev })),
	previewIssued: (issue: IssueId) => typedError<Preview, Fault>(__TAURI_INVOKE("preview_issued", { issue })),
	conferences: () => typedError<ConferenceRow[], Fault>(__TAURI_INVOKE("conferences")),
	conferencePage: (id: ConferenceId) => typedError<ConferencePage, Fault>(__TAURI_INVOKE("conference_page", { id })),
	addConference: (newConference: NewConference) => typedError<ConferenceRecord, Fault>(__TAURI_INVOKE("add_conference", { newConference })),
	saveConference: (record: ConferenceRecord) => typedError<ConferenceSaved, Fault>(__TAURI_INVOKE("save_conference", { record })),
	buildPack: (id: ConferenceId, rev: Rev) => typedError<Preview, Fault>(__TAURI_INVOKE("build_pack", { id, rev })),
	previewPack: (id: ConferenceId, edition: string) => typedError<Preview, Fault>(__TAURI_INVOKE("preview_pack", { id, edition })),
	previewMinutes: (id: ConferenceId) => typedError<Preview, Fault>(__TAURI_INVOKE("preview_minutes", { id })),
	previewPage: (token: number, page: number, width: number) => typedError<PagePicture, Fault>(__TAURI_INVOKE("preview_page", { token, page, width })),
	saveCopy: (token: number) => typedError<string | null, Fault>(__TAURI_INVOKE("save_copy", { token })),
	verifyStore: () => typedError<StoreVerdict, Fault>(__TAURI_INVOKE("verify_store")),
};

/* Types */
export type OptionId = string;
export type ServiceId = string;
export type OrganisationId = string;
export type CouncilId = string;
export type CourtId = string;
export type PrisonId = string;
export type CaseId = string;
export type ReportId = string;
export type ConferenceId = string;
export type PaperId = string;
export type IssueId = string;
export type UserId = string;
export type FormId = string;
export type QuestionId = string;
export type MeetingTypeId = string;
export type Rev = number;

export type Fault =
	| { code: "locked" }
	| { code: "not-allowed"; act: string }
	| { code: "not-found" }
	| { code: "bad-input"; field: string }
	| { code: "weak-passphrase" }
	| { code: "recovery-key-mistyped" }
	| { code: "disk-full" }
	| { code: "store-unavailable" }
	| { code: "store-in-use" }
	| { code: "store-foreign" }
	| { code: "store-damaged" }
	| { code: "store-newer" }
	| { code: "key-file-damaged" }
	| { code: "edition-forged" }
	| { code: "edition-damaged" }
	| { code: "paper-failed" }
	| { code: "picture-failed" }
	| { code: "file-not-written" }
	| { code: "unforeseen" };

export type Role = "court-social-worker" | "team-leader" | "sheriff-clerk" | "conference-chair" | "conference-administrator" | "directory-editor" | "system-administrator" | "records-auditor";
export type Author = { name: string; role: string; registration: string | null; office: string[] };
export type Profile = { user: UserId; author: Author; roles: Role[]; court: string | null; council: string | null };
export type SetUp = { author: Author; roles: Role[]; court: string | null; council: string | null; passphrase: string };
export type EditionLabel = { number: number; name: string; "checked-to": string };
export type Session = { profile: Profile; demonstration: boolean; edition: EditionLabel };
export type Standing = { state: "first-run" } | { state: "locked"; name: string; "wait-seconds": number } | { state: "open"; session: Session };
export type Unlocked = { outcome: "open"; session: Session } | { outcome: "wrong"; tries: number; "wait-seconds": number } | { outcome: "wait"; "wait-seconds": number };
export type RecoverySheet = { "recovery-key": string; session: Session };
export type PassphraseVerdict = "too-short" | "too-easy" | "fine";
export type StoreVerdict = { entries: number; sound: boolean };

export type Menu = "bail" | "disposals";
export type Checked = "verified" | "unverified";
export type Needed = "yes" | "no" | "in-practice" | "depends" | "not-known";
export type Need = { needed: Needed; says: string | null };
export type CourtKind = "high-court" | "sheriff-solemn" | "sheriff-summary" | "justice-of-the-peace" | "sheriff-appeal";
export type Stage = "arrested" | "charged" | "first-appearance" | "before-verdict" | "before-sentence" | "breach-of-order" | "appeal-pending";
export type InForce = { from: string | null; until: string | null; note: string | null };
export type ConditionKind = "standard" | "further";
export type BailCondition = { id: string; kind: ConditionKind; name: string; says: string; applies: string | null; authority: string; "in-force": InForce; checked: Checked };
export type MenuOption = { id: OptionId; family: string; name: string; aliases: string[]; what: string; who: string; courts: CourtKind[]; stages: Stage[]; when: string | null; limits: string | null; consent: Need; report: Need; breach: string | null; "delivered-by": string | null; "combines-with": string | null; excludes: string | null; reviews: string | null; succession: string | null; notes: string[]; authority: string; "in-force": InForce; source: string | null; checked: Checked };
export type OptionSearch = { menu: Menu; words: string; court: CourtKind | null; stage: Stage | null; family: string | null; "as-at": string; "out-of-force": boolean; council: string | null };
export type OptionRow = { id: OptionId; name: string; matched: string | null; family: string; what: string; consent: Needed; report: Needed; authority: string; "in-force": boolean; window: InForce; checked: Checked; "unchecked-part": boolean; "services-here": number };
export type FacetCount = { value: string; label: string; count: number };
export type OptionResults = { rows: OptionRow[]; total: number; suggestion: string | null; families: FacetCount[]; courts: FacetCount[]; stages: FacetCount[] };
export type OptionPage = { option: MenuOption; menu: Menu; "family-title": string; "in-force": boolean; "services-here": ServiceRow[]; "services-next-door": ServiceRow[]; conditions: BailCondition[]; wording: string };

export type Assurance = "never-assured" | "fresh" | "due" | "stale" | "expired" | "in-the-future";
export type Area = { area: "national" } | { area: "councils"; councils: CouncilId[] } | { area: "elsewhere"; says: string };
export type ServiceState = "current" | "historical" | "planned" | "unknown";
export type Eligibility = { sex: string | null; "age-from": number | null; "age-to": number | null; offence: string | null; risk: string | null; "order-needed": string | null };
export type Service = { id: ServiceId; name: string; kind: string; description: string; provider: string | null; providers: OrganisationId[]; area: Area; setting: string | null; groups: string[]; outcomes: string[]; eligibility: Eligibility; options: OptionId[]; "active-from": string | null; "active-to": string | null; parent: ServiceId | null; state: ServiceState; jurisdiction: string; source: string | null; "source-date": string | null; "assured-on": string | null; "assured-by": string | null; unverified: string[]; checked: Checked };
export type DirectorySearch = { words: string; court: string | null; council: string | null; kind: string | null; need: string | null; option: OptionId | null; "not-running": boolean; "as-at": string };
export type ServiceRow = { service: Service; "kind-label": string; "area-label": string; assurance: Assurance; "national-only": boolean };
export type DirectoryResults = { rows: ServiceRow[]; total: number; suggestion: string | null; kinds: FacetCount[]; needs: FacetCount[]; councils: FacetCount[] };
export type ServicePage = { row: ServiceRow; parent: ServiceRow | null; deliveries: ServiceRow[]; providers: string[]; websites: string[]; councils: string[]; groups: string[]; outcomes: string[]; options: [OptionId, string][] };
export type PlaceState = "open" | "closed" | "planned" | "unknown";
export type Council = { id: CouncilId; iso: string; name: string; "short-name": string; sheriffdoms: string[]; "former-authority": string; "health-board": string; "police-division": string; neighbours: CouncilId[]; links: CouncilId[]; "tile-column": number; "tile-row": number; previous: string[]; note: string | null; unverified: string[]; checked: Checked };
export type Court = { id: CourtId; name: string; kind: string; sheriffdom: string | null; town: string; councils: CouncilId[]; national: boolean; state: PlaceState; "closed-on": string | null; "transferred-to": string | null; "shares-with": string | null; note: string | null; source: string | null; unverified: string[]; checked: Checked };
export type Prison = { id: PrisonId; name: string; kind: string; town: string; council: CouncilId | null; operator: string | null; populations: string | null; opened: string | null; closed: string | null; state: PlaceState; note: string | null; source: string | null; unverified: string[]; checked: Checked };
export type Places = { councils: Council[]; courts: Court[]; prisons: Prison[] };
export type FoundKind = "bail-option" | "disposal" | "service" | "court" | "term" | "case" | "report" | "conference";
export type Found = { kind: FoundKind; id: string; name: string; line: string };

export type Procedure = "summary" | "solemn";
export type PersonStanding = "ordained" | "bail" | "remand" | "serving" | "other";
export type Plea = "guilty" | "guilty-as-amended" | "found-guilty" | "not-guilty-accepted";
export type Person = { forenames: string; surname: string; "known-as": string | null; pronouns: string | null; born: string | null; sex: string | null; address: string[]; "address-note": string | null; phone: string | null; "chs-number": string | null; "local-number": string | null; solicitor: string | null; interpreter: string | null; communication: string | null; "ethnic-group": string | null; disability: string | null; "care-experienced": boolean | null; employment: string | null };
export type Charge = { number: number; offence: string; provision: string; when: string; place: string | null; aggravations: string[]; plea: Plea };
export type PreviousConviction = { sentenced: string; court: string; offence: string; disposal: string; outcome: string | null; libelled: boolean };
export type Case = { person: Person; court: string; sheriffdom: string | null; procedure: Procedure; judge: string | null; "pf-reference": string | null; "court-reference": string | null; "convicted-on": string | null; "report-ordered-on": string | null; diet: string | null; due: string | null; standing: PersonStanding; "standing-note": string | null; "also-before-the-court": string | null; charges: Charge[]; previous: PreviousConviction[]; alerts: string[]; "stop-list": string[] };
export type CaseRecord = { id: CaseId; rev: Rev; reference: string; case: Case };
export type CaseRow = { id: CaseId; "listed-name": string; reference: string; court: string; diet: string | null; due: string | null; drafts: number };
export type Issued = { id: IssueId; at: string; by: string; digest: string; pages: number };
export type ReportRow = { id: ReportId; case: CaseId; "listed-name": string; reference: string; form: FormId; "form-name": string; due: string | null; "saved-at": string; "sections-complete": number; sections: number; issued: Issued | null };
export type ConferenceRow = { id: ConferenceId; title: string; about: string; starts: string; place: string; papers: number; "pack-edition": string | null; "open-actions": number };
export type ActionRow = { conference: ConferenceId; what: string; owner: string; due: string; about: string };
export type Today = { today: string; drafts: ReportRow[]; meetings: ConferenceRow[]; actions: ActionRow[]; session: Session };
export type LogLine = { at: string; event: string; role: string };
export type CasePage = { record: CaseRecord; age: number | null; reports: ReportRow[]; conferences: ConferenceRow[]; log: LogLine[] };
export type NewCase = { reference: string; case: Case };
export type CaseSaved = { outcome: "done"; record: CaseRecord } | { outcome: "conflict"; theirs: CaseRecord };

export type RichText = RichBlock[];
export type RichBlock = { block: "paragraph"; spans: RichSpan[] } | { block: "sub-heading"; text: string } | { block: "list"; ordered: boolean; items: RichSpan[][] } | { block: "quotation"; spans: RichSpan[] };
export type RichSpan = { text: string; strong: boolean; emphasis: boolean; source: number | null };
export type TableRow = { [key in string]: string };
export type Answer = { kind: "narrative"; text: RichText } | { kind: "line"; text: string } | { kind: "number"; value: number } | { kind: "date"; on: string } | { kind: "yes-no"; yes: boolean; note: string } | { kind: "choice"; code: string } | { kind: "choices"; codes: string[] } | { kind: "table"; rows: TableRow[] } | { kind: "not-known"; why: string };
export type Wanted = "to-sign" | "if-any";
export type Choice = { code: string; label: string };
export type CellKind = "words" | "number" | "date" | "choice" | "yes-no";
export type TableColumn = { id: string; label: string; cell: CellKind; optional: boolean; options: Choice[]; share: number | null };
export type CaseFacts = "person" | "court" | "charges" | "previous-convictions";
export type AnswerKind = { kind: "narrative" } | { kind: "line" } | { kind: "number"; unit: string | null } | { kind: "date" } | { kind: "yes-no" } | { kind: "choice"; options: Choice[] } | { kind: "choices"; options: Choice[] } | { kind: "table"; columns: TableColumn[] } | { kind: "from-case"; shows: CaseFacts };
export type AskedIf = { question: QuestionId; is: string };
export type Question = { id: QuestionId; label: string; prompts: string[]; wanted: Wanted; answer: AnswerKind; restricted: boolean; "asked-if": AskedIf | null };
export type Section = { id: string; number: string; title: string; guidance: string | null; "keep-out": string[]; "guide-words": [number, number] | null; question: Question[] };
export type Form = { id: FormId; edition: string; name: string; "short-name": string; purpose: string; used: string; unverified: string | null; authority: string; recipients: string; section: Section[] };
export type FormRow = { id: FormId; name: string; "short-name": string; purpose: string; used: string; unverified: string | null };
export type Draft = { id: ReportId; case: CaseId; form: FormId; "form-edition": string; rev: Rev; answers: { [key in QuestionId]: Answer }; "saved-at": string; issued: Issued | null };
export type SectionStanding = "complete" | "started" | "not-started" | "not-needed";
export type Lack = { why: "missing" } | { why: "no-reason" } | { why: "cell"; row: number; column: string } | { why: "unknown-choice" } | { why: "wrong-kind" } | { why: "custody-proposed" } | { why: "option-unsupported"; row: number } | { why: "stop-word" };
export type Flaw = { section: string; question: QuestionId; lack: Lack };
export type SectionProgress = { section: string; standing: SectionStanding; flaws: number; words: number };
export type Completeness = { sections: SectionProgress[]; flaws: Flaw[] };
export type OpenDraft = { draft: Draft; form: Form; record: CaseRecord; completeness: Completeness };
export type Saved = { outcome: "done"; rev: Rev; at: string } | { outcome: "conflict"; theirs: Draft } | { outcome: "issued" };
export type SavedAnswer = { saved: Saved; completeness: Completeness };
export type IssueOutcome = { outcome: "issued"; issued: Issued } | { outcome: "not-complete"; completeness: Completeness } | { outcome: "not-printable"; warnings: string[] } | { outcome: "conflict"; theirs: Draft };

export type Capacity = "chair" | "minute-taker" | "decides" | "contributes" | "person" | "family" | "supports" | "interprets" | "observes";
export type Attendance = "invited" | "coming" | "present" | "apologies" | "absent";
export type Method = "in-person" | "video" | "phone";
export type Attendee = { name: string; role: string; agency: string; capacity: Capacity; attendance: Attendance; method: Method; "from-item": number | null; "to-item": number | null; note: string | null };
export type AgendaItem = { title: string; restricted: boolean; discussion: RichText };
export type Decision = { decided: string; reasons: string | null; dissent: string | null };
export type ActionState = "open" | "done" | "cancelled";
export type Action = { what: string; owner: string; due: string; state: ActionState; note: string | null };
export type PaperContent = { holds: "text"; text: RichText } | { holds: "report"; report: ReportId };
export type Paper = { id: PaperId; title: string; author: string; dated: string | null; content: PaperContent };
export type BuiltPack = { id: IssueId; edition: string; at: string; pages: number; digest: string };
export type Conference = { "meeting-type": MeetingTypeId; title: string; case: CaseId | null; about: string; starts: string; ended: string | null; place: string; marking: string; quorate: boolean | null; facts: [string, string][]; people: Attendee[]; agenda: AgendaItem[]; papers: Paper[]; decisions: Decision[]; actions: Action[]; "persons-comments": string | null; next: string | null; packs: BuiltPack[] };
export type ConferenceRecord = { id: ConferenceId; rev: Rev; conference: Conference };
export type AgendaTemplate = { title: string; prompts: string[]; restricted: boolean };
export type MeetingType = { id: MeetingTypeId; number: string; name: string; authority: string; purpose: string; when: string; chair: string; required: string[]; invited: string[]; quorum: string; "person-attends": boolean; item: AgendaTemplate[]; papers: string[]; access: string; decisions: string[]; minute: string; review: string; retention: string; marking: string; unverified: string[] };
export type ConferencePage = { record: ConferenceRecord; "meeting-type": MeetingType; case: CaseRow | null; reports: ReportRow[]; "pack-out-of-date": boolean };
export type NewConference = { "meeting-type": string; case: CaseId | null; starts: string; place: string };
export type ConferenceSaved = { outcome: "done"; record: ConferenceRecord } | { outcome: "conflict"; theirs: ConferenceRecord };
export type Preview = { token: number; title: string; pages: number; "page-size": [number, number]; warnings: string[]; issue: IssueId | null };
export type PagePicture = { png: string; words: string };

/* Tauri Specta runtime */
async function typedError<T, E>(result: Promise<T>): Promise<{ status: "ok"; data: T } | { status: "error"; error: E }> {
    try {
        return { status: "ok", data: await result };
    } catch (e) {
        if (e instanceof Error) throw e;
        return { status: "error", error: e as any };
    }
}
