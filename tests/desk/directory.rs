//! Finding services from anywhere, and the directory on paper.

use std::collections::BTreeSet;

use desk::{ConfirmServices, Desk, FoundKind, Preview, Role, SaveService, ServiceSaved};
use directory::{CouncilId, CourtId, DirectorySearch, Service, ServiceId};
use sederunt_tests::office::{Office, a_look_up_desk, an_office, edition};
use sederunt_tests::paper::plain;
use sederunt_tests::{Paper, date};

const FIFE: &str = "S12000047";

fn an_editor() -> Office {
    an_office().held_by(&[Role::DirectoryEditor]).open()
}

fn everything() -> DirectorySearch {
    DirectorySearch::of_everything(date("2026-11-22"))
}

fn paper(desk: &Desk, preview: &Preview) -> Paper {
    assert!(preview.warnings.is_empty(), "{:?}", preview.warnings);
    Paper::of(desk.previewed(preview.token).expect("its bytes").1)
}

fn a_service_of_our_own() -> Service {
    let edition = edition();
    let like = edition.services.iter().find(|s| s.id.0 == "pg-bail-fife");
    Service {
        id: ServiceId("pg-zephyr".into()),
        name: "Zephyr recovery flat".into(),
        parent: None,
        ..like.expect("an entry to begin from").clone()
    }
}

#[test]
fn a_service_that_was_written_here_is_found_from_anywhere() {
    let mut office = an_editor();
    let desk = office.desk();
    assert!(desk.find("zephyr").expect("an answer").is_empty());

    let saved = desk.save_service(&SaveService {
        service: a_service_of_our_own(),
        rev: 0,
    });

    let saved = saved.expect("it is kept");
    let ServiceSaved::Done { page, .. } = saved else {
        panic!("nobody else is here");
    };
    let found = desk.find("zephir").expect("an answer");
    let found = found.iter().find(|one| one.kind == FoundKind::Service);
    assert_eq!(
        found.map(|one| &one.id),
        Some(&page.row.service.id.0),
        "with a slip in it"
    );
    let typed = DirectorySearch {
        words: "zephyr".into(),
        council: Some(CouncilId(FIFE.into())),
        ..everything()
    };
    assert_eq!(desk.search_directory(&typed).expect("an answer").matched, 1);
}

#[test]
fn services_and_options_share_what_is_found() {
    let mut office = an_editor();

    let found = office.desk().find("supervision").expect("an answer");

    let kinds: BTreeSet<bool> = found
        .iter()
        .map(|one| one.kind == FoundKind::Service)
        .collect();
    assert_eq!(kinds.len(), 2, "services, and what is not one");
    assert_eq!(found.len(), 12);
}

#[test]
fn everyday_words_of_the_edition_find_services() {
    let desk = a_look_up_desk();
    for (typed, wanted) in [
        ("heroin", "pg-dtto-national"),
        ("smack", "pg-dtto-national"),
        ("tag", "pg-em-rlo"),
        ("no fixed abode", "pg-streetwork"),
    ] {
        let search = DirectorySearch {
            words: typed.into(),
            ..everything()
        };

        let results = desk.search_directory(&search).expect("an answer");

        assert!(!results.rows.is_empty(), "{typed} finds nothing");
        if edition().service(&ServiceId(wanted.into())).is_some() && !wanted.contains("national") {
            let held = results.rows.iter().any(|row| row.service.id.0 == wanted);
            assert!(held, "{typed} does not find {wanted}");
        }
    }
}

#[test]
fn a_directory_for_a_court_has_each_entry_with_its_confirmation_and_the_day_of_printing() {
    let mut desk = a_look_up_desk();
    let search = DirectorySearch {
        court: Some(CourtId("SC-KKC".into())),
        ..everything()
    };
    let rows = desk.search_directory(&search).expect("an answer").rows;

    let preview = desk.print_directory(&search).expect("a paper");

    let paper = paper(&desk, &preview);
    let words = paper.words();
    for row in &rows {
        assert!(
            words.contains(&plain(&row.service.name)),
            "{}",
            row.service.name
        );
    }
    let confirmed = words.matches("Not confirmed locally").count();
    assert_eq!(confirmed, rows.len(), "each entry says how sure it is");
    for said in [
        "Kirkcaldy Sheriff Court",
        "serves people who live in: Fife",
        "Services here (",
        "printed 22 Nov 2026",
    ] {
        assert!(words.contains(said), "“{said}” is missing");
    }
    paper.assert_whole();
    assert_eq!(paper.property("Tagged").as_deref(), Some("yes"));
}

#[test]
fn what_was_confirmed_too_long_ago_is_left_off_paper_and_counted_unless_it_is_asked_for() {
    let mut office = an_editor();
    let ids = ["pg-bail-fife", "pg-caledonian-fife"].map(|id| ServiceId(id.into()));
    let confirm = |office: &mut Office, ids: &[ServiceId]| {
        let confirmed = office.desk().confirm_services(&ConfirmServices {
            ids: ids.to_vec(),
            how: "By telephone".into(),
        });
        confirmed.expect("it is confirmed");
    };
    confirm(&mut office, &ids);
    let search = DirectorySearch {
        council: Some(CouncilId(FIFE.into())),
        as_at: date("2027-04-01"),
        ..everything()
    };

    let preview = office.desk().print_directory(&search).expect("a paper");
    let without = paper(office.desk(), &preview).words();
    let asked = DirectorySearch {
        expired: true,
        ..search
    };
    let preview = office.desk().print_directory(&asked).expect("a paper");
    let with = paper(office.desk(), &preview).words();

    assert!(
        without.contains(
            "2 entries are left out, not to be taken as true now: they were last confirmed more \
             than 122 days before this day."
        ),
        "{without}"
    );
    assert!(!without.contains("Bail supervision, Fife"));
    assert!(with.contains("Bail supervision, Fife"));
    assert!(with.contains("Stale: last confirmed 23 November 2026"));
    assert!(!with.contains("left out"));
}

#[test]
fn every_service_fits_one_side_of_its_sheet() {
    let mut desk = a_look_up_desk();
    let mut long = Vec::new();
    for service in &edition().services {
        let preview = desk.print_service(&service.id).expect("a sheet");
        assert!(preview.warnings.is_empty(), "{:?}", preview.warnings);
        if preview.pages != 1 {
            long.push(service.id.0.clone());
        }
    }

    assert_eq!(long, [""; 0]);
}

#[test]
fn a_sheet_says_whom_it_is_for_how_to_refer_and_how_sure_it_is() {
    let mut desk = a_look_up_desk();

    let preview = desk
        .print_service(&ServiceId("pg-caledonian-fife".into()))
        .expect("a sheet");

    let paper = paper(&desk, &preview);
    let words = paper.words();
    for said in [
        "Caledonian System, Fife",
        "Do not rely on this sheet without asking",
        "Who for Men; aged 18 or over",
        "Not for Not stated",
        "How to refer Not recorded: ask the provider",
        "Contact Not recorded",
        "Referrals Not stated whether it takes people: ask",
        "Orders Programme requirement",
        "Source dated 2024-06-27",
        "Confirmed Not confirmed locally",
        "Not checked age [?]",
    ] {
        assert!(words.contains(said), "“{said}” is not in: {words}");
    }
    paper.assert_whole();
    assert_eq!(paper.property("Tagged").as_deref(), Some("yes"));
}

#[test]
fn the_map_on_paper_holds_every_council_with_its_counts() {
    let mut desk = a_look_up_desk();
    let search = DirectorySearch {
        kind: Some("bail-service".into()),
        ..everything()
    };
    let map = desk.directory_map(&search).expect("a map");

    let preview = desk.print_map(&search).expect("a paper");

    let words = paper(&desk, &preview).words();
    assert_eq!(map.tiles.len(), 32);
    for tile in &map.tiles {
        let figures = [
            tile.local,
            tile.taking,
            tile.waiting,
            tile.not_checked,
            tile.national,
            tile.gaps,
        ];
        let figures = figures.map(|figure| figure.to_string()).join(" ");
        assert!(words.contains(&figures), "{} {figures}", tile.name);
        assert!(words.contains(&plain(&tile.name)), "{}", tile.name);
    }
    assert!(words.contains("Kind: Bail service."));
    assert!(words.contains("OFFICIAL"));
}

#[test]
fn the_counts_of_a_menu_are_the_services_of_its_options() {
    let desk = a_look_up_desk();
    let search = desk::OptionSearch {
        menu: law::Menu::Disposals,
        words: String::new(),
        court: None,
        stage: None,
        family: None,
        as_at: date("2026-11-22"),
        out_of_force: true,
        council: Some(FIFE.into()),
    };

    let rows = desk.search_options(&search).expect("an answer").rows;

    let mut offered = 0;
    for row in rows {
        let page = desk
            .option_page(search.menu, &row.id, search.as_at, Some(FIFE))
            .expect("a page");
        let here = u32::try_from(page.services_here.len()).expect("a few");
        assert_eq!(row.services_here, here, "{}", row.id.0);
        offered += here;
    }
    assert!(offered > 5);
}
