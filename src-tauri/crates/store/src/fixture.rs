//! Builders for the tests of this crate.

use std::path::PathBuf;

use casework::{
    BuiltPack, Case, CaseId, CaseRecord, Conference, ConferenceId, ConferenceRecord, Draft, FormId,
    IssueId, MeetingTypeId, Person, PersonStanding, Procedure, ReportId, Rev, UserId,
};
use chrono::{DateTime, TimeDelta, Utc};
use directory::{Area, ChangeId, Deed, Eligibility, Entry, EntryChange, Referrals};
use directory::{Service, ServiceId, ServiceState};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use uuid::Uuid;

use crate::audit_chain::hex;
use crate::{AuditEntry, Store, StoreAbout, StoreId};

/// A raw key, so that no passphrase has to be worked on.
pub(crate) const KEY: &str = "x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'";

/// Another.
pub(crate) const OTHER_KEY: &str =
    "x'ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'";

/// A moment so many milliseconds after the tests begin.
pub(crate) fn at(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_000_000_000 + millis).unwrap()
}

pub(crate) fn about() -> StoreAbout {
    StoreAbout {
        id: StoreId(Uuid::from_u128(0x5E)),
        demonstration: true,
        office: "Kirkbrae justice social work".into(),
        made_at: at(0),
    }
}

/// A store in memory.
pub(crate) fn a_store() -> Store {
    Store::in_memory(&about()).unwrap()
}

/// A store in a file of a temporary folder, which lasts as long as the folder is held.
pub(crate) fn a_store_in_a_file() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.sederunt");
    let store = Store::create(&path, KEY, &about()).unwrap();
    (folder, path, store)
}

pub(crate) fn an_entry(event: &str) -> AuditEntry {
    AuditEntry {
        at: at(0),
        user: UserId(Uuid::from_u128(0xA)),
        user_role: "author".into(),
        workstation: "desk-1".into(),
        event: event.into(),
        records: Vec::new(),
        fields: Vec::new(),
        reason: None,
    }
}

/// The same entry, seconds later.
pub(crate) fn later(entry: &AuditEntry, seconds: i64) -> AuditEntry {
    AuditEntry {
        at: entry.at + TimeDelta::seconds(seconds),
        ..entry.clone()
    }
}

pub(crate) fn a_person(forenames: &str, surname: &str) -> Person {
    Person {
        forenames: forenames.into(),
        surname: surname.into(),
        known_as: None,
        pronouns: None,
        born: None,
        sex: None,
        address: Vec::new(),
        address_note: None,
        phone: None,
        chs_number: None,
        local_number: None,
        solicitor: None,
        interpreter: None,
        communication: None,
        ethnic_group: None,
        disability: None,
        care_experienced: None,
        employment: None,
    }
}

pub(crate) fn a_case(number: u128, forenames: &str, surname: &str) -> CaseRecord {
    CaseRecord {
        id: CaseId(Uuid::from_u128(number)),
        rev: Rev::FIRST,
        reference: format!("KB-{number}"),
        case: Case {
            person: a_person(forenames, surname),
            court: "Kirkbrae Sheriff Court".into(),
            sheriffdom: None,
            procedure: Procedure::Summary,
            judge: None,
            pf_reference: None,
            court_reference: None,
            convicted_on: None,
            report_ordered_on: None,
            diet: None,
            due: None,
            standing: PersonStanding::Bail,
            standing_note: None,
            also_before_the_court: None,
            charges: Vec::new(),
            previous: Vec::new(),
            alerts: Vec::new(),
            stop_list: Vec::new(),
            recorded: law::Facts::default(),
            week: Vec::new(),
        },
    }
}

/// A draft about the case of a number.
pub(crate) fn a_draft(number: u128, case: u128) -> Draft {
    Draft {
        id: ReportId(Uuid::from_u128(number)),
        case: CaseId(Uuid::from_u128(case)),
        form: FormId("jswr".into()),
        form_edition: "2026.1".into(),
        author: casework::Author {
            name: "Anne Author".into(),
            role: "Social worker".into(),
            registration: None,
            office: Vec::new(),
        },
        rev: Rev::FIRST,
        answers: [].into(),
        saved_at: at(0),
        issued: None,
    }
}

/// Puts a case and an empty draft about it into a store.
pub(crate) fn with_a_draft(store: &mut Store) -> Draft {
    let draft = a_draft(100, 1);
    store
        .add_case(&a_case(1, "Morag", "Example"), &an_entry("case.create"))
        .unwrap();
    store.begin_draft(&draft, &an_entry("draft.begin")).unwrap();
    draft
}

pub(crate) fn a_conference(number: u128) -> ConferenceRecord {
    ConferenceRecord {
        id: ConferenceId(Uuid::from_u128(number)),
        rev: Rev::FIRST,
        conference: Conference {
            meeting_type: MeetingTypeId("cpo-review-meeting".into()),
            title: "Review".into(),
            case: None,
            about: "EXAMPLE, Morag".into(),
            starts: "2026-12-01T10:00:00".parse().unwrap(),
            ended: None,
            place: "Room 1".into(),
            marking: "OFFICIAL-SENSITIVE".into(),
            quorate: None,
            facts: Vec::new(),
            people: Vec::new(),
            agenda: Vec::new(),
            papers: Vec::new(),
            decisions: Vec::new(),
            actions: Vec::new(),
            persons_comments: None,
            next: None,
            packs: Vec::new(),
        },
    }
}

pub(crate) fn a_pack(number: u128, bytes: &[u8]) -> BuiltPack {
    BuiltPack {
        id: IssueId(Uuid::from_u128(number)),
        edition: "A".into(),
        at: at(0),
        pages: 1,
        digest: hex(&Sha256::digest(bytes)),
    }
}

/// A service of which nothing matters but its id and its name.
pub(crate) fn a_service(id: &str, name: &str) -> Service {
    Service {
        id: ServiceId(id.into()),
        name: name.into(),
        other_names: Vec::new(),
        kind: "group-work".into(),
        description: "What it involves.".into(),
        provider: None,
        providers: Vec::new(),
        area: Area::National,
        courts: Vec::new(),
        prisons: Vec::new(),
        setting: None,
        groups: Vec::new(),
        outcomes: Vec::new(),
        eligibility: Eligibility {
            sex: None,
            age_from: None,
            age_to: None,
            offence: None,
            risk: None,
            order_needed: None,
            residence: None,
            not_for: None,
        },
        options: Vec::new(),
        referrals: Referrals::default(),
        how_to_refer: None,
        contact: None,
        length: None,
        times: None,
        cost: None,
        evidence: None,
        access: None,
        languages: Vec::new(),
        active_from: None,
        active_to: None,
        parent: None,
        state: ServiceState::Current,
        jurisdiction: "Scotland".into(),
        source: None,
        source_date: None,
        assured_on: None,
        assured_by: None,
        unverified: Vec::new(),
        checked: law::Checked::Verified,
    }
}

/// A change of the entry that either state names.
pub(crate) fn a_change(
    number: u128,
    deed: Deed,
    before: Option<&Entry>,
    after: Option<&Entry>,
) -> EntryChange {
    EntryChange {
        id: ChangeId(Uuid::from_u128(number)),
        service: before.or(after).unwrap().id().clone(),
        deed,
        at: at(0),
        by: "Anne Author, Directory editor".into(),
        before: before.cloned(),
        after: after.cloned(),
    }
}
