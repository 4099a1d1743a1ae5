//! Who provides an option where the court sits, in words. The directory never changes what the law
//! says (R-84, B-17).

use directory::{Assurance, ServiceRow};
use law::MenuOption;

use super::directory_paper::confirmed;

/// What the directory says of an option in an area.
#[derive(Clone, Debug)]
pub(crate) enum Here {
    /// No area was named.
    NotAsked,
    /// Nothing is recorded here. `elsewhere` says whether anything is recorded for it at all.
    None { elsewhere: bool },
    /// Services are recorded here.
    Recorded(Vec<ServiceRow>),
}

impl Here {
    /// The services that may stand on a paper: those that were confirmed too long ago are left off
    /// and counted, those that were confirmed stand before those that never were.
    fn shown(&self) -> (Vec<&ServiceRow>, usize) {
        let Self::Recorded(rows) = self else {
            return (Vec::new(), 0);
        };
        let (old, mut shown): (Vec<&ServiceRow>, Vec<&ServiceRow>) =
            rows.iter().partition(|row| too_old(row.assurance));
        shown.sort_by_key(|row| rank(row.assurance));
        (shown, old.len())
    }

    /// A line for each thing to be said; nothing where nobody provides such an option.
    pub(crate) fn lines(&self, option: &MenuOption) -> Vec<String> {
        match self {
            Self::NotAsked => Vec::new(),
            Self::None { elsewhere } => {
                let run = option.delivered_by.as_ref();
                if !elsewhere && run.is_none() {
                    return Vec::new();
                }
                let run = run.map_or_else(String::new, |who| {
                    format!("Run or supervised by: {}. ", who.trim_end_matches('.'))
                });
                vec![format!("{run}No local arrangement is recorded.")]
            }
            Self::Recorded(_) => {
                let (shown, old) = self.shown();
                let mut lines: Vec<String> = shown.into_iter().map(service).collect();
                lines.extend(left_off(old));
                lines
            }
        }
    }

    /// The same where the directory knows of any such service, for a table.
    pub(crate) fn recorded_lines(&self, option: &MenuOption) -> Vec<String> {
        match self {
            Self::NotAsked | Self::None { elsewhere: false } => Vec::new(),
            Self::None { elsewhere: true } => {
                vec!["no local arrangement is recorded.".to_owned()]
            }
            Self::Recorded(_) => self.lines(option),
        }
    }

    /// The same in a word or two, for a narrow column.
    pub(crate) fn brief(&self) -> String {
        match self {
            Self::NotAsked => String::new(),
            Self::None { elsewhere: true } => "None recorded".to_owned(),
            Self::None { .. } => "–".to_owned(),
            Self::Recorded(rows) => format!("{} recorded", rows.len()),
        }
    }
}

/// A service in one line: what it is called, whose it is, and how sure the directory is of it.
pub(crate) fn service(row: &ServiceRow) -> String {
    let provider = row.service.provider.as_ref();
    let provider = provider.filter(|name| !row.service.name.contains(name.as_str()));
    let provider = provider.map_or_else(String::new, |name| format!(" ({name})"));
    let reach = if row.national_only {
        " A national programme; no local delivery is recorded."
    } else {
        ""
    };
    let dated = match row.assurance {
        Assurance::NeverAssured => {
            let date = row.service.source_date.as_ref();
            date.map_or_else(
                || "; its source has no date".to_owned(),
                |date| format!("; its source is dated {date}"),
            )
        }
        Assurance::Fresh
        | Assurance::Due
        | Assurance::Stale
        | Assurance::Expired
        | Assurance::InTheFuture => String::new(),
    };
    format!(
        "{}{provider}: {}{dated}.{reach}",
        row.service.name,
        lower(&confirmed(row))
    )
}

fn left_off(old: usize) -> Option<String> {
    match old {
        0 => None,
        1 => Some(
            "One service is left off: it was last confirmed too long ago for its kind. The program \
             names it."
                .to_owned(),
        ),
        _ => Some(format!(
            "{old} services are left off: they were last confirmed too long ago for their kind. \
             The program names them."
        )),
    }
}

fn too_old(assurance: Assurance) -> bool {
    match assurance {
        Assurance::Stale | Assurance::Expired => true,
        Assurance::NeverAssured | Assurance::Fresh | Assurance::Due | Assurance::InTheFuture => {
            false
        }
    }
}

fn rank(assurance: Assurance) -> u8 {
    match assurance {
        Assurance::Fresh => 0,
        Assurance::Due => 1,
        Assurance::Stale => 2,
        Assurance::Expired => 3,
        Assurance::NeverAssured => 4,
        Assurance::InTheFuture => 5,
    }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + letters.as_str()
    })
}
